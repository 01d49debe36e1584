#include "net/client_address.h"

#include "net/forwarded.h"

#include <strings.h>

struct told {
    struct forwarded forwarded, forwarded_for;
    bool is_forwarded; /* the field is there */
};

static enum MHD_Result read_field(void *cls, enum MHD_ValueKind kind, const char *name,
                                  const char *value)
{
    struct told *told = cls;
    (void)kind;
    if (strcasecmp(name, "Forwarded") == 0) {
        told->is_forwarded = true;
        forwarded_read(&told->forwarded, value ? value : "");
    } else if (strcasecmp(name, "X-Forwarded-For") == 0) {
        forwarded_read_for(&told->forwarded_for, value ? value : "");
    }
    return MHD_YES;
}

struct address client_address(struct MHD_Connection *connection, const struct options *options)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct address peer = address_of(info ? info->client_addr : NULL);
    struct told told = {.is_forwarded = false};
    if (!network_any_contains(options->trusted_proxies, options->trusted_proxy_count, &peer))
        return peer;
    forwarded_init(&told.forwarded, options->trusted_proxies, options->trusted_proxy_count, &peer);
    forwarded_init(&told.forwarded_for, options->trusted_proxies, options->trusted_proxy_count,
                   &peer);
    MHD_get_connection_values(connection, MHD_HEADER_KIND, read_field, &told);
    return told.is_forwarded ? told.forwarded.client : told.forwarded_for.client;
}

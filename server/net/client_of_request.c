#include "net/client_of_request.h"

#include "connections/forwarded.h"

#include <microhttpd.h>

#include <strings.h>

bool client_is_proxy(const struct options *options, const struct sockaddr *peer)
{
    const struct address address = address_of(peer);
    return network_any_contains(options->trusted_proxies, options->trusted_proxy_count, &address);
}

/* The client according to the two header fields that can name it. */
struct named_client {
    struct forwarded forwarded, x_forwarded_for;
    bool has_forwarded, has_x_forwarded_for;
};

static enum MHD_Result read_forwarding_field(void *cls, enum MHD_ValueKind kind, const char *name,
                                             const char *value)
{
    struct named_client *named = cls;
    (void)kind;
    if (strcasecmp(name, "Forwarded") == 0) {
        named->has_forwarded = true;
        forwarded_read(&named->forwarded, value ? value : "");
    } else if (strcasecmp(name, "X-Forwarded-For") == 0) {
        named->has_x_forwarded_for = true;
        forwarded_read_for(&named->x_forwarded_for, value ? value : "");
    }
    return MHD_YES;
}

/* If the fields differ, one of them may be the client's own, which a proxy passes on. */
static struct address named_client_address(const struct named_client *named,
                                           const struct address *peer)
{
    if (!named->has_forwarded)
        return named->x_forwarded_for.client;
    if (named->has_x_forwarded_for &&
        !address_is_same(&named->forwarded.client, &named->x_forwarded_for.client))
        return *peer;
    return named->forwarded.client;
}

struct address client_of_request(struct MHD_Connection *connection, const struct options *options)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct address peer = address_of(info ? info->client_addr : NULL);
    const struct network *trusted = options->trusted_proxies;
    const size_t count = options->trusted_proxy_count;
    struct named_client named = {.has_forwarded = false};
    if (!network_any_contains(trusted, count, &peer))
        return peer;
    forwarded_init(&named.forwarded, trusted, count, &peer);
    forwarded_init(&named.x_forwarded_for, trusted, count, &peer);
    MHD_get_connection_values(connection, MHD_HEADER_KIND, read_forwarding_field, &named);
    return named_client_address(&named, &peer);
}

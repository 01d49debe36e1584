/* The address of the service, and which pages may ask. */
#include "mcp/mcp.h"

#include <string.h>
#include <strings.h>

/* Returns the length of a host without its port. */
static size_t host_length(const char *host)
{
    return *host == '[' ? strcspn(host, "]") + 1 : strcspn(host, ":");
}

/* Reports whether a host is an IP address or a loopback name, which no attacker can let point
 * elsewhere. No name of the DNS ends with a label of digits alone. */
static bool is_fixed(const char *host)
{
    static const char loopback[] = "localhost";
    const size_t length = host_length(host);
    if (*host == '[')
        return true;
    if (length == sizeof loopback - 1 && strncasecmp(host, loopback, length) == 0)
        return true;
    return length > 0 && strspn(host, "0123456789.") >= length;
}

bool mcp_trusts_host(const struct request *request)
{
    const bool is_public = request->publication && request->publication->url;
    return is_public || (request->host && is_fixed(request->host));
}

bool mcp_allows_origin(const struct request *request)
{
    char address[REQUEST_ADDRESS_BYTES];
    if (!request->origin || request->cors == CORS_ORIGIN)
        return true;
    return mcp_trusts_host(request) && request_address(request, address) &&
           strcasecmp(address, request->origin) == 0;
}

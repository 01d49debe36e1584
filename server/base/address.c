#include "base/address.h"

#include "base/decimal.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>

static const unsigned char mapped[ADDRESS_MAPPED_BITS / 8] = {0, 0, 0, 0, 0,    0,
                                                              0, 0, 0, 0, 0xff, 0xff};

static void address_unmap(struct address *address)
{
    if (address->family != AF_INET6 || memcmp(address->bytes, mapped, sizeof mapped) != 0)
        return;
    struct address inner = {.family = AF_INET};
    memcpy(inner.bytes, address->bytes + sizeof mapped, 4);
    *address = inner;
}

struct address address_of(const struct sockaddr *peer)
{
    struct address address = {.family = AF_UNSPEC};
    const void *any = peer;
    if (peer && peer->sa_family == AF_INET) {
        address.family = AF_INET;
        memcpy(address.bytes, &((const struct sockaddr_in *)any)->sin_addr, 4);
    } else if (peer && peer->sa_family == AF_INET6) {
        address.family = AF_INET6;
        memcpy(address.bytes, &((const struct sockaddr_in6 *)any)->sin6_addr, 16);
    }
    address_unmap(&address);
    return address;
}

bool address_parse(const char *text, size_t length, struct address *ret_address)
{
    char copy[ADDRESS_TEXT_MAX];
    struct address address = {.family = memchr(text, ':', length) ? AF_INET6 : AF_INET};
    if (length >= sizeof copy)
        return false;
    memcpy(copy, text, length);
    copy[length] = '\0';
    if (strlen(copy) != length || inet_pton(address.family, copy, address.bytes) != 1)
        return false;
    address_unmap(&address);
    *ret_address = address;
    return true;
}

bool address_is_same(const struct address *one, const struct address *other)
{
    return one->family == other->family && memcmp(one->bytes, other->bytes, sizeof one->bytes) == 0;
}

const char *address_write(const struct address *address, char text[ADDRESS_TEXT_MAX])
{
    if (address->family == AF_UNSPEC)
        return NULL;
    return inet_ntop(address->family, address->bytes, text, ADDRESS_TEXT_MAX);
}

/* getaddrinfo(3) would take 65536 for 0, and 99999 for 34463. */
static bool address_is_port(const char *text)
{
    int64_t port;
    const size_t length = strlen(text);
    return length <= 5 && decimal_parse(text, length, &port) && port <= UINT16_MAX;
}

bool address_split(const char *text, char ret_host[ADDRESS_HOST_MAX], const char **ret_port)
{
    const char *colon = strrchr(text, ':');
    if (!colon || (size_t)(colon - text) >= ADDRESS_HOST_MAX || !address_is_port(colon + 1))
        return false;
    size_t length = (size_t)(colon - text);
    if (length >= 2 && text[0] == '[' && colon[-1] == ']') {
        text++;
        length -= 2;
    } else if (memchr(text, ':', length)) {
        return false;
    }
    memcpy(ret_host, text, length);
    ret_host[length] = '\0';
    *ret_port = colon + 1;
    return true;
}

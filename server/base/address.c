#include "base/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAPPED_BITS = 96
};

static const unsigned char mapped[MAPPED_BITS / 8] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

static bool is_mapped(const struct address *address)
{
    return address->family == AF_INET6 && memcmp(address->bytes, mapped, sizeof mapped) == 0;
}

static void unmap(struct address *address)
{
    if (!is_mapped(address))
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
    unmap(&address);
    return address;
}

static bool parse(const char *text, size_t length, struct address *ret_address)
{
    char copy[ADDRESS_TEXT_MAX];
    struct address address = {.family = memchr(text, ':', length) ? AF_INET6 : AF_INET};
    if (length >= sizeof copy)
        return false;
    memcpy(copy, text, length);
    copy[length] = '\0';
    if (strlen(copy) != length || inet_pton(address.family, copy, address.bytes) != 1)
        return false;
    *ret_address = address;
    return true;
}

bool address_parse(const char *text, size_t length, struct address *ret_address)
{
    if (!parse(text, length, ret_address))
        return false;
    unmap(ret_address);
    return true;
}

const char *address_write(const struct address *address, char text[ADDRESS_TEXT_MAX])
{
    if (address->family == AF_UNSPEC)
        return NULL;
    return inet_ntop(address->family, address->bytes, text, ADDRESS_TEXT_MAX);
}

static unsigned bits_of(const struct address *address)
{
    return address->family == AF_INET ? 32 : 128;
}

static bool bit(const struct address *address, unsigned place)
{
    return address->bytes[place / 8] & (0x80u >> place % 8);
}

/* The number behind the slash. */
static bool parse_bits(const char *text, unsigned most, unsigned *ret_bits)
{
    const size_t length = strspn(text, "0123456789");
    if (length == 0 || length > 3 || text[length] || strtoul(text, NULL, 10) > most)
        return false;
    *ret_bits = (unsigned)strtoul(text, NULL, 10);
    return true;
}

bool network_parse(const char *text, struct network *ret_network)
{
    struct network network;
    const size_t length = strcspn(text, "/");
    if (!parse(text, length, &network.address))
        return false;
    const unsigned most = bits_of(&network.address);
    network.bits = most;
    if (text[length] && !parse_bits(text + length + 1, most, &network.bits))
        return false;
    for (unsigned place = network.bits; place < most; place++)
        if (bit(&network.address, place))
            return false;
    if (network.bits >= MAPPED_BITS && is_mapped(&network.address)) {
        unmap(&network.address);
        network.bits -= MAPPED_BITS;
    }
    *ret_network = network;
    return true;
}

bool network_contains(const struct network *network, const struct address *address)
{
    if (network->address.family != address->family)
        return false;
    for (unsigned place = 0; place < network->bits; place++)
        if (bit(&network->address, place) != bit(address, place))
            return false;
    return true;
}

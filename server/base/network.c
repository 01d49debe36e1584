#include "base/network.h"

#include "base/decimal.h"

#include <stdint.h>
#include <string.h>

enum {
    PREFIX_DIGITS_MAX = 3
};

static bool network_bit(const struct address *address, unsigned place)
{
    return address->bytes[place / 8] & (0x80u >> place % 8);
}

/* Parses the number after the slash. */
static bool network_parse_bits(const char *text, unsigned most, unsigned *ret_bits)
{
    int64_t bits;
    const size_t length = strlen(text);
    if (length > PREFIX_DIGITS_MAX || !decimal_parse(text, length, &bits) || bits > most)
        return false;
    *ret_bits = (unsigned)bits;
    return true;
}

/* All mapped addresses share their first 96 bits, of which the last is 1. A shorter prefix would
 * therefore have a bit set after it. */
static bool network_unmap(struct network *network)
{
    if (network->bits < ADDRESS_MAPPED_BITS)
        return false;
    network->bits -= ADDRESS_MAPPED_BITS;
    return true;
}

bool network_parse(const char *text, struct network *ret_network)
{
    struct network network;
    const size_t length = strcspn(text, "/");
    const bool written_as_ipv6 = memchr(text, ':', length) != NULL;
    if (!address_parse(text, length, &network.address))
        return false;
    network.bits = written_as_ipv6 ? 128 : 32;
    if (text[length] && !network_parse_bits(text + length + 1, network.bits, &network.bits))
        return false;
    const bool ipv4 = network.address.family == AF_INET;
    if (ipv4 && written_as_ipv6 && !network_unmap(&network))
        return false;
    for (unsigned place = network.bits; place < (ipv4 ? 32u : 128u); place++)
        if (network_bit(&network.address, place))
            return false;
    *ret_network = network;
    return true;
}

bool network_contains(const struct network *network, const struct address *address)
{
    if (network->address.family != address->family)
        return false;
    for (unsigned place = 0; place < network->bits; place++)
        if (network_bit(&network->address, place) != network_bit(address, place))
            return false;
    return true;
}

bool network_any_contains(const struct network *networks, size_t count,
                          const struct address *address)
{
    for (size_t i = 0; i < count; i++)
        if (network_contains(&networks[i], address))
            return true;
    return false;
}

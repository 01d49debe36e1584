/* Networks of IP addresses in CIDR notation (RFC 4632). */
#pragma once

#include "base/address.h"

#include <stdbool.h>
#include <stddef.h>

struct network {
    struct address address; /* first address of the network */
    unsigned bits;          /* length of the prefix that all its addresses share */
};

/* Parses ADDRESS/BITS, or a single address. A prefix of IPv4-mapped addresses becomes the IPv4
 * network. Returns false for anything else, and if a bit after the prefix is set. */
bool network_parse(const char *text, struct network *ret_network);

/* Reports whether the address is in the network. */
bool network_contains(const struct network *network, const struct address *address);

/* Reports whether the address is in any of `count` networks. */
bool network_any_contains(const struct network *networks, size_t count,
                          const struct address *address);

/* The open connections of each client address, counted.
 *
 * An IPv6 client commonly has all addresses of a network of 64 bits (RFC 6177), so such a network
 * counts as one address. Clients whose address is unknown count as one. The caller has a lock.
 */
#pragma once

#include "base/address.h"

enum {
    CLIENT_ADDRESSES_BUCKETS = 4096
};

struct client_address {
    struct client_address *next; /* in the bucket */
    struct address address;
    size_t connections;
};

/* All zeros is an empty table. */
struct client_addresses {
    struct client_address *buckets[CLIENT_ADDRESSES_BUCKETS];
};

/* Returns the address as which an address is counted: the first one of its network if it is IPv6.
 */
struct address client_addresses_counted(const struct address *address);

/* Frees all addresses. */
void client_addresses_finish(struct client_addresses *addresses);

/* Counts one more connection from `peer`. Returns its address, which is valid until its last
 * connection is removed. Returns NULL if out of memory. */
struct client_address *client_addresses_add(struct client_addresses *addresses,
                                            const struct sockaddr *peer);

/* Counts one connection less; `address` may be NULL. */
void client_addresses_remove(struct client_addresses *addresses, struct client_address *address);

#include "connections/client_addresses.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

enum {
    IPV6_NETWORK_BYTES = 8
};

struct address client_addresses_counted(const struct address *address)
{
    struct address counted = *address;
    if (counted.family == AF_INET6)
        memset(counted.bytes + IPV6_NETWORK_BYTES, 0, sizeof counted.bytes - IPV6_NETWORK_BYTES);
    return counted;
}

/* The seed is the address of the table, so that clients cannot choose addresses that share a
 * bucket. */
static struct client_address **client_addresses_bucket(struct client_addresses *addresses,
                                                       const struct address *address)
{
    const uint64_t seed = (uint64_t)(uintptr_t)addresses;
    const uint64_t hash = XXH3_64bits_withSeed(address->bytes, sizeof address->bytes, seed);
    return &addresses->buckets[hash % CLIENT_ADDRESSES_BUCKETS];
}

void client_addresses_finish(struct client_addresses *addresses)
{
    for (size_t i = 0; i < CLIENT_ADDRESSES_BUCKETS; i++)
        for (struct client_address *one = addresses->buckets[i], *next; one; one = next) {
            next = one->next;
            free(one);
        }
}

struct client_address *client_addresses_add(struct client_addresses *addresses,
                                            const struct sockaddr *peer)
{
    const struct address of_peer = address_of(peer);
    const struct address address = client_addresses_counted(&of_peer);
    struct client_address **bucket = client_addresses_bucket(addresses, &address);
    struct client_address *found = *bucket;
    while (found && !address_is_same(&found->address, &address))
        found = found->next;
    if (!found) {
        found = calloc(1, sizeof *found);
        if (!found)
            return NULL;
        found->address = address;
        found->next = *bucket;
        *bucket = found;
    }
    found->connections++;
    return found;
}

void client_addresses_remove(struct client_addresses *addresses, struct client_address *address)
{
    if (!address || --address->connections > 0)
        return;
    struct client_address **link = client_addresses_bucket(addresses, &address->address);
    while (*link != address)
        link = &(*link)->next;
    *link = address->next;
    free(address);
}

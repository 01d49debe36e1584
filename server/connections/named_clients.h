/* The requests under way of the clients that trusted proxies name.
 *
 * The connections of such a proxy are those of many clients, each of which changes from request to
 * request. So not the connections are counted, but the requests, from the head to the end of the
 * answer. Clients are counted by a hash of their address, without a lock and without memory for
 * each: two that share a slot, which nobody can choose, are limited as if they were one. An IPv6
 * network of 64 bits is one client, as in client_addresses.h.
 */
#pragma once

#include "base/address.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

enum {
    NAMED_CLIENTS_SLOTS = 16384
};

/* Without requests, all zeros but the seed. */
struct named_clients {
    uint64_t seed;
    _Atomic(uint32_t) under_way[NAMED_CLIENTS_SLOTS];
};

/* A request under way. All zeros: none. */
struct named_request {
    _Atomic(uint32_t) *under_way; /* those of its client; NULL if it is not counted */
    uintptr_t client;             /* equal for all requests of a client, and not 0 */
};

/* Prepares an empty table. */
void named_clients_init(struct named_clients *clients);

/* Counts a request of a client. Returns the number of its requests under way, with this one. The
 * caller calls named_clients_leave. */
size_t named_clients_enter(struct named_clients *clients, const struct address *client,
                           struct named_request *ret_request);

/* Ends a request; does nothing if it is not counted. */
void named_clients_leave(struct named_request *request);

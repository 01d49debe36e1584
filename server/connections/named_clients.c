#include "connections/named_clients.h"

#include "base/monotonic_clock.h"
#include "connections/client_addresses.h"

#include <sys/random.h>
#include <xxhash.h>

void named_clients_init(struct named_clients *clients)
{
    /* The kernel may have no random bits yet, shortly after the machine has started. */
    if (getrandom(&clients->seed, sizeof clients->seed, GRND_NONBLOCK) != sizeof clients->seed)
        clients->seed = (uint64_t)monotonic_nanoseconds() ^ (uint64_t)(uintptr_t)clients;
    for (size_t i = 0; i < NAMED_CLIENTS_SLOTS; i++)
        atomic_init(&clients->under_way[i], 0);
}

size_t named_clients_enter(struct named_clients *clients, const struct address *client,
                           struct named_request *ret_request)
{
    const struct address counted = client_addresses_counted(client);
    const uint64_t hash =
        XXH3_64bits_withSeed(counted.bytes, sizeof counted.bytes, clients->seed ^ counted.family);
    _Atomic(uint32_t) *under_way = &clients->under_way[hash % NAMED_CLIENTS_SLOTS];
    /* Odd, unlike the addresses in memory by which other clients are told apart. */
    *ret_request = (struct named_request){under_way, (uintptr_t)(hash | 1)};
    return atomic_fetch_add_explicit(under_way, 1, memory_order_relaxed) + (size_t)1;
}

void named_clients_leave(struct named_request *request)
{
    if (request->under_way)
        atomic_fetch_sub_explicit(request->under_way, 1, memory_order_relaxed);
    *request = (struct named_request){NULL, 0};
}

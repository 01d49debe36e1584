/* A cache of answers to the current snapshot. Its key contains everything else that an answer
 * depends on.
 *
 * Each thread has a cache of its own, so that a hit takes no lock, writes nothing that another
 * thread writes, and allocates nothing. The memory of its entries has a ceiling; CLOCK eviction
 * makes room. An answer is cached at its second request, so that queries that are not repeated do
 * not displace others.
 */
#pragma once

#include "answer/cache_entry.h"
#include "base/counter.h"
#include "http/negotiation.h"

#include <stdbool.h>
#include <stddef.h>

/* The texts are borrowed and not NULL. */
struct cache_key {
    const char *target;
    const char *accept;
    const char *origin;
    const char *host; /* "" if the answer does not depend on the host, or must not be cached */
    bool https;
    bool by_user_agent; /* true if `User-Agent` made `accept`: the answer says "private" */
    struct coding_choice coding;
};

/* The counters of a thread's caches, which any thread may read. The next cache of a thread
 * continues the first three. */
struct cache_counts {
    counter hits, misses, evictions;
    counter bytes, entries; /* of the newest cache */
};

struct cache;

/* Creates a cache of at most `ceiling` bytes. It updates `counts`, which must outlive it, except
 * when it is destroyed. Returns NULL if out of memory. */
struct cache *cache_create(size_t ceiling, struct cache_counts *counts);

/* Accepts NULL. */
void cache_destroy(struct cache *cache);

/* Returns the entry with this key, valid until the next cache_insert, or NULL. */
struct cache_entry *cache_find(struct cache *cache, const struct cache_key *key);

/* Reports whether an answer is worth caching: its key was passed to this function before. Remembers
 * the key. */
bool cache_wants(struct cache *cache, const struct cache_key *key);

/* Stores an entry under a copy of the key, which must not be in the cache. Destroys the entry if it
 * is too large or if out of memory. Takes ownership of the entry. */
void cache_insert(struct cache *cache, const struct cache_key *key, struct cache_entry *entry);

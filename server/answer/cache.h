/* A cache of answers, by all that an answer depends on besides the snapshot.
 *
 * Each thread has a cache of its own, so that a hit takes no lock, writes nothing that another
 * thread writes, and allocates nothing. The memory of its entries has a ceiling; CLOCK eviction
 * makes room. An answer is cached when it is requested for the second time within a while, so that
 * queries which never come back do not displace others.
 */
#pragma once

#include "answer/cache_entry.h"
#include "base/counter.h"
#include "http/negotiation.h"

#include <stdbool.h>
#include <stddef.h>

/* The texts are borrowed; none is NULL. */
struct cache_key {
    const char *target;
    const char *accept;
    const char *origin;
    struct coding_choice coding;
};

/* The figures of a thread's caches, which any thread may read. The next cache of a thread continues
 * the first three. */
struct cache_counts {
    counter hits, misses, evictions;
    counter bytes, entries; /* of the newest cache */
};

struct cache;

/* Makes a cache of at most `ceiling` bytes. It writes to `counts`, which must outlive it, but not
 * when it is destroyed. Returns NULL if out of memory. */
struct cache *cache_create(size_t ceiling, struct cache_counts *counts);

/* Accepts NULL. */
void cache_destroy(struct cache *cache);

/* Returns the entry with this key, valid until the next cache_insert, or NULL. */
struct cache_entry *cache_find(struct cache *cache, const struct cache_key *key);

/* Reports whether an answer is worth caching, because its key was passed to this function before;
 * remembers the key otherwise. */
bool cache_wants(struct cache *cache, const struct cache_key *key);

/* Takes an entry and stores it under a copy of the key, which must not be in the cache. Destroys
 * the entry instead if it is too large or if out of memory. */
void cache_insert(struct cache *cache, const struct cache_key *key, struct cache_entry *entry);

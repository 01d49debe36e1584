/* Answers that are ready to be sent, by what was asked.
 *
 * One cache belongs to one thread, so that a hit takes no lock and touches nothing that another
 * thread writes; a hit allocates nothing. It has a ceiling of bytes. What is asked for the first
 * time is only noted, and kept when it is asked for again soon: a flood of queries that never come
 * back passes by. Where there is no room, what has not been asked for since the last look goes
 * first.
 */
#pragma once

#include "base/counter.h"
#include "http/negotiation.h"

#include <microhttpd.h>
#include <stdbool.h>
#include <stdint.h>

/* All that an answer depends on besides the archive. Texts are borrowed; none is NULL. */
struct cache_key {
    const char *target;
    const char *accept;
    const char *origin;
    struct coding_choice coding;
};

struct series;

/* A ready answer, whole and as 304. */
struct cached {
    struct cached *next, *previous; /* the ring in which the cache looks for room */
    uint64_t hash;
    bool used; /* asked for since the last look */
    size_t bytes;
    unsigned status;
    size_t length; /* of the body */
    struct MHD_Response *whole;
    struct MHD_Response *not_modified;
    char *entity_tag, *last_modified;
    char *target, *accept, *origin; /* the key */
    struct coding_choice coding;
    const char *route; /* which answered: the pattern, which is static */
    /* As what it is counted when it is sent (traffic.h), to GET and HEAD, whole and as 304; NULL
     * before the first time. */
    struct series *series[2][2];
};

/* What a cache tells of itself, to any thread. Those of a thread count on from one to the next. */
struct cache_counts {
    counter hits, misses, evictions;
    counter bytes, entries; /* of the last one made */
};

struct cache;

/* NULL when out of memory. Writes to `counts`, which outlives it, but not when it is destroyed. */
struct cache *cache_create(size_t ceiling, struct cache_counts *counts);
void cache_destroy(struct cache *cache);

/* The answer to that, or NULL. It stays until the next call of cache_keep. */
struct cached *cache_find(struct cache *cache, const struct cache_key *key);

/* Whether an answer is worth keeping: it has been asked for before. Notes it where not. */
bool cache_wants(struct cache *cache, const struct cache_key *key);

/* Keeps an answer, which the cache then owns, making room where need be; destroys it where that
 * cannot be done. Its key is filled in from `key`. */
void cache_keep(struct cache *cache, const struct cache_key *key, struct cached *cached);

/* Frees an answer that no cache owns; accepts NULL. */
void cached_destroy(struct cached *cached);

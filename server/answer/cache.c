#include "answer/cache.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

enum {
    NOTES = 4096,           /* hashes of what was asked for once; a power of two */
    LARGEST_SHARE = 8,      /* no answer takes more than this part of the ceiling */
    BYTES_OF_LIBRARY = 4000 /* about what libmicrohttpd allocates for an answer's headers, twice */
};

struct cache {
    struct cache_counts *counts;
    size_t ceiling, bytes, count;
    struct cached **slots; /* open addressing; a power of two, at least twice `count` */
    size_t slot_count;
    struct cached *hand; /* the next to be looked at for room, in the ring of all */
    uint64_t notes[NOTES];
};

static void tell_size(const struct cache *cache)
{
    counter_set(&cache->counts->bytes, cache->bytes);
    counter_set(&cache->counts->entries, cache->count);
}

struct cache *cache_create(size_t ceiling, struct cache_counts *counts)
{
    struct cache *cache = calloc(1, sizeof *cache);
    if (!cache)
        return NULL;
    cache->ceiling = ceiling;
    cache->counts = counts;
    tell_size(cache);
    return cache;
}

void cached_destroy(struct cached *cached)
{
    if (!cached)
        return;
    if (cached->whole)
        MHD_destroy_response(cached->whole);
    if (cached->not_modified)
        MHD_destroy_response(cached->not_modified);
    free(cached->entity_tag);
    free(cached->last_modified);
    free(cached->target);
    free(cached->accept);
    free(cached->origin);
    free(cached);
}

/* Seeded with the cache's own address, so that nobody outside can choose keys that collide. */
static uint64_t hash_of(const struct cache *cache, const struct cache_key *key)
{
    const uint64_t seed = (uint64_t)(uintptr_t)cache + key->coding.best;
    uint64_t hash = XXH3_64bits_withSeed(key->target, strlen(key->target), seed);
    if (*key->accept)
        hash = XXH3_64bits_withSeed(key->accept, strlen(key->accept), hash);
    if (*key->origin)
        hash = XXH3_64bits_withSeed(key->origin, strlen(key->origin), hash);
    return hash;
}

static bool is_of(const struct cached *cached, const struct cache_key *key, uint64_t hash)
{
    return cached->hash == hash && cached->coding.best == key->coding.best &&
           cached->coding.identity_excluded == key->coding.identity_excluded &&
           strcmp(cached->target, key->target) == 0 && strcmp(cached->accept, key->accept) == 0 &&
           strcmp(cached->origin, key->origin) == 0;
}

static struct cached *look_up(const struct cache *cache, const struct cache_key *key)
{
    const uint64_t hash = hash_of(cache, key);
    for (size_t i = hash; cache->slot_count; i++) {
        struct cached *cached = cache->slots[i & (cache->slot_count - 1)];
        if (!cached)
            return NULL;
        if (is_of(cached, key, hash))
            return cached;
    }
    return NULL;
}

struct cached *cache_find(struct cache *cache, const struct cache_key *key)
{
    struct cached *cached = look_up(cache, key);
    if (cached)
        cached->used = true;
    counter_add(cached ? &cache->counts->hits : &cache->counts->misses, 1);
    return cached;
}

bool cache_wants(struct cache *cache, const struct cache_key *key)
{
    const uint64_t hash = hash_of(cache, key);
    uint64_t *note = &cache->notes[hash & (NOTES - 1)];
    if (*note == hash)
        return true;
    *note = hash;
    return false;
}

static void enter(struct cache *cache, struct cached *cached)
{
    size_t i = cached->hash;
    while (cache->slots[i & (cache->slot_count - 1)])
        i++;
    cache->slots[i & (cache->slot_count - 1)] = cached;
}

static bool grow(struct cache *cache)
{
    const size_t slot_count = cache->slot_count ? cache->slot_count * 2 : 64;
    struct cached **slots = calloc(slot_count, sizeof *slots);
    if (!slots)
        return false;
    free(cache->slots);
    cache->slots = slots;
    cache->slot_count = slot_count;
    struct cached *cached = cache->hand;
    for (size_t i = 0; i < cache->count; i++, cached = cached->next)
        enter(cache, cached);
    return true;
}

/* Takes an answer out of the slots: those behind it move up, so that no search stops too early. */
static void leave(struct cache *cache, const struct cached *leaving)
{
    const size_t mask = cache->slot_count - 1;
    size_t i = leaving->hash & mask;
    while (cache->slots[i] != leaving)
        i = (i + 1) & mask;
    cache->slots[i] = NULL;
    for (i = (i + 1) & mask; cache->slots[i]; i = (i + 1) & mask) {
        struct cached *moved = cache->slots[i];
        cache->slots[i] = NULL;
        enter(cache, moved);
    }
}

static void link_before_hand(struct cache *cache, struct cached *cached)
{
    if (!cache->hand) {
        cache->hand = cached->next = cached->previous = cached;
        return;
    }
    cached->next = cache->hand;
    cached->previous = cache->hand->previous;
    cached->previous->next = cached->next->previous = cached;
}

static void drop(struct cache *cache, struct cached *cached)
{
    leave(cache, cached);
    cache->hand = cached->next == cached ? NULL : cached->next;
    cached->previous->next = cached->next;
    cached->next->previous = cached->previous;
    cache->bytes -= cached->bytes;
    cache->count--;
    cached_destroy(cached);
}

/* Drops answers not used since the last look, until there is room; a used one gets a second chance.
 */
static void make_room(struct cache *cache, size_t bytes)
{
    while (cache->hand && cache->bytes + bytes > cache->ceiling) {
        if (!cache->hand->used) {
            drop(cache, cache->hand);
            counter_add(&cache->counts->evictions, 1);
            continue;
        }
        cache->hand->used = false;
        cache->hand = cache->hand->next;
    }
}

static bool fill_key(const struct cache *cache, struct cached *cached, const struct cache_key *key)
{
    cached->hash = hash_of(cache, key);
    cached->coding = key->coding;
    cached->target = strdup(key->target);
    cached->accept = strdup(key->accept);
    cached->origin = strdup(key->origin);
    return cached->target && cached->accept && cached->origin;
}

/* The texts of the key are the client's, and may be as long as a request's head. */
static size_t bytes_of(const struct cache_key *key, const struct cached *cached)
{
    return sizeof *cached + cached->length + strlen(key->target) + strlen(key->accept) +
           strlen(key->origin) + BYTES_OF_LIBRARY;
}

void cache_keep(struct cache *cache, const struct cache_key *key, struct cached *cached)
{
    cached->bytes = bytes_of(key, cached);
    if (cached->bytes > cache->ceiling / LARGEST_SHARE || !fill_key(cache, cached, key) ||
        (cache->slot_count < (cache->count + 1) * 2 && !grow(cache))) {
        cached_destroy(cached);
        return;
    }
    make_room(cache, cached->bytes);
    enter(cache, cached);
    link_before_hand(cache, cached);
    cache->bytes += cached->bytes;
    cache->count++;
    tell_size(cache);
}

void cache_destroy(struct cache *cache)
{
    if (!cache)
        return;
    while (cache->hand)
        drop(cache, cache->hand);
    free(cache->slots);
    free(cache);
}

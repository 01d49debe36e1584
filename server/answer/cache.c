#include "answer/cache.h"

#include "base/array.h"
#include "base/hash_table.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

enum {
    NOTES = 4096,           /* hashes of keys that were requested once; a power of two */
    LARGEST_SHARE = 8,      /* an entry takes at most this fraction of the ceiling */
    BYTES_OF_LIBRARY = 4000 /* estimate of libmicrohttpd's memory for headers */
};

struct cache {
    struct cache_counts *counts;
    size_t ceiling, bytes, count;
    struct cache_entry **entries; /* NULL: free place */
    size_t place_count, place_capacity;
    struct hash_table table; /* maps keys to places in `entries` */
    size_t hand;             /* the next place that CLOCK eviction looks at */
    uint64_t notes[NOTES];
};

static void cache_count_entries(const struct cache *cache)
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
    cache_count_entries(cache);
    return cache;
}

/* The seed is the address of the cache, so that clients cannot choose keys that collide. */
static uint64_t cache_hash(const struct cache *cache, const struct cache_key *key)
{
    const uint64_t seed = (uint64_t)(uintptr_t)cache + key->coding.best;
    uint64_t hash = XXH3_64bits_withSeed(key->target, strlen(key->target), seed);
    if (*key->accept)
        hash = XXH3_64bits_withSeed(key->accept, strlen(key->accept), hash);
    if (*key->origin)
        hash = XXH3_64bits_withSeed(key->origin, strlen(key->origin), hash);
    if (*key->host)
        hash = XXH3_64bits_withSeed(key->host, strlen(key->host), hash + key->https);
    return hash;
}

static bool cache_entry_has_key(const void *entries, uint32_t place, const void *wanted)
{
    const struct cache_entry *entry = ((struct cache_entry *const *)entries)[place];
    const struct cache_key *key = wanted;
    return entry->coding.best == key->coding.best &&
           entry->coding.identity_excluded == key->coding.identity_excluded &&
           strcmp(entry->target, key->target) == 0 && strcmp(entry->accept, key->accept) == 0 &&
           strcmp(entry->origin, key->origin) == 0 && strcmp(entry->host, key->host) == 0 &&
           entry->https == key->https && entry->by_user_agent == key->by_user_agent;
}

struct cache_entry *cache_find(struct cache *cache, const struct cache_key *key)
{
    const uint32_t place = hash_table_find(&cache->table, (uint32_t)cache_hash(cache, key),
                                           cache_entry_has_key, cache->entries, key);
    if (place == HASH_TABLE_ABSENT) {
        counter_add(&cache->counts->misses, 1);
        return NULL;
    }
    counter_add(&cache->counts->hits, 1);
    cache->entries[place]->used = true;
    return cache->entries[place];
}

bool cache_wants(struct cache *cache, const struct cache_key *key)
{
    const uint64_t hash = cache_hash(cache, key);
    uint64_t *note = &cache->notes[hash & (NOTES - 1)];
    if (*note == hash)
        return true;
    *note = hash;
    return false;
}

static void cache_evict(struct cache *cache, size_t place)
{
    struct cache_entry *entry = cache->entries[place];
    hash_table_remove(&cache->table, entry->hash, (uint32_t)place);
    cache->entries[place] = NULL;
    cache->bytes -= entry->bytes;
    cache->count--;
    cache_entry_destroy(entry);
    counter_add(&cache->counts->evictions, 1);
}

/* CLOCK eviction: the hand circles through all places until `bytes` fit. It clears the used bit of
 * an entry if it is set, and evicts the entry otherwise. */
static void cache_make_room(struct cache *cache, size_t bytes)
{
    while (cache->count > 0 && cache->bytes + bytes > cache->ceiling) {
        struct cache_entry *entry = cache->entries[cache->hand];
        if (entry && entry->used)
            entry->used = false;
        else if (entry)
            cache_evict(cache, cache->hand);
        cache->hand = (cache->hand + 1) % cache->place_count;
    }
}

/* Returns the free place that the hand passed last, so that the hand reaches the new entry last.
 * Returns a new place if none is free; memory for it must be reserved. */
static size_t cache_free_place(struct cache *cache)
{
    if (cache->count == cache->place_count)
        return cache->place_count++;
    size_t place = cache->hand;
    do
        place = (place > 0 ? place : cache->place_count) - 1;
    while (cache->entries[place]);
    return place;
}

static bool cache_reserve(struct cache *cache)
{
    struct cache_entry **entries = array_reserve(cache->entries, &cache->place_capacity,
                                                 cache->place_count + 1, sizeof *entries);
    if (!entries)
        return false;
    cache->entries = entries;
    return hash_table_reserve(&cache->table, cache->count + 1);
}

static bool cache_entry_set_key(struct cache_entry *entry, const struct cache_key *key)
{
    entry->coding = key->coding;
    entry->target = strdup(key->target);
    entry->accept = strdup(key->accept);
    entry->origin = strdup(key->origin);
    entry->host = strdup(key->host);
    entry->https = key->https;
    entry->by_user_agent = key->by_user_agent;
    return entry->target && entry->accept && entry->origin && entry->host;
}

/* The texts of the key come from the client and may be as long as the head of a request. */
static size_t cache_entry_bytes(const struct cache_entry *entry, const struct cache_key *key)
{
    return sizeof *entry + entry->length + strlen(key->target) + strlen(key->accept) +
           strlen(key->origin) + strlen(key->host) + BYTES_OF_LIBRARY;
}

void cache_insert(struct cache *cache, const struct cache_key *key, struct cache_entry *entry)
{
    entry->bytes = cache_entry_bytes(entry, key);
    entry->hash = (uint32_t)cache_hash(cache, key);
    if (entry->bytes > cache->ceiling / LARGEST_SHARE || !cache_entry_set_key(entry, key) ||
        !cache_reserve(cache)) {
        cache_entry_destroy(entry);
        return;
    }
    cache_make_room(cache, entry->bytes);
    const size_t place = cache_free_place(cache);
    cache->entries[place] = entry;
    hash_table_add(&cache->table, entry->hash, (uint32_t)place);
    cache->bytes += entry->bytes;
    cache->count++;
    cache_count_entries(cache);
}

void cache_destroy(struct cache *cache)
{
    if (!cache)
        return;
    for (size_t i = 0; i < cache->place_count; i++)
        cache_entry_destroy(cache->entries[i]);
    free(cache->entries);
    hash_table_finish(&cache->table);
    free(cache);
}

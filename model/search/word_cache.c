#include "search/word_cache.h"

#include <stdlib.h>

#define XXH_INLINE_ALL /* a call into the library costs more than hashing a word */
#include <xxhash.h>

struct word_cache *word_cache_create(size_t count)
{
    struct word_cache *cache = calloc(1, sizeof *cache + count * sizeof cache->words[0]);
    if (cache)
        cache->count = count;
    return cache;
}

struct cached_word *word_cache_slot(struct word_cache *cache, const char *run, size_t length,
                                    uint8_t language)
{
    const uint64_t hash = XXH3_64bits(run, length) + language;
    return &cache->words[hash & (cache->count - 1)];
}

void word_cache_store(struct cached_word *slot, const char *run, size_t run_length,
                      uint8_t language, const char *word, size_t length, size_t begin, size_t end)
{
    if (run_length > WORD_CACHE_BYTES_MAX || length > WORD_CACHE_BYTES_MAX)
        return;
    memcpy(slot->run, run, run_length);
    memcpy(slot->word, word, length);
    slot->run_length = (uint8_t)run_length;
    slot->word_length = (uint8_t)length;
    slot->begin = (uint8_t)begin;
    slot->end = (uint8_t)end;
    slot->language = language;
}

#include "words/word_cache.h"

#include "words/tokenizer.h"

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
                      uint8_t language, const struct tokenizer_word *word, size_t run_begin,
                      const char *variant, size_t variant_length)
{
    if (run_length > WORD_CACHE_BYTES_MAX || word->length + variant_length > WORD_CACHE_BYTES_MAX)
        return;
    memcpy(slot->run, run, run_length);
    memcpy(slot->word, word->text, word->length);
    if (variant_length)
        memcpy(slot->word + word->length, variant, variant_length);
    slot->run_length = (uint8_t)run_length;
    slot->word_length = (uint8_t)word->length;
    slot->variant_length = (uint8_t)variant_length;
    slot->begin = (uint8_t)(word->begin - run_begin);
    slot->end = (uint8_t)(word->end - run_begin);
    slot->language = language;
}

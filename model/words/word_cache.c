#include "words/word_cache.h"

#include "words/tokenizer_text.h"

#include <stdlib.h>

#define XXH_INLINE_ALL /* a call into the library costs more than hashing a word */
#include <xxhash.h>

struct word_cache {
    size_t count; /* of slots, a power of two */
    struct cached_word words[];
};

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

void word_cache_store(const struct tokenizer_text *reading, const struct word_forms *forms,
                      size_t begin, size_t end)
{
    struct cached_word *slot = reading->slot;
    const size_t run_length = reading->run_end - reading->run_begin;
    if (run_length > WORD_CACHE_RUN_MAX ||
        forms->stem_length + forms->variant_length + forms->whole_length > WORD_CACHE_FORMS_MAX)
        return;
    char *at = slot->forms;
    memcpy(slot->run, reading->text + reading->run_begin, run_length);
    memcpy(at, forms->stem, forms->stem_length);
    at += forms->stem_length;
    if (forms->variant_length)
        memcpy(at, forms->variant, forms->variant_length);
    at += forms->variant_length;
    if (forms->whole_length)
        memcpy(at, forms->whole, forms->whole_length);
    slot->run_length = (uint8_t)run_length;
    slot->stem_length = (uint8_t)forms->stem_length;
    slot->variant_length = (uint8_t)forms->variant_length;
    slot->whole_length = (uint8_t)forms->whole_length;
    slot->begin = (uint8_t)(begin - reading->run_begin);
    slot->end = (uint8_t)(end - reading->run_begin);
    slot->language = (uint8_t)reading->tokenizer->language;
}

void word_cache_visit(struct tokenizer_text *reading, const struct cached_word *slot)
{
    struct tokenizer_word word = {.begin = reading->run_begin + slot->begin,
                                  .end = reading->run_begin + slot->end,
                                  .kind = WORD_APART};
    const char *variant = slot->forms + slot->stem_length;
    const struct word_forms forms = {.stem = slot->forms,
                                     .variant = variant,
                                     .whole = variant + slot->variant_length,
                                     .stem_length = slot->stem_length,
                                     .variant_length = slot->variant_length,
                                     .whole_length = slot->whole_length};
    tokenizer_visit_forms(reading, &forms, &word);
}

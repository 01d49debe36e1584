/* The stems of frequent words, which makes building the index faster.
 *
 * Most words of a text are among the few that are used often. The cache stores the output of the
 * tokenizer for runs of bytes that give one word. It is a direct-mapped table: one slot for each
 * value of the hash, which holds the last run with that hash.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum {
    WORD_CACHE_SMALL = 1 << 11, /* slots: 108 KiB, for the snippets of one thread */
    WORD_CACHE_LARGE = 1 << 15, /* 1.7 MiB, for building an index */
    WORD_CACHE_BYTES_MAX =
        24 /* of a run, and of its word with a variant; longer ones are not stored */
};

struct cached_word {
    char run[WORD_CACHE_BYTES_MAX];
    char word[WORD_CACHE_BYTES_MAX]; /* and after it, its variant */
    uint8_t run_length;              /* 0: the slot is free */
    uint8_t word_length, variant_length;
    uint8_t begin, end; /* the bytes of the run that the word is made of */
    uint8_t language;
};

struct word_cache {
    size_t count; /* of slots, a power of two */
    struct cached_word words[];
};

/* Creates an empty cache. Returns NULL if out of memory. The caller frees it. */
struct word_cache *word_cache_create(size_t count);

/* Returns the slot of a run. */
struct cached_word *word_cache_slot(struct word_cache *cache, const char *run, size_t length,
                                    uint8_t language);

/* Returns true if the slot holds the word of the run. */
static inline bool word_cache_has(const struct cached_word *slot, const char *run, size_t length,
                                  uint8_t language)
{
    return slot->run_length == length && slot->language == language &&
           memcmp(slot->run, run, length) == 0;
}

struct tokenizer_word;

/* Stores the only word of a run, which begins at the byte `run_begin` of the text, and its variant,
 * unless they are too long. `variant_length` is 0 if the word has no variant. */
void word_cache_store(struct cached_word *slot, const char *run, size_t run_length,
                      uint8_t language, const struct tokenizer_word *word, size_t run_begin,
                      const char *variant, size_t variant_length);

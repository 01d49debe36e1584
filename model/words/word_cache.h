/* The forms of frequent words, which makes building the index faster.
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

struct tokenizer_text;
struct word_forms;

enum {
    WORD_CACHE_SMALL = 1 << 11, /* slots: 152 KiB, for the snippets of one thread */
    WORD_CACHE_LARGE = 1 << 15, /* 2.4 MiB, for building an index */
    WORD_CACHE_RUN_MAX = 24,    /* bytes of a run; longer ones are not stored */
    WORD_CACHE_FORMS_MAX = 45   /* bytes of the forms of its word; longer ones are not stored */
};

struct cached_word {
    char run[WORD_CACHE_RUN_MAX];
    char forms[WORD_CACHE_FORMS_MAX]; /* the stem, the variant and the whole word */
    uint8_t run_length;               /* 0: the slot is free */
    uint8_t stem_length, variant_length, whole_length;
    uint8_t begin, end; /* the bytes of the run that the word is made of */
    uint8_t language;
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

/* Stores the only word of the run that is read in the slot of the run, unless it is too long. The
 * word is from `begin` to `end` in the text. */
void word_cache_store(const struct tokenizer_text *reading, const struct word_forms *forms,
                      size_t begin, size_t end);

/* Visits the forms of the word in a slot, for the run that is read. */
void word_cache_visit(struct tokenizer_text *reading, const struct cached_word *slot);

/* The words of an index that are nearest to a mistyped word. Private to the folder. */
#pragma once

#include "search/vocabulary.h"

struct work;

enum {
    NEAR_WORDS_MAX = 6,
    NEAR_WORD_LETTERS_MIN = 3,  /* a shorter word is near to too many others */
    NEAR_WORD_LETTERS_MAX = 40, /* a longer word is near to none */
    NEAR_WORD_BYTES_MAX = 4 * (NEAR_WORD_LETTERS_MAX + 4)
};

struct near_word {
    char text[NEAR_WORD_BYTES_MAX]; /* folded */
    size_t length;
    size_t index; /* of the word in the vocabulary, or of the first word with this prefix */
    unsigned distance;
    uint64_t occurrences;
    bool is_prefix; /* true if the text is the beginning of words */
};

/* The nearest words, best first: the least distance, then the most occurrences, then the order of
 * the vocabulary. */
struct near_words {
    struct near_word at[NEAR_WORDS_MAX];
    size_t count;
};

/* Finds the words near a folded word; if `is_prefix`, the prefixes of words that are near it. At
 * most a third of its letters, and three, may be inserted, omitted, replaced, or swapped with their
 * neighbour (optimal string alignment distance). Letters of scripts that have pairs are in none.
 * Spends from `work`, but leaves enough to answer; returns false if it has to stop. */
bool near_words_find(const struct vocabulary *vocabulary, const char *word, size_t length,
                     bool is_prefix, struct work *work, struct near_words *ret_words);

/* Spends units for a suggestion, which the answer can do without. Returns false if the rest of the
 * answer may need them. */
bool near_words_spend(struct work *work, uint64_t units);

/* The words of a claim, by which the lines that state it are found. Private to the folder. */
#pragma once

#include "base/buffer.h"

enum {
    CLAIM_WORDS_MAX = 40,  /* the first ones; later words say little */
    CLAIM_BYTES_MAX = 1200 /* of a text that is read */
};

/* The beginning of a word in the fold, which other forms of the word have, too. In a script that
 * does not write words apart it is a pair of letters, which may be anywhere. */
struct claim_word {
    uint32_t at;
    uint8_t length;
    bool anywhere;
};

struct claim {
    struct buffer fold; /* of the texts (unicode/fold.h) */
    struct claim_word words[CLAIM_WORDS_MAX];
    size_t count;
    struct buffer text; /* the fold of the text in which they are looked for */
    bool failed;        /* out of memory */
};

/* Initialises a claim without words. The caller finishes it. */
void claim_init(struct claim *claim);
void claim_finish(struct claim *claim);

/* Adds the words of a text: those of at least four bytes, and numbers. */
void claim_add(struct claim *claim, const char *text, size_t length);

/* Returns how many words of the claim a text has, of which only the beginning is read. Returns 0 if
 * out of memory. */
size_t claim_count(struct claim *claim, const char *text, size_t length);

/* A text while the tokenizer reads it. Private to the folder. */
#pragma once

#include "words/tokenizer.h"
#include "words/word_cache.h"

/* The forms of a word, all in the same place. */
struct word_forms {
    const char *stem, *variant, *whole;
    size_t stem_length, variant_length, whole_length; /* 0 if it does not have the form */
};

struct tokenizer_text {
    struct tokenizer *tokenizer;
    const char *text;
    size_t length;
    tokenizer_visitor *visit;
    void *context;
    struct cached_word *slot;  /* for the word of the run that is read */
    size_t run_begin, run_end; /* a run of bytes that may be part of words */
    bool stopped;              /* by the visitor, or because of a failure */
    bool failed;
};

/* Returns true for letters and digits of ASCII. */
static inline bool is_ascii_letter(char c)
{
    const unsigned char byte = (unsigned char)c, letter = byte | 0x20;
    return (letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9');
}

/* Returns true for letters and digits of ASCII and for every byte of a longer character. All other
 * bytes separate words. */
static inline bool is_run_byte(char c)
{
    return (unsigned char)c >= 0x80 || is_ascii_letter(c);
}

/* Finds the forms of a folded word in the language of the text. The word is spelt in the text from
 * `begin` to `end`; if `end` is 0, its spelling is not known. The forms hold until the next word.
 * Returns false, and stops reading, if out of memory. */
bool tokenizer_find_forms(struct tokenizer_text *reading, const char *word, size_t length,
                          size_t begin, size_t end, struct word_forms *ret_forms);

/* Visits a word or pair, unless it is empty. */
void tokenizer_visit(struct tokenizer_text *reading, const struct tokenizer_word *word);

/* Visits the forms of a word that is from `word->begin` to `word->end` in the text; the first is of
 * its kind. */
void tokenizer_visit_forms(struct tokenizer_text *reading, const struct word_forms *forms,
                           struct tokenizer_word *word);

/* Reads the words of a run with longer characters. If a run of pairs joins with the next run, reads
 * that as well, and moves run_end. */
void tokenizer_read_folded_run(struct tokenizer_text *reading);

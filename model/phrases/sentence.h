/* The words of a sentence, and patterns that they are compared with.
 *
 * A word is a run of letters and digits. Marks of French and German gender belong to it
 * ("Présent·es", "Teilnehmer*innen"), and so do a hyphen and a point between two letters or digits.
 * Words are compared without case and accents: "Décidé" is "decide", "Ä" is "a", "ß" is "ss".
 */
#pragma once

#include "phrases/text_span.h"

#include <stdint.h>

enum {
    SENTENCE_WORDS_MAX = 64, /* words that are read at once */
    SENTENCE_FOLD_BYTES = 24 /* with the NUL; a longer word is cut */
};

struct sentence_word {
    size_t start, end; /* offsets in the text */
    char fold[SENTENCE_FOLD_BYTES];
    bool upper;    /* true if it begins with a capital */
    bool capitals; /* true if it has only capitals, at least two */
    bool number;   /* true if it has only digits */
    char before;   /* the last mark of ASCII between this word and the one before, or a blank */
    char after;    /* the byte after the word, or a NUL at the end of the text */
};

struct sentence {
    struct text_span text;
    size_t count;
    struct sentence_word list[SENTENCE_WORDS_MAX];
};

/* Reads the first sentence of a text, from an offset on, into words: up to a point, question mark
 * or exclamation mark that a blank follows, a line end after which there is a line end, or
 * SENTENCE_WORDS_MAX words. Points after numbers, initials and abbreviations do not end it. Returns
 * the offset from which the next sentence is read; at the end that is the length of the text. */
size_t sentence_read(struct text_span text, size_t from, struct sentence *ret_sentence);

/* Reads the first words of a text, whatever marks are between them. */
void sentence_read_all(struct text_span text, struct sentence *ret_sentence);

/* Returns true if the last word of a sentence, which has one, is a short number, an initial or an
 * abbreviation: a point after it may end no sentence. */
bool sentence_ends_abbreviated(const struct sentence *sentence);

/* Returns the number of words at `at` that the longest of some patterns matches, or 0. Patterns are
 * divided by ";", the elements of a pattern by blanks. An element is one word or several that are
 * divided by "|"; a word that ends in "*" matches each word that begins so, one that begins with
 * "*" each word that ends so; "#" matches a number.
 * An element after "?" may be missing. Patterns are written without accents and capitals:
 * "?the motion|vote carried|pass*;so moved". */
size_t sentence_match(const struct sentence *sentence, size_t at, const char *patterns);

/* Folds a text as words are folded, but with its marks and single blanks: writes at most
 * `size` bytes with the NUL, and returns their number without it. */
size_t text_span_fold(struct text_span text, char *fold, size_t size);

/* Returns a hash of a word's fold. */
uint32_t sentence_word_hash(const struct sentence_word *word);

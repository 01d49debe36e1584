/* Removes the endings of words, so that a word is found in its other forms.
 *
 * English words are stemmed by the Porter algorithm of SQLite's FTS5, which the index always used.
 * Words of other languages are stemmed by libstemmer (snowballstem.org). They have one stem or two:
 * that of the folded word (unicode/fold.h), and the fold of the stem of the word as it is spelt.
 * The first finds words without their accents, the second knows endings that have accents:
 *
 *     negociación     negociacion  negoci
 *     negociaciones   negoci
 *     negociacion     negociacion
 *
 * A query should find the same with and without its accents. So each word of it is folded, and has
 * the stems of the spellings with accents that it may stand for (words/accents.h): "negociacion"
 * those of the first line.
 */
#pragma once

#include "base/buffer.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sb_stemmer;

enum {
    STEM_ENGLISH = 0,        /* the number of English; other languages follow */
    STEM_LANGUAGE_COUNT = 28 /* so a set of languages is a uint32_t of 1 << number */
};

/* The stemmers of one thread. */
struct stemmers {
    fts5_tokenizer porter; /* stems the words of the tokenizer "verbatim" */
    Fts5Tokenizer *porter_instance;
    struct sb_stemmer *others[STEM_LANGUAGE_COUNT]; /* created when first used */
    const char *stem;                               /* of the last word */
    size_t stem_length;
    struct buffer variant; /* the fold of a stem */
};

/* Returns the number of the language that a language tag (BCP 47) names, also if it names the
 * language by a code of three letters (ISO 639-2 and 639-3). Returns STEM_ENGLISH if the tag is
 * empty, or if libstemmer does not have the language. */
unsigned stem_language(const char *tag, size_t length);

/* Creates the stemmers. `api` is that of a connection which has the tokenizer "verbatim"
 * (words/fts5.h). Returns false if out of memory; the caller finishes them in either case. */
bool stemmers_init(struct stemmers *stemmers, fts5_api *api);

/* To be called before the connection is closed. Accepts stemmers that are all zero. */
void stemmers_finish(struct stemmers *stemmers);

/* Finds the stem of a folded word of at least one byte. *ret_stem holds *ret_length bytes until the
 * next call, or as long as `word`. Returns false if out of memory. */
bool stemmers_stem(struct stemmers *stemmers, unsigned language, const char *word, size_t length,
                   const char **ret_stem, size_t *ret_length);

/* Finds the fold of the stem of a word as it is spelt in a text, which stemmers_stem cannot know.
 * Invisible characters are removed first. *ret_stem holds *ret_length
 * bytes until the next call, 0 if there is no such stem. Returns false if out of memory. */
bool stemmers_stem_spelling(struct stemmers *stemmers, unsigned language, const char *spelling,
                            size_t length, const char **ret_stem, size_t *ret_length);

typedef void stem_visitor(void *context, const char *stem, size_t length);

/* Visits the folds of the stems of a folded word in the spellings with accents that it may stand
 * for; some may be equal. Returns false if out of memory. */
bool stemmers_visit_spellings(struct stemmers *stemmers, unsigned language, const char *word,
                              size_t length, stem_visitor *visit, void *context);

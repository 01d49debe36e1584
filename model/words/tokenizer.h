/* Splits a text into the words that full text search compares.
 *
 * The text is folded (unicode/fold.h), and the words are cut from its fold, so that texts with the
 * same fold have the same words: the fold of "№5" is "no5", one word. A word is a sequence of
 * letters, digits, marks and characters of private use. It loses its ending in the language of the
 * text (words/stemmer.h). Its other forms follow it in the same place: a second stem if it has one,
 * and the whole word with its ending, which prefixes are compared with:
 *
 *     policies         polici  policies
 *     negociaciones    negoci  negociaciones
 *
 * Scripts such as Chinese, Japanese and Thai (words/letter.h) do not write words apart, and Korean
 * writes particles onto them. A run of letters of these scripts becomes its overlapping pairs, and
 * its last letter:
 *
 *     東アジア       東ア  アジ  ジア  ア
 *     山田 太郎      山田  田太  太郎  郎
 *
 * So any part of a run of at least two letters is a phrase of pairs, and a single letter is a
 * prefix of pairs. A letter includes its marks. Runs join over one space, line break or middle dot,
 * which these scripts use freely: 山田太郎 and 山田 太郎 are the same words.
 *
 * tests/tools/search/recall.py compares pairs with sequences of three letters and with words of a
 * dictionary, in invented sentences. Recall, and precision of pairs (that of the others is 1):
 *
 *                pairs   precision   triples   words
 *     Chinese    1.00    0.97        0.22      0.88
 *     Japanese   0.96    0.96        0.40      0.96
 *     Korean     1.00    0.92        0.30      1.00
 *     Thai       1.00    1.00        0.93      0.86
 */
#pragma once

#include "base/buffer.h"
#include "unicode/fold_map.h"
#include "words/stemmer.h"

struct word_cache;

enum {
    TOKENIZER_UNSTEMMED = STEM_LANGUAGE_COUNT /* in place of a language: endings stay */
};

/* The byte before words of the kind WORD_WHOLE, which no other word has. After them is a byte that
 * is in no text, then 0x80 and the number of bytes that the stem and the word have in common at
 * their beginning, then the rest of the stem:
 *
 *     =policies\xff\x86     its stem is "polici"
 *     =policy\xff\x85i      the same
 */
#define TOKENIZER_WHOLE '='
#define TOKENIZER_WHOLE_END '\xff'

/* The parts of the text of a word of the kind WORD_WHOLE. */
struct whole_word {
    const char *word, *stem_end; /* the stem is `shared` bytes of the word, and its end */
    size_t length, stem_end_length, shared;
};

/* Returns true if a word of the index is of the kind WORD_WHOLE; only then stores its parts, which
 * are in `text`. */
bool whole_word_read(const char *text, size_t length, struct whole_word *ret_whole);

struct tokenizer {
    struct stemmers stemmers;
    unsigned language;        /* of the texts that are read, or TOKENIZER_UNSTEMMED */
    bool whole_words;         /* true if words of the kind WORD_WHOLE are visited */
    struct word_cache *cache; /* of words that were read (words/word_cache.h) */
    struct fold_map map;      /* the run that is read */
    struct buffer pair;       /* the pair that is read */
    struct buffer whole;      /* the form WORD_WHOLE of the word that is read */
};

enum word_kind {
    WORD_APART,   /* a word without its ending */
    WORD_VARIANT, /* another stem of the word before, in the same place */
    WORD_WHOLE,   /* the word before with its ending, in the same place; only if it has one */
    WORD_PAIR,    /* two letters that follow one another in a run */
    WORD_LAST     /* the last letter of a run */
};

struct tokenizer_word {
    const char *text; /* `length` bytes, at least one; until the visitor returns */
    size_t length;
    /* Its bytes in the text, from `begin` to before `end`; of a pair, those of its first letter. If
     * a character is folded to parts of several words, all of them have the whole character. */
    size_t begin, end;
    enum word_kind kind;
    size_t letter_length; /* of a pair or last letter: the bytes of its first letter in `text` */
    bool joins;           /* true for a pair with white space or a middle dot between its letters */
    bool adjoins;         /* true if no separator is between it and the word before */
    bool shares_place; /* true if its bytes in the text are not only its own: U+FDFA has four words
                        */
};

/* Returns true if the word is a form of the word before, in the same place. */
static inline bool word_is_form(const struct tokenizer_word *word)
{
    return word->kind == WORD_VARIANT || word->kind == WORD_WHOLE;
}

/* Creates a tokenizer of English texts, whose stemmers belong to the database connection, with a
 * cache of so many words (a power of two). Returns
 * false if out of memory, or if SQLite has no FTS5; the caller finishes it in either case. */
bool tokenizer_init(struct tokenizer *tokenizer, sqlite3 *connection, size_t cache_slots);

/* To be called before the connection is closed. Accepts one that is all zero. */
void tokenizer_finish(struct tokenizer *tokenizer);

/* Called with each word. Returns false to stop reading. */
typedef bool tokenizer_visitor(void *context, const struct tokenizer_word *word);

/* Calls `visit` with the words of a text of less than 256 MiB, in their order, until it returns
 * false. Returns false if out of memory. */
bool tokenizer_read(struct tokenizer *tokenizer, const char *text, size_t length,
                    tokenizer_visitor *visit, void *context);

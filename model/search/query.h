/* What people write into a search box, taken apart: the language of queries.
 *
 *     energy security     both words, in any order
 *     "energy security"   one behind the other; the quotation marks of print are as good
 *     negotiat*           words that begin so; also at the end of a phrase
 *     -nuclear            not this one, nor -"this phrase"
 *
 * Anything else is words: no text is a mistake. What the tokenizer finds no word in is left out. A
 * query in which nothing is left to look for, as one of -without alone, finds nothing.
 *
 * A word is found in its other forms too ("policies" finds "policy"). The index therefore has
 * stems, and a beginning that is longer than the stem ("securit", where "security" is indexed as
 * "secur") would find nothing: such stems are looked for as well.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct search_words;

enum {
    SEARCH_QUERY_BYTES_MAX = 1000,
    SEARCH_QUERY_WORDS_MAX = 32,
    SEARCH_FORMS_MAX = 4,
    SEARCH_EXPRESSION_BYTES = 8192 /* holds what such a query is written as, and its words */
};

/* A text within a query's `text`. */
struct search_form {
    uint16_t at, length;
};

/* One word: the forms in which the index may have it, the first of them perhaps only begun. */
struct search_word {
    struct search_form forms[SEARCH_FORMS_MAX];
    uint8_t form_count;
    bool begun;
};

/* Words that stand one behind the other, or one alone. */
struct search_phrase {
    uint8_t first, count; /* of the query's words */
};

struct search_query {
    char expression[SEARCH_EXPRESSION_BYTES]; /* for MATCH: quoted texts and operators; "" finds
                                                 nothing */
    struct search_word words[SEARCH_QUERY_WORDS_MAX];
    struct search_phrase phrases[SEARCH_QUERY_WORDS_MAX]; /* what a hit has, not what it must not */
    char text[SEARCH_EXPRESSION_BYTES];
    size_t word_count, phrase_count, text_length;
};

enum search_query_status {
    SEARCH_QUERY_OK,
    SEARCH_QUERY_TOO_LONG,
    SEARCH_QUERY_TOO_MANY_WORDS,
    SEARCH_QUERY_OUT_OF_MEMORY
};

/* Takes a text in UTF-8 apart; *ret_query is whole only with SEARCH_QUERY_OK. */
enum search_query_status search_query_parse(const char *text, struct search_words *words,
                                            struct search_query *ret_query);

/* Which of the query's words, as a set of 1 << index, a word of a record is. */
uint32_t search_query_match(const struct search_query *query, const char *word, size_t length);

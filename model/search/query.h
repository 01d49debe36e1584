/* The language of search queries, and its parser.
 *
 *     energy security     both words, in any order
 *     "energy security"   a phrase: the words one after the other; typographic quotation marks
 *                         do the same
 *     negotiat*           words with this prefix; also at the end of a phrase
 *     -nuclear            excludes this word; also -"this phrase"
 *
 * A word, prefix or phrase that is repeated counts once, also if it is repeated in another form
 * that the tokenizer does not distinguish.
 *
 * Everything else is a list of words, so no text is a syntax error. Text without a word, according
 * to the tokenizer, is ignored. A query with only exclusions, or without words, finds nothing.
 *
 * A run of letters of a script that does not write words apart (words/tokenizer.h) is a phrase of
 * its pairs, and counts as one word. It finds any text that has the run, so a star after it changes
 * nothing.
 *
 * A word is also found in its other forms ("policies" finds "policy"), because the index holds
 * stems. A word of the query has a form for each language of the archive, because its own language
 * is unknown. A prefix that is longer than the stem would find nothing: "securit*" does not match
 * "secur", the stem of "security". So the parser adds such stems as further forms of the prefix.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tokenizer;
struct work;

enum {
    SEARCH_QUERY_BYTES_MAX = 1000,
    SEARCH_QUERY_WORDS_MAX = 32,
    /* The words and pairs, with those of a clause that is dropped: a letter that has pairs takes
     * three bytes or more. */
    SEARCH_TERMS_MAX = 2 * SEARCH_QUERY_WORDS_MAX + SEARCH_QUERY_BYTES_MAX / 3,
    SEARCH_FORMS_MAX = 1024,
    SEARCH_ENDINGS_MAX = 3,         /* the most forms of a prefix that have other endings */
    SEARCH_EXPRESSION_BYTES = 8192, /* holds the longest expression, and the forms of its terms */
    SEARCH_SET_WORDS = SEARCH_TERMS_MAX / 64 + 1
};

/* A form of a term: bytes of the query's `form_bytes`. */
struct search_form {
    uint16_t begin, length;
};

/* A word or pair to find, in the forms that the index may have: forms of the query. The words in
 * the index that begin with one of the first `prefix_count` forms match too. */
struct search_term {
    uint16_t first_form;
    uint8_t form_count, prefix_count;
    bool is_pair;
};

/* Terms that follow one another in a record, or one term alone. */
struct search_phrase {
    uint16_t first, count; /* of the query's terms */
};

/* A set of the query's terms. */
struct search_term_set {
    uint64_t bits[SEARCH_SET_WORDS];
};

struct search_query {
    char expression[SEARCH_EXPRESSION_BYTES]; /* for FTS5's MATCH: quoted texts and operators; ""
                                                 finds nothing */
    struct search_term terms[SEARCH_TERMS_MAX];
    struct search_form forms[SEARCH_FORMS_MAX];
    struct search_phrase phrases[SEARCH_QUERY_WORDS_MAX]; /* except excluded phrases */
    struct search_phrase excluded[SEARCH_QUERY_WORDS_MAX];
    char form_bytes[SEARCH_EXPRESSION_BYTES];
    size_t term_count, phrase_count, excluded_count, form_count, form_bytes_used;
    struct work *work; /* that the search spends; or NULL */
};

enum search_query_status {
    SEARCH_QUERY_OK,
    SEARCH_QUERY_TOO_LONG,
    SEARCH_QUERY_TOO_MANY_WORDS, /* or too many forms of words, in an archive of many languages */
    SEARCH_QUERY_OUT_OF_MEMORY
};

/* Parses a text in UTF-8. `languages` are those of the index (search_index_languages). Unless it
 * returns SEARCH_QUERY_OK, *ret_query is incomplete. `work` is NULL, or outlives the query. */
enum search_query_status search_query_parse(const char *text, struct tokenizer *tokenizer,
                                            uint32_t languages, struct work *work,
                                            struct search_query *ret_query);

/* Adds the terms of the query that a word of a record matches to a set. The word comes from the
 * tokenizer. Returns false if it matches no term. */
bool search_query_match(const struct search_query *query, const char *word, size_t length,
                        struct search_term_set *terms);

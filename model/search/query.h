/* The language of search queries, and its parser.
 *
 *     energy security     both words, in any order
 *     "energy security"   a phrase: the words one after the other
 *     negotiat*           words with this prefix; also at the end of a phrase
 *     -nuclear            excludes this word; also -"this phrase"
 *
 * Typographic and full-width quotation marks, the full-width star, the minus U+2212 and the
 * full-width one do the same.
 *
 * Invisible characters, such as the soft hyphen and the byte order mark, change nothing, wherever
 * they are.
 *
 * A word, prefix or phrase that is repeated counts once, also if it is repeated in another form
 * that the tokenizer does not distinguish.
 *
 * Everything else is a list of words, so no text is a syntax error. Text without a word, according
 * to the tokenizer, is ignored. A query with only exclusions, or without words, finds nothing.
 *
 * A run of letters of a script that does not write words apart (words/tokenizer.h) is a phrase of
 * its pairs, and counts as one word. It finds any text that has the run, so a star after it changes
 * nothing. Marks may follow its last letter in the text. In a phrase, runs may be next to each
 * other or have any separator between them: the last letter of the one and the first of the other
 * are a pair in the index, or the last is alone.
 *
 * A word is also found in its other forms ("policies" finds "policy"), because the index holds
 * stems. A word of the query has a form for each language of the archive, because its own language
 * is unknown. A prefix is replaced by the words of the index that stand for all words with it
 * (search/query_parser.h); if they also stand for others, it is compared with stems and with whole
 * words, which the index also holds.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tokenizer;
struct vocabulary;
struct work;

enum {
    SEARCH_QUERY_BYTES_MAX = 1000,
    SEARCH_QUERY_WORDS_MAX = 32,
    SEARCH_TERMS_MAX = 512, /* the words and pairs: at least two bytes for each, in general */
    SEARCH_FORMS_MAX = 1024,
    SEARCH_EXPRESSION_BYTES = 8192, /* holds the longest expression, and the forms of its terms */
    SEARCH_SET_WORDS = SEARCH_TERMS_MAX / 64
};

/* A form of a term: bytes of the query's `form_bytes`. */
struct search_form {
    uint16_t begin, length;
};

/* A word or pair to find, in the forms that the index may have: forms of the query. */
struct search_term {
    uint16_t first_form;
    uint8_t form_count;
    bool is_prefix; /* true if words that begin with a form match */
    bool is_pair;   /* without a separator between its letters */
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
    bool has_whole_words; /* true if a form is the beginning of whole words */
    struct work *work;    /* that the search spends; or NULL */
};

enum search_query_status {
    SEARCH_QUERY_OK,
    SEARCH_QUERY_TOO_LONG,
    SEARCH_QUERY_TOO_MANY_WORDS,
    SEARCH_QUERY_TOO_MANY_FORMS, /* of words in an archive of many languages, or too many pairs */
    SEARCH_QUERY_OUT_OF_MEMORY
};

/* Parses a text in UTF-8. `languages` are those of the index (search_index_languages), `vocabulary`
 * its words; if it is NULL, each prefix is compared with whole words. Unless it returns
 * SEARCH_QUERY_OK, *ret_query is incomplete. `work` is NULL, or outlives the query. */
enum search_query_status search_query_parse(const char *text, struct tokenizer *tokenizer,
                                            const struct vocabulary *vocabulary, uint32_t languages,
                                            struct work *work, struct search_query *ret_query);

/* Adds the terms of the query that a word of a record matches to a set. The word comes from the
 * tokenizer. Returns false if it matches no term. */
bool search_query_match(const struct search_query *query, const char *word, size_t length,
                        struct search_term_set *terms);

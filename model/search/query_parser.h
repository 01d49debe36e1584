/* The parser of search queries: what it has read, and its steps. Private to the folder. */
#pragma once

#include "search/query.h"
#include "search/vocabulary.h"
#include "words/tokenizer.h"

/* A phrase or word in the text of the query. */
struct query_clause {
    const char *text; /* without quotation marks; not terminated by a NUL */
    size_t length;
    bool is_prefix;   /* followed by "*" */
    bool is_excluded; /* preceded by "-" */
};

/* A word is stemmed up to 64 bytes; of a longer one no other form is known. */
enum {
    QUERY_STEMMED_BYTES_MAX = 64
};

struct query_parser {
    struct search_query *query;
    struct tokenizer *tokenizer;
    const struct vocabulary *vocabulary; /* of the index; or NULL */
    uint32_t languages;
    char excluded[SEARCH_EXPRESSION_BYTES];  /* the expression of the excluded clauses */
    size_t word_count;                       /* the words and runs of pairs that were read */
    enum word_kind last_kind;                /* of the term that was read last */
    char last_word[QUERY_STEMMED_BYTES_MAX]; /* the word that was read last, without a NUL */
    size_t last_length;                      /* 0 if it is longer */
    bool has_too_many_words, has_too_many_forms;
    bool failed; /* out of memory */
};

/* Reads the next clause of a query and moves *text after it. Returns false at the end. */
bool query_read_clause(const char **text, struct query_clause *clause);

/* Returns true if the parser failed or has too many words or forms. */
bool query_is_given_up(const struct query_parser *parser);

/* Returns the term that was read last. */
struct search_term *query_last_term(struct search_query *query);

/* Reads the words of a clause, and adds them to the terms of the query, unless the parser gives up.
 */
void query_read_terms(struct query_parser *parser, const struct query_clause *clause);

/* Removes the terms from `first` on. */
void query_drop_terms(struct search_query *query, size_t first);

/* Appends a clause to the expression of its kind: the query's terms from `first` on. */
void query_append_clause(struct query_parser *parser, const struct query_clause *clause,
                         size_t first);

/* Completes the expression: (clauses) NOT (excluded clauses). */
void query_join_expressions(struct query_parser *parser);

/* The words of an index that stand for all words with a prefix.
 *
 * SQLite merges the lists of all words with a prefix, which takes longer than reading the lists of
 * a few words. If all words that have a stem begin with the prefix, the stem stands for them:
 *
 *     negotiat*     negoti, the stem of "negotiate", "negotiations" and others
 */
enum {
    PREFIX_TERMS_MAX = 8
};

struct prefix_term {
    char text[128];
    size_t length;
    uint64_t whole_occurrences; /* of whole words with this stem that begin with the prefix */
};

struct prefix_terms {
    struct prefix_term at[PREFIX_TERMS_MAX];
    size_t count;
};

/* Finds the words that occur in exactly the places of the words with the prefix, which has at most
 * QUERY_STEMMED_BYTES_MAX bytes. Returns false if there are none, or too many, or if one of them
 * also stands for other words. */
bool prefix_terms_find(const struct vocabulary *vocabulary, const char *prefix, size_t length,
                       struct prefix_terms *ret_terms);

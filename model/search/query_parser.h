/* The parser of search queries: what it has read, and its steps. Private to the folder. */
#pragma once

#include "search/query.h"
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
    const char *last_spelling;               /* the same word in the text of the query */
    size_t last_spelling_length;             /* 0 if it is not known */
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

/* The piece of a record's text that shows best why it was found. */
#pragma once

#include "search/query.h"
#include "search/text.h"

/* Around what was found, in a snippet. Texts of records hold no control characters, so nobody can
 * take one for the other. */
#define SEARCH_MARK_BEGIN '\x01'
#define SEARCH_MARK_END '\x02'

enum {
    SNIPPET_WORDS = 32,       /* in a snippet */
    SNIPPET_WORDS_READ = 4096 /* of each column, beyond which nothing is looked at */
};

/* A word of a text. */
struct snippet_word {
    uint32_t begin, end; /* in bytes */
    uint32_t matched;    /* the query's words that it is */
    uint32_t begins;     /* the query's phrases that begin with it */
    bool hit;            /* it belongs to a phrase ... */
    bool goes_on;        /* ... and is not its first word */
};

/* What a snippet is made with: one for a thread, used again and again. */
struct snippet {
    struct search_text text; /* of the column that is looked at */
    struct search_text out;  /* the snippet */
    const struct search_query *query;
    size_t met[SEARCH_QUERY_WORDS_MAX]; /* after how many words each phrase was met last; or 0 */
    size_t word_count, word_max;
    struct snippet_word words[SNIPPET_WORDS_READ];
};

/* `snippet` is all zero at first. */
void snippet_finish(struct snippet *snippet);

/* Writes snippet->out: of the column and the place in it where most of the query's phrases stand
 * close together some words in one line, with marks and, where text is left out, an ellipsis. False
 * when out of memory. */
bool snippet_write(struct snippet *snippet, struct search_words *words,
                   const struct search_query *query, const struct record *record);

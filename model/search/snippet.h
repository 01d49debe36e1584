/* The part of a record's text that shows best why a query found the record. */
#pragma once

#include "base/buffer.h"
#include "schema/field.h"
#include "search/query.h"
#include "words/snippet_cut.h"

struct record;

/* The separator of the values in a column and in a snippet, which the tokenizer does not take as
 * part of a word. */
#define SEARCH_TEXT_SEPARATOR " \xc2\xb7 "

enum {
    SNIPPET_WORDS = 32,       /* the most words of a snippet */
    SNIPPET_WORDS_READ = 4096 /* the most words of a column; later words are ignored */
};

/* A word of a column. */
struct snippet_word {
    uint32_t begin, end;       /* in bytes of the text */
    uint32_t starting_phrases; /* the query's phrases whose match begins here, as 1 << index */
    bool is_match;             /* true if the word is part of a match of a phrase */
    bool continues_match;      /* true if it is also not the first word of the match */
};

/* The working memory for writing snippets; each thread has one, which it reuses. */
struct snippet {
    struct buffer text; /* the text of the current column */
    struct buffer out;  /* the snippet */
    const struct search_query *query;
    struct search_term_set phrase_starts;  /* the first terms of the query's phrases */
    struct search_term_set terms;          /* that the last word matches */
    struct search_term_set matched_before; /* `matched` before the last word */
    struct search_term_set matched; /* the terms up to which a phrase matches the last words */
    size_t set_words;               /* of the sets that have terms */
    bool match_continues;           /* true if the next word is part of the last match */
    size_t
        last_match_end[SEARCH_QUERY_WORDS_MAX]; /* of each phrase, in words; 0 before the first */
    uint64_t word_work;                         /* units for each word that is read */
    size_t word_count, word_max;
    struct snippet_word words[SNIPPET_WORDS_READ];
};

/* Initialises an all-zero snippet. */
void snippet_init(struct snippet *snippet);

/* Frees the buffers. */
void snippet_finish(struct snippet *snippet);

/* Writes a snippet of the record to snippet->out: one line of SNIPPET_WORDS words at most, with
 * marks around the matches, and an ellipsis where text is omitted. A longer one than
 * SNIPPET_BYTES_MAX is cut (words/snippet_cut.h). It chooses the column and the
 * place where most of the query's phrases occur close together. Returns false if out of memory, or
 * if the work of the query is used up. */
bool snippet_write(struct snippet *snippet, struct tokenizer *tokenizer,
                   const struct search_query *query, const struct record *record);

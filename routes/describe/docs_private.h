/* The parts of the reference, shared by the files docs*.c. */
#pragma once

#include "endpoints/call.h"
#include "layout/layout.h"

enum {
    DOCS_WORD_MAX = 40 /* bytes of the word that the examples search for, with its NUL */
};

struct docs {
    const struct call *call;
    struct page page;
    char address[REQUEST_ADDRESS_BYTES]; /* of the service, for the examples */
    char word[DOCS_WORD_MAX];            /* a word of the record, to search for */
};

/* Opens a section with its heading, which is a link to it; closes it. */
void docs_open_section(struct docs *docs, const char *id, const char *tag, const char *heading);
void docs_close_section(struct docs *docs);

/* Writes a paragraph. */
void docs_write_text(struct docs *docs, const char *text);

/* Write the beginning of a table, with its caption and column names separated by '|', and its end.
 */
void docs_open_table(struct docs *docs, const char *caption, const char *columns);
void docs_close_table(struct docs *docs);

/* Writes a row: a name as code, then cells of text. */
void docs_write_row(struct docs *docs, const char *name, const char *const *cells, size_t count);

/* Open and close the group of the examples of a section. */
void docs_open_examples(struct docs *docs);
void docs_close_examples(struct docs *docs);

/* Writes a request as a curl command, with a link to its answer if it succeeds. A script shows the
 * answer in place (looks/answers.js), so that the page does not grow with the record. */
void docs_write_request(struct docs *docs, const char *target);

/* Writes a request that fails, and its answer, folded. */
void docs_write_problem(struct docs *docs, const char *target);

/* Writes examples of filters, with values of the record. */
void docs_write_filter_examples(struct docs *docs);

/* Chooses the address and the word for the examples. */
void docs_choose_values(struct docs *docs);

/* docs_parameters.c */
void docs_write_parameters(struct docs *docs);
void docs_write_filters(struct docs *docs);
void docs_write_formats(struct docs *docs);

/* docs_collections.c */
void docs_write_common_fields(struct docs *docs);
/* Writes examples of a list, and of a relation, of the first collection that has records. */
void docs_write_collection_examples(struct docs *docs);
void docs_write_collections(struct docs *docs);

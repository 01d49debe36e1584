/* The parts of the reference, shared by the files docs*.c. */
#pragma once

#include "endpoints/call.h"
#include "http/html.h"

struct docs {
    const struct call *call;
    struct buffer *out;
    char host[280]; /* in the examples */
};

/* Appends a heading with an id. */
void docs_append_heading(struct docs *docs, const char *tag, const char *id, const char *text);

/* Append the beginning of a table, with its caption and column names separated by '|', and its end.
 */
void docs_open_table(struct docs *docs, const char *caption, const char *columns);
void docs_close_table(struct docs *docs);

/* Appends a row: a name as code, then cells of text. */
void docs_append_row(struct docs *docs, const char *name, const char *const *cells, size_t count);

/* Appends a request as a curl command, and the first `lines` lines of its answer. */
void docs_append_example(struct docs *docs, const char *target, size_t lines);

/* docs_parameters.c */
void docs_append_parameters(struct docs *docs);
void docs_append_filters(struct docs *docs);
void docs_append_formats(struct docs *docs);

/* docs_collections.c */
void docs_append_collections(struct docs *docs);

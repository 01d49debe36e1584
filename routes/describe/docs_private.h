/* What the files docs*.c share: the parts of the reference. */
#pragma once

#include "endpoints/call.h"
#include "http/html.h"

struct docs {
    const struct call *call;
    struct buffer *out;
    char host[280]; /* in requests to paste */
};

/* Appends a heading with an id. */
void docs_append_heading(struct docs *docs, const char *tag, const char *id, const char *text);

/* Appends the beginning of a table with its caption and head. '|' separates the columns. */
void docs_open_table(struct docs *docs, const char *caption, const char *columns);
void docs_close_table(struct docs *docs);

/* Appends a row: a name in code, then cells of text. */
void docs_append_row(struct docs *docs, const char *name, const char *const *cells, size_t count);

/* Appends a request to paste, and the first `lines` lines of its answer. */
void docs_append_example(struct docs *docs, const char *target, size_t lines);

/* docs_parameters.c */
void docs_append_parameters(struct docs *docs);
void docs_append_filters(struct docs *docs);
void docs_append_forms(struct docs *docs);

/* docs_collections.c */
void docs_append_collections(struct docs *docs);

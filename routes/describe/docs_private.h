/* The parts of the reference: what the files docs*.c share. */
#pragma once

#include "endpoints/call.h"
#include "http/html.h"

struct docs {
    const struct call *call; /* whose archive is described */
    struct buffer *out;
    char host[280]; /* as it stands in requests to paste */
};

/* A heading with an address of its own on the page. */
void docs_append_heading(struct docs *docs, const char *tag, const char *id, const char *text);

/* A table's caption and head; the columns are separated by '|'. */
void docs_open_table(struct docs *docs, const char *caption, const char *columns);
void docs_close_table(struct docs *docs);
/* A row that begins with a name in code, whose other cells are text. */
void docs_append_row(struct docs *docs, const char *name, const char *const *cells, size_t count);

/* A request to paste, and the first `lines` lines of what it answers. A target that ends in
 * "pretty" is indented. */
void docs_append_example(struct docs *docs, const char *target, size_t lines);

/* docs_parameters.c */
void docs_append_parameters(struct docs *docs);
void docs_append_filters(struct docs *docs);
void docs_append_forms(struct docs *docs);

/* docs_collections.c */
void docs_append_collections(struct docs *docs);

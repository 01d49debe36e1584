/* Passages of documents that records cite, and the lines of documents. Private to the folder. */
#pragma once

#include "archive/archive.h"

/* A passage of a document that a record cites. */
struct passage {
    const struct record *document;
    const struct value *lines; /* may be absent */
    uint32_t from, to;         /* 0 if no lines are given */
};

/* Reads a passage from an object of source_fields: its lines are "34" or "34-39". */
struct passage passage_of(const struct value *source);

/* Reports whether the text of a document is data for programs, such as XML, and not prose. */
bool document_is_data(const struct record *document);

/* Reports whether a document is written in Markdown. */
bool document_is_markdown(const struct record *document);

/* The beginnings of the lines of one document, found when they are first needed. */
struct line_index {
    const struct archive *archive;
    const struct record *document;
    const struct document_text *text; /* NULL if the document has none */
    uint32_t *starts;                 /* offsets of the `text->lines` lines, then the end */
    bool failed;                      /* true if out of memory */
};

void line_index_init(struct line_index *index, const struct archive *archive);
void line_index_finish(struct line_index *index);

/* Makes the index of a document, unless it is that of the last call. Returns false if the document
 * has no text, or if out of memory. */
bool line_index_choose(struct line_index *index, const struct record *document);

/* Returns a line, counted from 1, without its line end. The document was chosen and has the line.
 */
const char *line_index_line(const struct line_index *index, uint32_t line, size_t *ret_length);

/* Reports whether a line begins a new block: a heading, an item of a list, a number with a point or
 * a bracket, or text in bold, such as "**Name:**". */
bool line_begins_something(const char *line, size_t length);

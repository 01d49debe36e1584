/* The beginnings of the lines of one document, found when they are first needed. */
#pragma once

#include "archive/archive.h"

struct line_index {
    const struct archive *archive;
    const struct record *document;
    const struct document_text *text; /* NULL if the document has none */
    uint32_t *starts;                 /* of `text->lines` lines, and the end of the text */
};

void line_index_init(struct line_index *index, const struct archive *archive);
void line_index_finish(struct line_index *index);

/* Makes the index of a document, unless it is that of the last call. Returns false if the document
 * has no text, or if out of memory. */
bool line_index_choose(struct line_index *index, const struct record *document);

/* Returns a line, counted from 1, without its line end. The document was chosen and has the line.
 */
const char *line_index_line(const struct line_index *index, uint32_t line, size_t *ret_length);

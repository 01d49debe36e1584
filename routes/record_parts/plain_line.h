/* The words of a line of Markdown, for a quotation. */
#pragma once

#include "base/buffer.h"

/* Appends a line of a document in Markdown as its readers see it: without the marks of headings,
 * entries, emphasis, code and links. A numbered entry keeps its number. A line that is only marks,
 * such as a rule, is appended as it is. `line` has `length` bytes. */
void plain_line_append(struct buffer *out, const char *line, size_t length);

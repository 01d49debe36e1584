/* HTML to plain text: a small converter for the descriptions in schedules, in one pass and with
 * bounded state. It is not a parser of documents: it knows the tags that editors of texts write. */
#pragma once

#include "base/buffer.h"

/* Appends the text of HTML. Blocks are separated by empty lines, rows and items by line ends. */
void html_text_append(struct buffer *out, const char *html, size_t length);

/* Returns the length of the known tag or the comment that a text begins with, or 0. */
size_t html_tag_length(const char *text, size_t length);

/* Returns the length of the reference to a character that a text begins with, such as "&amp;" or
 * "&#8217;", or 0. */
size_t html_reference_length(const char *text, size_t length);

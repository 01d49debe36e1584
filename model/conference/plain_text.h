/* Plain text from the texts of schedules, which are plain text, Markdown or HTML. */
#pragma once

#include "base/buffer.h"

#include <stdbool.h>

/* Reports whether a text has a tag of HTML, or a reference to a character such as "&amp;". */
bool plain_text_is_html(const char *text, size_t length);

/* Appends a text as one line: control characters are dropped, and spaces and line ends between
 * words become one space. */
void plain_text_append_line(struct buffer *out, const char *text, size_t length);

/* Appends a text as paragraphs that are separated by one empty line. HTML is converted: a list
 * becomes lines that begin with "- " or a number, a link its text and the URL in parentheses.
 * Scripts and styles are dropped. Other texts keep their lines. */
void plain_text_append(struct buffer *out, const char *text, size_t length);

/* HTML in a buffer: the only code that turns text into markup. */
#pragma once

#include "base/buffer.h"

/* Appends text as the content of an element or of an attribute in double quotes. */
void html_append(struct buffer *out, const char *text, size_t length);
void html_append_text(struct buffer *out, const char *text);

/* Appends an element that contains only text: <tag>text</tag>. */
void html_append_element(struct buffer *out, const char *tag, const char *text);

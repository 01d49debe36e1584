/* HTML in a buffer: the only code that turns text into markup. */
#pragma once

#include "base/buffer.h"

/* Appends text as the content of an element or of an attribute in double quotes. */
void html_append(struct buffer *out, const char *text, size_t length);

/* Appends text as the content of an element. Quotation marks, which are not markup there, stay as
 * they are. */
void html_append_content(struct buffer *out, const char *text, size_t length);

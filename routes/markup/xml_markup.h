/* The elements and attributes of XML 1.0. */
#pragma once

#include "base/buffer.h"

/* Appends a text as the content of an element, or of an attribute, whose line ends and tabs are
 * escaped. A character that XML cannot have becomes U+FFFD. */
void xml_append(struct buffer *out, const char *text, size_t length, bool attribute);

/* Appends an attribute, after a space. */
void xml_attribute(struct buffer *out, const char *name, const char *text);

/* Append an element with a text, on a line of its own. The second one appends nothing if `text` is
 * NULL. */
void xml_element(struct buffer *out, const char *indent, const char *name, const char *text,
                 size_t length);
void xml_text_element(struct buffer *out, const char *indent, const char *name, const char *text);

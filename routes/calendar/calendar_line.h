/* The content lines of iCalendar (RFC 5545, sections 3.1 and 3.3.11).
 *
 * This file does not use libical, which folds lines at spaces instead of at 75 octets, builds a
 * tree of each record before it writes, and depends on ICU.
 */
#pragma once

#include "base/buffer.h"

/* Appends a line "NAME:VALUE" or "NAME;PARAMETER=X:VALUE" with its CR LF, folded between characters
 * so that no part is longer than 75 octets. `value` is `length` bytes of UTF-8. */
void calendar_line_append(struct buffer *out, const char *name, const char *value, size_t length);

/* Appends a line of human-readable text; escapes backslashes, semicolons, commas and line feeds. */
void calendar_line_append_text(struct buffer *out, const char *name, const char *text,
                               size_t length);

/* The content lines of iCalendar (RFC 5545, sections 3.1 and 3.3.11).
 *
 * Why not libical: it folds at spaces where this file folds at 75 octets, so every calendar would
 * change its bytes and its ETag; it builds a tree of each record, where these lines go straight to
 * the answer; and it brings ICU along. The file that it would replace has 50 lines.
 */
#pragma once

#include "base/buffer.h"

/* Appends a line "NAME:VALUE" or "NAME;PARAMETER=X:VALUE", ended by CR LF and folded between
 * characters so that no part is longer than 75 octets. `value` is UTF-8, `length` bytes. */
void calendar_line_append(struct buffer *out, const char *name, const char *value, size_t length);

/* Does the same with human-readable text, whose backslashes, semicolons, commas and line feeds are
 * escaped. */
void calendar_line_append_text(struct buffer *out, const char *name, const char *text,
                               size_t length);

/* The lines of which iCalendar consists (RFC 5545, sections 3.1 and 3.3.11). */
#pragma once

#include "base/buffer.h"

/* A line "NAME:VALUE" or "NAME;PARAMETER=X:VALUE", ended by CR LF and folded, between characters,
 * so that no part is longer than 75 octets. */
void calendar_append_line(struct buffer *out, const char *name, const char *value, size_t length);

/* The same of words for people, in which backslash, semicolon, comma and line feed are escaped. */
void calendar_append_words(struct buffer *out, const char *name, const char *words, size_t length);

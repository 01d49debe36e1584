/* Which bytes are characters (RFC 3629). */
#pragma once

#include <stddef.h>

/* The length of the UTF-8 sequence at `s`, which a NUL ends at the latest, or 0 where it is none.
 */
size_t utf8_sequence(const unsigned char *s);

/* Copies a text without what is left of a character where it was cut, as formats that quote
 * ("%.60s") count bytes; at most `size` bytes with the NUL. Returns the length of the copy. */
size_t utf8_copy_whole(const char *text, char *copy, size_t size);

/* UTF-8 (RFC 3629), by libunistring: its u8_ functions refuse overlong forms, surrogates and
 * characters beyond U+10FFFF. All code that looks at characters asks here. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Returns true if `length` bytes are valid UTF-8. */
bool utf8_is_valid(const char *text, size_t length);

/* Returns the number of bytes, 1 to 4, of the character that a text begins with, which is
 * terminated by a NUL. Returns 0 if the text does not begin with a valid character, or is empty. */
size_t utf8_character_length(const char *text);

/* Returns the greatest length, at most `max`, that does not cut a character. The text is valid, and
 * longer than `max` or terminated there by a NUL. The result is at least `max` - 3, whatever the
 * text is. */
size_t utf8_cut_length(const char *text, size_t max);

/* Copies the valid characters of a text that is terminated by a NUL, as many as fit into `size`
 * bytes with the NUL. Bytes that are not part of a valid character are omitted: a format that
 * quotes ("%.60s") counts bytes, and may cut a character. Returns the length of the copy. */
size_t utf8_copy_valid(const char *text, char *copy, size_t size);

/* UTF-8 (RFC 3629), by libunistring: its u8_ functions refuse overlong forms, surrogates and
 * characters beyond U+10FFFF. All code that examines characters calls these functions. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Returns true if `length` bytes are valid UTF-8. */
bool utf8_is_valid(const char *text, size_t length);

/* Returns the length of the first character of a text that is terminated by a NUL, 1 to 4 bytes.
 * Returns 0 if the text is empty or does not begin with a valid character. */
size_t utf8_character_length(const char *text);

/* Returns the greatest length, at most `max`, that does not cut a character. The text is valid, and
 * is longer than `max` or ends there with a NUL. The result is at least `max` - 3, even if the text
 * is not valid. */
size_t utf8_cut_length(const char *text, size_t max);

/* Returns the length of the beginning of a text that is longer than `max`: up to the last space in
 * the second half of `max` bytes, else utf8_cut_length. */
size_t utf8_cut_words(const char *text, size_t max);

/* Copies the valid characters of a text that is terminated by a NUL, as many as fit into `size`
 * bytes with the NUL. Omits bytes that are not part of a valid character, because a printf format
 * such as
 * "%.60s" counts bytes and may cut a character. Returns the length of the copy. */
size_t utf8_copy_valid(const char *text, char *copy, size_t size);

/* Returns the number of bytes that are not ASCII. */
size_t utf8_wide_bytes(const char *text, size_t length);

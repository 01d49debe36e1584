/* The properties of characters that folds and orders of texts depend on. They are those of Unicode
 * 16.0 with every release of libunistring that the program is built with: a table has the
 * characters that the oldest one does not know. A test compares a digest of all folds and keys, so
 * that a release which differs fails it. Private to the folder.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uninorm.h>

enum {
    CHARACTER_PARTS_MAX = UC_DECOMPOSITION_MAX_LENGTH
};

/* Returns the canonical combining class; 0 if the character is not a mark that is reordered. */
int character_combining_class(uint32_t character);

/* Returns true if the character is a symbol (general category S). */
bool character_is_symbol(uint32_t character);

/* Returns true if the character may be the second one of a pair that composes, and has class 0. May
 * be true of others as well. */
bool character_may_follow(uint32_t character);

/* Returns true if the character composes with one before it only if that is the same. */
bool character_doubles(uint32_t character);

/* Returns the value of a decimal digit of any script (general category Nd), or -1. */
int character_digit(uint32_t character);

/* Returns the character that two compose to, or 0. */
uint32_t character_compose(uint32_t first, uint32_t second);

/* Stores the canonical decomposition of a character, of which the first part may decompose further.
 * Returns the number of parts, or 0. */
int character_decompose(uint32_t character, uint32_t ret_parts[CHARACTER_PARTS_MAX]);

/* Does the same for the canonical or compatibility decomposition. */
int character_decompose_compatibly(uint32_t character, uint32_t ret_parts[CHARACTER_PARTS_MAX]);

/* Stores the full case folding of a character, which is the character itself if it has none.
 * `ret_folded` has room for `max` characters, at least 3. Returns their number. */
size_t character_fold_case(uint32_t character, uint32_t *ret_folded, size_t max);

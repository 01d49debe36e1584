/* The order of texts of every language, which is the same everywhere: the default order of Unicode
 * 13.0 (Unicode Technical Standard #10), with numbers by their value.
 *
 * Texts are compared by
 * 1. their letters, digits and other characters, as their folds (fold.h) have them: spaces come
 *    before punctuation, symbols, digits and letters; digits in a row, of any script, are a number,
 *    so "Item 2" comes before "Item 10";
 * 2. the bytes of their folds, so that only texts with the same fold remain equal;
 * 3. their accents, then their case: "e", "E", "é", "É";
 * 4. their bytes, except that a text that is its own fold comes first.
 * So all texts with the same fold are neighbours, and the order is total. Characters that Unicode
 * 13.0 does not know come last, by code point.
 */
#pragma once

#include "base/buffer.h"

/* Appends the key of `length` bytes of UTF-8 to `out`. memcmp compares keys as the order compares
 * their texts; no key is the beginning of another. Returns false if `out` failed: out of memory, or
 * above its ceiling. */
bool collation_key_append(const char *text, size_t length, struct buffer *out);

/* Appends the beginning that the keys of all texts with the same fold have in common, and no other
 * key has. So memcmp of its length compares a key with it: below, equal (the same text) or above.
 * Returns false if `out` failed. */
bool collation_key_append_fold(const char *text, size_t length, struct buffer *out);

/* Returns the version of Unicode of the order. */
const char *collation_unicode_version(void);

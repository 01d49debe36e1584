/* The words of an index and how often each occurs, so that the work of a search is known before it
 * begins. Immutable.
 *
 *     term      "energet"  "energi"  "enforc"    in the order of their bytes
 *     before    0          120       123         occurrences of all earlier terms
 *
 * One more sum follows the last term. The occurrences of all words with a prefix are the difference
 * of two sums.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sqlite3;
struct vocabulary;

/* Reads the words of the table "search" of a database. Returns NULL if out of memory. */
struct vocabulary *vocabulary_create(struct sqlite3 *database);

/* Accepts NULL. */
void vocabulary_destroy(struct vocabulary *vocabulary);

/* Returns how often a word of `length` bytes occurs, or if `is_prefix` all words that begin with
 * it. The word has the spelling of the tokenizer. */
uint64_t vocabulary_occurrences(const struct vocabulary *vocabulary, const char *word,
                                size_t length, bool is_prefix);

/* Returns true if the index may have a word with this prefix whose stem does not have it, so that
 * the prefix is to be looked for in whole words (words/tokenizer.h). */
bool vocabulary_has_shorter_stem(const struct vocabulary *vocabulary, const char *prefix,
                                 size_t length);

/* Returns the number of different words. */
size_t vocabulary_count(const struct vocabulary *vocabulary);

/* Returns a word by its index in the order of the words: *ret_length bytes, and how often it
 * occurs.
 */
const char *vocabulary_word(const struct vocabulary *vocabulary, size_t index, size_t *ret_length,
                            uint64_t *ret_occurrences);

/* Stores the index of the first word with a prefix, and of the first one after those. */
void vocabulary_range(const struct vocabulary *vocabulary, const char *prefix, size_t length,
                      size_t *ret_first, size_t *ret_end);

/* Returns the letters of a word as a set of 32 bits, of which the last byte of each letter chooses
 * one. So a letter that is inserted or omitted changes one bit at most, one that is replaced two.
 */
uint32_t vocabulary_letters(const char *text, size_t length);

/* Returns the index of the first word from `index` on that lacks at most so many of the letters and
 * has at most so many more, or the number of words. */
size_t vocabulary_next_like(const struct vocabulary *vocabulary, size_t index, uint32_t letters,
                            unsigned lacking, unsigned more);

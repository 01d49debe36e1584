/* The patterns of model/wording, in every language. */
#pragma once

#include "phrases/sentence.h"
#include "wording/patterns.h"

/* Returns the number of words at `at` that the longest pattern of a class matches, or 0. */
size_t pattern_at(enum words_pattern pattern, const struct sentence *sentence, size_t at);

/* Finds the first place at which a pattern of a class matches, from a word on. Returns the number
 * of words; 0 if there is no such place, and *ret_at is then unchanged. */
size_t pattern_find(enum words_pattern pattern, const struct sentence *sentence, size_t from,
                    size_t *ret_at);

/* Returns true if pattern_find finds a place in the sentence. */
bool pattern_is_in(enum words_pattern pattern, const struct sentence *sentence);

/* Returns true if a pattern of a class matches the whole text, except for marks around it. */
bool pattern_is(enum words_pattern pattern, struct text_span text);

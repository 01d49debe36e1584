/* Comparison of texts with a folded text, part by part: it allocates nothing. */
#pragma once

#include "unicode/fold.h"

enum {
    FOLD_OPERAND_BYTES_MAX = 16000 /* of a folded text that others are compared with */
};

/* Each function compares the fold of `length` bytes of UTF-8 with `folded`, which is a fold of
 * `folded_length` bytes, at most FOLD_OPERAND_BYTES_MAX. */

/* Returns true if the folds are equal. */
bool text_fold_equals(const char *text, size_t length, const char *folded, size_t folded_length);

/* Returns true if the fold of the text begins with `folded`. */
bool text_fold_starts_with(const char *text, size_t length, const char *folded,
                           size_t folded_length);

/* Returns true if the fold of the text contains `folded`. */
bool text_fold_contains(const char *text, size_t length, const char *folded, size_t folded_length);

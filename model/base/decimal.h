/* Whole numbers as people and HTTP write them: decimal digits. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    DECIMAL_DIGITS_MAX = 18 /* of any number read here, so that none overflows */
};

/* Reads `length` bytes, all of which must be digits, at least 1 and at most DECIMAL_DIGITS_MAX.
 * Leading zeros are accepted. Returns false, with *ret_number unchanged, for anything else. */
bool decimal_parse(const char *text, size_t length, int64_t *ret_number);

/* Like decimal_parse, but accepts only the one way to write a number: no leading zeros. */
bool decimal_parse_canonical(const char *text, size_t length, int64_t *ret_number);

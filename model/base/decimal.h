/* Whole numbers in decimal digits. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    DECIMAL_DIGITS_MAX = 18 /* the most digits of a number, so that int64_t cannot overflow */
};

/* Parses `length` bytes: 1 to DECIMAL_DIGITS_MAX digits, which may have leading zeros. Returns
 * false, with *ret_number unchanged, for anything else. */
bool decimal_parse(const char *text, size_t length, int64_t *ret_number);

/* Like decimal_parse, but refuses leading zeros, so that each number has one spelling. */
bool decimal_parse_canonical(const char *text, size_t length, int64_t *ret_number);

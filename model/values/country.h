/* The countries of ISO 3166-1, by alpha-2 code. The table is generated from Debian's iso-codes when
 * the program is built (country_codes.py). */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum {
    COUNTRY_CODE_BYTES = 3 /* with the NUL */
};

/* The officially assigned codes, in capitals and in alphabetical order. */
extern const char country_codes[][COUNTRY_CODE_BYTES];
extern const size_t country_count;

/* The English names, in the same order. */
extern const char *const country_names[];

/* Reports whether the `length` bytes at `code` are one of these codes. */
bool country_is_code(const char *code, size_t length);

/* Returns the English name of a code, or the text itself if it is not a code. */
const char *country_name(const char *code);

/* Identifiers in registers of people, organizations, works and things.
 *
 * A scheme is the name of a register. The known schemes have a syntax, some have check digits, and
 * most have a site that resolves the identifier. Any other scheme is allowed.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum {
    IDENTIFIER_URL_MAX = 300 /* with the NUL */
};

enum identifier_check {
    IDENTIFIER_VALID,
    IDENTIFIER_MALFORMED,
    IDENTIFIER_WRONG_CHECKSUM
};

/* Checks a value of a scheme. If it is not valid, *ret_expected is a valid value in words. */
enum identifier_check identifier_check(const char *scheme, const char *value,
                                       const char **ret_expected);

/* Writes the URL that resolves a value to `url`. Returns false if the scheme has none, or it is too
 * long. */
bool identifier_write_url(const char *scheme, const char *value, char url[IDENTIFIER_URL_MAX]);

/* Dates as the Extended Date/Time Format writes them (EDTF, ISO 8601-2:2019), level 1.
 *
 * A calendar date of day, month or year precision; '?' uncertain, '~' approximate, '%' both, at
 * its end; 'X' for unknown digits from the right (199X, 2006-XX, 2006-04-XX, 2006-XX-XX); seasons
 * (2006-21 to 2006-24); a sign; 'Y' and more than four digits; intervals "a/b" with ".." for open
 * and nothing for unknown ends. Times of day are not dates and are refused.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A day as a number that orders days: year * 10000 + month * 100 + day, for negative years too. */
typedef int64_t edtf_day;

#define EDTF_DAY_MIN INT64_MIN
#define EDTF_DAY_MAX INT64_MAX

/* The first and the last day that a date may mean; an open or unknown end of an interval is
 * EDTF_DAY_MIN or EDTF_DAY_MAX. */
struct edtf_bounds {
    edtf_day earliest;
    edtf_day latest;
};

/* Reads a date of `length` bytes. False, with *ret_bounds untouched, where it is no such date or
 * an interval that ends before it begins. */
bool edtf_parse(const char *text, size_t length, struct edtf_bounds *ret_bounds);

/* What edtf_parse takes as a regular expression of ECMA-262, but for intervals that end before they
 * begin, which it takes too. */
extern const char edtf_pattern[];

/* Dates in the Extended Date/Time Format (EDTF, ISO 8601-2:2019), levels 0 and 1.
 *
 * The parser accepts:
 *   2006, 2006-04, 2006-04-28        a year, a month or a day
 *   2006?, 2006-10~, 2006-04-28%     an uncertain date, an approximate one, or both
 *   199X, 2006-04-XX, 2006-XX-XX     unknown digits, from the right
 *   2006-21 to 2006-24               a season
 *   -0044, Y17000                    a year before 1 BC, a year of more than four digits
 *   2006-04/2006-05, 2006/.., 2006/  an interval; ".." is an open end, nothing an unknown end
 * Times of day are refused.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A day as a number whose order is that of the days: year * 10000 + month * 100 + day, also for
 * negative years. */
typedef int64_t edtf_day;

#define EDTF_DAY_MIN INT64_MIN
#define EDTF_DAY_MAX INT64_MAX

/* The first and the last day that a date may mean. An open or unknown end of an interval is
 * EDTF_DAY_MIN or EDTF_DAY_MAX. */
struct edtf_bounds {
    edtf_day earliest;
    edtf_day latest;
};

/* Parses a date of `length` bytes. Returns false, and leaves *ret_bounds unchanged, if the text is
 * not a date in this format or is an interval that ends before it begins. */
bool edtf_parse(const char *text, size_t length, struct edtf_bounds *ret_bounds);

/* The texts that edtf_parse accepts, as a regular expression of ECMA-262. It also accepts intervals
 * that end before they begin. */
extern const char edtf_pattern[];

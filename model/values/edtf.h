/* Dates in the Extended Date/Time Format (EDTF, ISO 8601-2:2019), levels 0 and 1.
 *
 * The parser accepts:
 *   2006, 2006-04, 2006-04-28        a year, a month or a day
 *   2006?, 2006-10~, 2006-04-28%     an uncertain date, an approximate one, or both
 *   199X, 2006-04-XX, 2006-XX-XX     unknown digits, from the right
 *   2006-21 to 2006-24               a season
 *   -0044, Y17000                    a year before 1 BC, a year of more than four digits
 *   2006-04/2006-05, 2006/.., 2006/  an interval; ".." is an open end, nothing an unknown end
 *   2006-04-28T09:30:00Z, 2006-04-28T09:30+02:00   an instant; without seconds they are 0
 *   2006-04-28T09:30                               a time of a clock whose zone the text omits
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define EDTF_MIN INT64_MIN
#define EDTF_MAX INT64_MAX

/* The first and the last second that a date may mean, counted from 1970. An open or unknown end of
 * an interval is EDTF_MIN or EDTF_MAX. Years beyond 200,000,000,000 count as that year. */
struct edtf_bounds {
    int64_t earliest;
    int64_t latest;
};

enum edtf_clock {
    EDTF_DAYS,  /* whole days */
    EDTF_LOCAL, /* a time without an offset from UTC */
    EDTF_OFFSET /* a time with one */
};

struct edtf_date {
    enum edtf_clock clock;
    struct edtf_bounds bounds; /* instants for EDTF_OFFSET, else as a clock shows them */
};

/* Parses a date of `length` bytes. Returns false, and leaves *ret_date unchanged, if the text is
 * not a date in this format or is an interval that ends before it begins. */
bool edtf_read(const char *text, size_t length, struct edtf_date *ret_date);

/* Like edtf_read; days and times without an offset are those of UTC. */
bool edtf_parse(const char *text, size_t length, struct edtf_bounds *ret_bounds);

/* Return the bounds as instants, and as the clocks of a time zone show them. */
struct edtf_bounds edtf_instants(const struct edtf_date *date, uint16_t zone);
struct edtf_bounds edtf_local(const struct edtf_date *date, uint16_t zone);

/* The texts that edtf_read accepts, as a regular expression of ECMA-262. It also accepts intervals
 * that end before they begin. */
extern const char edtf_pattern[];

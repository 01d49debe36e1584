/* Dates of HTTP (RFC 9110, section 5.6.7).
 *
 * Why not the C library's strptime and timegm: cached answers are compared with dates, too. There
 * strptime takes 2.3 times the instructions of sscanf, and glibc's timegm takes a lock that all
 * threads share. curl_getdate would bring libcurl into the routes, and accepts many forms that are
 * not dates of HTTP.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* Reads a date in any of HTTP's three forms: "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94
 * 08:49:37 GMT" (RFC 850) or "Sun Nov  6 08:49:37 1994" (asctime). A year of two digits means the
 * last year with these digits in which the date is at most 50 years after `now`; other years are
 * 1583 or later. The day of the week is ignored. `now` and *ret_seconds are seconds since 1970.
 * Returns false, with *ret_seconds unchanged, if the text is not such a date. */
bool http_date_parse(const char *text, int64_t now, int64_t *ret_seconds);

enum {
    HTTP_DATE_BYTES = 30
};

/* Writes the first form, the only one that may be sent, of a time in the years 1970 to 9999. The
 * program keeps the C locale, whose names of days and months are HTTP's. */
void http_date_write(int64_t seconds, char text[HTTP_DATE_BYTES]);

/* Dates of HTTP (RFC 9110, section 5.6.7).
 *
 * The C library's strptime and timegm are not used, because cached answers are compared with dates
 * too: strptime takes 2.3 times the instructions of sscanf, and glibc's timegm takes a lock that
 * all threads share. curl_getdate would bring libcurl into the routes, and accepts many formats
 * that HTTP does not allow.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* Reads a date in any of HTTP's three formats: "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94
 * 08:49:37 GMT" (RFC 850) or "Sun Nov  6 08:49:37 1994" (asctime). A year of two digits is
 * the last year with these digits in which the date is at most 50 years after `now`; a year of four
 * digits must be 1583 or later. The day of the week is ignored. `now` and *ret_seconds are seconds
 * since 1970. Returns false, with *ret_seconds unchanged, if the text is not such a date. */
bool http_date_parse(const char *text, int64_t now, int64_t *ret_seconds);

enum {
    HTTP_DATE_BYTES = 30
};

/* Writes a time in the years 1970 to 9999 in the first format, the only one that may be sent.
 * Relies on the C locale, whose names of days and months are those of HTTP. */
void http_date_write(int64_t seconds, char text[HTTP_DATE_BYTES]);

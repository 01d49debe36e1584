/* Conditional requests (RFC 9110, section 13) and HTTP's dates (section 5.6.7). */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* How entity tags are compared (RFC 9110, section 8.8.3.2). */
enum comparison {
    COMPARE_STRONGLY, /* for If-Match: a weak tag is like none */
    COMPARE_WEAKLY    /* for If-None-Match */
};

/* Whether a list of tags holds one like `entity_tag`, which is strong and in its quotation marks,
 * or is "*". A list that breaks the grammar matches nothing from there on. */
bool entity_tag_listed(const char *list, const char *entity_tag, enum comparison comparison);

/* Seconds since 1970 of an HTTP date in any of its three forms. False where it is none. */
bool http_date_parse(const char *text, int64_t *ret_seconds);

enum {
    HTTP_DATE_BYTES = 30
};

/* The preferred form, "Sun, 06 Nov 1994 08:49:37 GMT", of a time in the years 1970 to 9999. The
 * program keeps the C locale, whose names of days and months are HTTP's. */
void http_date_write(int64_t seconds, char text[HTTP_DATE_BYTES]);

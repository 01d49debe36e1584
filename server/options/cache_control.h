/* The values of --cache-control: `Cache-Control` of an answer (RFC 9111, section 5.2). */
#pragma once

enum {
    CACHE_CONTROL_BYTES_MAX = 200 /* of a value, without its NUL */
};

/* Returns why a text is not a list of directives of an answer, such as "max-age takes a whole
 * number of seconds", or NULL if it is one. Directives that are not known are extensions. */
const char *cache_control_problem(const char *text);

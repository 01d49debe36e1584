/* The pieces that the head of a request is made of (RFC 9110, section 5; RFC 9112, section 3).
 *
 * Where a value is judged, white space around it is not of it: libmicrohttpd 0.9.75 leaves some.
 */
#pragma once

#include "http/request.h"

#include <stdbool.h>
#include <stddef.h>

/* As methods and the names of fields are (RFC 9110, section 5.6.2). */
bool grammar_is_token(const char *text, size_t length);

/* No control characters but the tab, no NUL (RFC 9110, section 5.5). */
bool grammar_is_field_value(const char *text, size_t length);

/* A host with an optional port; no user information (RFC 9110, section 7.2). */
bool grammar_is_host(const char *text);

/* Digits without a leading zero, which makes them octal to some. */
bool grammar_is_number(const char *text);

/* Just that word, in letters of any case. */
bool grammar_is_word(const char *text, const char *word);

/* Printable ASCII without "#": what follows that is never sent. */
bool grammar_is_target(const char *text);

/* Of a form that goes with the method: a path, a whole http URL whose host is one, or "*" for
 * OPTIONS (RFC 9112, section 3.2). Not for CONNECT. */
bool grammar_is_target_of(enum method method, const char *text);

/* The grammar of the head of a request (RFC 9110, section 5; RFC 9112, section 3).
 *
 * White space around a field value is not part of it; libmicrohttpd 0.9.75 does not always remove
 * it, so the functions that read a value skip it.
 */
#pragma once

#include "http/request.h"

#include <stdbool.h>
#include <stddef.h>

/* Reports whether `length` bytes have no control characters except tabs, and no NUL (RFC 9110,
 * section 5.5). */
bool request_grammar_is_field_value(const char *text, size_t length);

/* Reports whether `text` is a host with an optional port and no user information (RFC 9110, section
 * 7.2). */
bool request_grammar_is_host(const char *text);

/* Reports whether `text` is a number of any length without leading zeros, which some programs would
 * read as octal. */
bool request_grammar_is_number(const char *text);

/* Reports whether `text` has 1 to 128 letters, digits and characters of "+/=@:._-", as identifiers
 * of requests have. */
bool request_grammar_is_identifier(const char *text);

/* Reports whether `text` is `word`, in letters of any case. */
bool request_grammar_is_word(const char *text, const char *word);

/* Reports whether a method is registered (RFC 9110, section 16.1, with the registry of 2025). Its
 * name is case-sensitive. */
bool request_grammar_is_registered_method(const char *name);

/* Reports whether `text` is printable ASCII without "#", which begins a fragment and is never sent.
 */
bool request_grammar_is_target(const char *text);

/* Reports whether `text` is a valid target for the method: a path, an http URL with a host, or "*"
 * for OPTIONS (RFC 9112, section 3.2). Does not support CONNECT. */
bool request_grammar_is_target_of(enum method method, const char *text);

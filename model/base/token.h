/* Tokens in the grammar of HTTP: the names of methods, fields, codings and parameters (RFC 9110,
 * section 5.6.2). */
#pragma once

#include <stddef.h>

/* Returns the length of the token at the beginning of `text`, or 0 if there is no token. */
size_t token_length(const char *text);

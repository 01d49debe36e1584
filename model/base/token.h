/* Tokens of HTTP's grammar: names of methods, fields, codings and parameters (RFC 9110, section
 * 5.6.2). */
#pragma once

#include <stddef.h>

/* Returns the length of the token that `text` begins with, or 0 if it begins with none. */
size_t token_length(const char *text);

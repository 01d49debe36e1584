/* Language tags (BCP 47, RFC 5646): a language, and further parts such as a script or a region. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Reports whether a text has the syntax of a language tag. Its parts are not looked up. */
bool language_is_tag(const char *text, size_t length);

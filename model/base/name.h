/* Names of fields, collections and parameters. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Reports whether `length` bytes are the known name. */
bool name_is(const char *known, const char *name, size_t length);

/* Returns the indefinite article for the noun: "a" or "an". */
const char *name_article(const char *noun);

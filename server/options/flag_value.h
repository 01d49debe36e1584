/* The values of flags: parsed, checked and stored in struct options. */
#pragma once

#include "options/flags.h"

#include <stdio.h>

/* Stores the value that the user gave to a flag; lists get one more element. `label` is the flag or
 * the variable as error messages name it. The value is borrowed. Returns false, with the reason
 * written to `errors`, if the value is wrong. */
bool flag_value_set(const struct flag *flag, struct options *options, const char *label,
                    const char *value, FILE *errors);

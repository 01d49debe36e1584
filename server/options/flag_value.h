/* The values of flags: parsed, checked and stored in struct options. */
#pragma once

#include "options/options.h"

#include <stdio.h>

/* Stores the value of a flag; appends it if the flag is a list. `label` is the name of the flag or
 * the variable in error messages. Borrows the value. Returns false, with the reason written to
 * `errors`, if the value is wrong. */
bool flag_value_set(const struct flag *flag, struct options *options, const char *label,
                    const char *value, FILE *errors);

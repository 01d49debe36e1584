/* The end of a fault about a name that is not known: the nearest known name, or all of them. */
#pragma once

#include "schema/field.h"

enum {
    HINT_BYTES_MAX = 400 /* with the NUL */
};

/* Writes a hint into `hint`, which it returns. `choices` ends with NULL and is not empty; those
 * that do not fit are omitted. */
const char *hint_choices(const char *const *choices, const char *name, size_t length,
                         char hint[HINT_BYTES_MAX]);

/* Like hint_choices, for the names of fields. */
const char *hint_fields(struct field_list fields, const char *name, size_t length,
                        char hint[HINT_BYTES_MAX]);

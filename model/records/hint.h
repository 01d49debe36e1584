/* Hints at known names, for the end of a fault. */
#pragma once

#include "schema/field.h"

enum {
    HINT_BYTES_MAX = 400 /* with the NUL */
};

/* Writes a hint for an unknown name to `hint`, and returns `hint`: `did you mean "NAME"?` with the
 * nearest known name, else "expected one of " with all known names. `choices` ends with NULL and is
 * not empty. Names that do not fit are omitted. */
const char *hint_choices(const char *const *choices, const char *name, size_t length,
                         char hint[HINT_BYTES_MAX]);

/* Like hint_choices, with the names of fields as choices. */
const char *hint_fields(struct field_list fields, const char *name, size_t length,
                        char hint[HINT_BYTES_MAX]);

/* Writes the choices to `hint`, separated by commas, and returns `hint`. Names that do not fit are
 * omitted. */
const char *hint_list(const char *const *choices, char hint[HINT_BYTES_MAX]);

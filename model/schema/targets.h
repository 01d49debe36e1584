/* Sets of record types that a reference can lead to, as `targets` of a field has them. */
#pragma once

#include "schema/record_type.h"

/* Returns the type of a set that holds one; NULL if it holds none or several. */
const struct record_type *targets_only(unsigned targets);

/* Reports whether a set holds several types: a reference must then name the collection too. */
static inline bool targets_are_several(unsigned targets)
{
    return (targets & (targets - 1)) != 0;
}

/* Writes the names of the types into `list`, which is cut at `size` bytes: singular ("paper"), or
 * as collections ("papers"). They are separated by commas, the last by `last`. */
enum targets_form {
    TARGETS_SINGULAR,
    TARGETS_COLLECTIONS
};
void targets_write(unsigned targets, enum targets_form form, const char *last, char *list,
                   size_t size);

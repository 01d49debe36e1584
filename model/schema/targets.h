/* Sets of the record types to which a reference can lead: the member `targets` of a field. */
#pragma once

#include "schema/record_type.h"

/* Returns the type if the set holds exactly one, else NULL. */
const struct record_type *targets_only(unsigned targets);

/* Reports whether a set holds several types. A reference must then name the collection, too. */
static inline bool targets_are_several(unsigned targets)
{
    return (targets & (targets - 1)) != 0;
}

/* Writes the names of the types to `list`, cut at `size` bytes: in the singular ("paper"), or the
 * collections ("papers"). The names are separated by commas, the last one by `last`. */
enum targets_form {
    TARGETS_SINGULAR,
    TARGETS_COLLECTIONS
};
void targets_write(unsigned targets, enum targets_form form, const char *last, char *list,
                   size_t size);

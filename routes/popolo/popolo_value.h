/* The values of the properties of Popolo. */
#pragma once

#include "popolo/popolo.h"

/* A value that is present, and the row that describes it. */
struct popolo_value {
    const struct field *field;
    const struct value *value;
};

/* Finds the value of a property that a field has: the value of the field, which may be absent, its
 * first item that the property can hold, or what `from` of the property names. Returns false if
 * Popolo cannot express it. */
bool popolo_value_find(const struct field *field, const struct value *value,
                       const struct popolo_property *property, struct popolo_value *ret_found);

/* Writes a value that popolo_value_find has found. */
void popolo_value_write(const struct popolo_output *output, const struct popolo_property *property,
                        const struct popolo_value *found);

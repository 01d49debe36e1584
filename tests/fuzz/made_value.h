/* Random values and fields for record_mutator.c. The same seed gives the same ones. */
#pragma once

#include "schema/record_type.h"

#include <jansson.h>

/* Sets the seed; must be called before the other functions. */
void made_begin(uint64_t seed);

/* Returns a random number from 0 to `bound` - 1. */
size_t made_below(size_t bound);

/* Returns a random field of a record type, or of an object in one. */
const struct field *made_field(void);

/* Returns a random value, which the caller owns: an edge case for parsers of JSON and text, a value
 * from the choices of a field, or the name of a field. */
json_t *made_value(void);

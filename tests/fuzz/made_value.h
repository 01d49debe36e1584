/* What the mutator of data files puts into them: at random, but the same for the same seed. */
#pragma once

#include "schema/record_type.h"

#include <jansson.h>

/* To be called before the others. */
void made_begin(uint64_t seed);

/* A number from 0 to below `bound`. */
size_t made_below(size_t bound);

/* A field of any type of record, or of an object within one. */
const struct field *made_field(void);

/* A value that is the caller's: what readers of JSON and of texts are known to stumble over, what
 * fields hold, or what they are called. */
json_t *made_value(void);

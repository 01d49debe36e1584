/* The values of scalars in YAML. Private to model/tables. */
#pragma once

#include "base/buffer.h"
#include "schema/field.h"

/* Appends the JSON of a plain scalar. `field` is the field that has it, or NULL if that is unknown.
 */
void yaml_scalar_write_plain(struct buffer *out, const struct field *field, const char *text,
                             size_t length);

/* Appends a JSON string. */
void yaml_scalar_write_string(struct buffer *out, const char *text, size_t length);

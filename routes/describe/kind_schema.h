/* Values of the kinds of field in the words of JSON Schema 2020-12: what the schema of a data file
 * and those of answers have in common. */
#pragma once

#include "base/json_writer.h"
#include "schema/record_type.h"

/* The schemas of the kinds, as members of "$defs" or "components/schemas": each is named by
 * kind_schema_name and says what is a value of the kind and how such a value is written. */
void kind_schema_write_all(struct json_writer *writer);

/* The name under which the schema of a kind is defined; NULL for a kind whose schema depends on the
 * field: FIELD_INTEGER, FIELD_ENUM, FIELD_FIELD_NAME, FIELD_REFERENCE, FIELD_OBJECT. */
const char *kind_schema_name(enum field_kind kind);

/* Members of a schema for one value of a field of `type` that is no reference and no object, which
 * may be null where `nullable`. `definitions` is where the schemas of kinds stand, as in
 * "#/$defs/". */
void kind_schema_write_value(struct json_writer *writer, const struct record_type *type,
                             const struct field *field, const char *definitions, bool nullable);

/* "enum": the names of a list that ends with NULL, and null where `nullable`. */
void kind_schema_write_enum(struct json_writer *writer, const char *const *names, bool nullable);

/* "type": a type of JSON, or null where `nullable`. */
void kind_schema_write_type(struct json_writer *writer, const char *type, bool nullable);

/* "$ref": what stands under a name. */
void kind_schema_write_ref(struct json_writer *writer, const char *definitions, const char *name);

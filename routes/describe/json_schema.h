/* JSON Schema 2020-12 from the field tables: the common parts of the schema of a data file
 * (data_schema.c) and of the schemas of answers (openapi_schemas.c).
 *
 * Unless a comment says otherwise, a function writes members of a schema, and the caller its
 * braces.
 */
#pragma once

#include "base/json_writer.h"
#include "schema/record_type.h"

/* The way in which the fields of a record type are described. */
struct json_schema {
    struct json_writer *writer;
    const struct record_type *type;
    const char *definitions; /* the JSON Pointer to the schemas of kinds, such as "#/$defs/" */
    const char *field_names; /* the definition of the names of the type's fields; NULL: each list of
                              * names has them */
    bool answer; /* true for records in answers: no member is missing, and no list is null */
    void (*write_description)(const struct json_schema *schema, const struct field *field);
    /* Writes the members of a reference's schema. */
    void (*write_reference)(const struct json_schema *schema, const struct field *field,
                            bool nullable);
    /* Returns the name of the definition of a list of objects, or NULL if it has none. May be NULL.
     */
    const char *(*list_name)(const struct field *field);
};

/* Writes the type and the items of a list, without its description. */
void json_schema_write_list(const struct json_schema *schema, const struct field *field);

/* Writes the schema of a field as a member of "properties". */
void json_schema_write_field(const struct json_schema *schema, const struct field *field);

/* Writes "additionalProperties", "required" and "properties" of an object with these fields. */
void json_schema_write_fields(const struct json_schema *schema, struct field_list fields);

/* Writes members for one value of a field of `type` that is not a reference or an object. */
void json_schema_write_value(struct json_writer *writer, const struct record_type *type,
                             const struct field *field, const char *definitions, bool nullable);

/* Writes the schemas of all kinds as members of "$defs" or "components/schemas": the description of
 * their values, and their syntax. */
void json_schema_write_kinds(struct json_writer *writer);

/* Returns the name under which the schema of a kind is defined, or NULL if the schema depends on
 * the field: FIELD_INTEGER, FIELD_ENUM, FIELD_FIELD_NAME, FIELD_REFERENCE, FIELD_OBJECT. */
const char *json_schema_kind_name(enum field_kind kind);

/* Writes "type": a JSON type, and null if `nullable`. */
void json_schema_write_type(struct json_writer *writer, const char *type, bool nullable);

/* Writes "enum": the names in a list that ends with NULL, and null if `nullable`. */
void json_schema_write_enum(struct json_writer *writer, const char *const *names, bool nullable);

/* Writes "$ref" to a named definition. */
void json_schema_write_ref(struct json_writer *writer, const char *definitions, const char *name);

/* Writes "$ref" to a named definition, or "anyOf" with it and null if `nullable`. */
void json_schema_write_optional_ref(struct json_writer *writer, const char *definitions,
                                    const char *name, bool nullable);

/* Writes {"type": "null"}. */
void json_schema_write_null(struct json_writer *writer);

/* Writes the beginning of the schema of an object without additional members: "type",
 * "additionalProperties" and the opening bracket of "required", to which the caller adds names.
 * json_schema_open_properties closes "required" and opens "properties". */
void json_schema_begin_object(struct json_writer *writer);
void json_schema_open_properties(struct json_writer *writer);

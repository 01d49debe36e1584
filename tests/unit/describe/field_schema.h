/* Expects that the schema of a field accepts the values of the field and no others. */
#pragma once

#include "archive/archive.h"

#include <jansson.h>

/* The schemas of a type of record: in data files, or in answers. */
struct schema_subject {
    json_t *root; /* resolves references */
    const struct record_type *type;
    bool answer; /* true if lists are never null and references are objects */
};

/* Returns a new object with a value for each field. */
json_t *field_schema_sample(const struct schema_subject *subject, struct field_list fields);

/* Checks the member `properties` of the schema of an object. */
void expect_field_schemas(const struct schema_subject *subject, json_t *properties,
                          struct field_list fields);

/* Checks the whole schema of an object: its properties, and which of them are required. */
void expect_object_schema(const struct schema_subject *subject, json_t *schema,
                          struct field_list fields);

/* A validator for the part of JSON Schema 2020-12 that the descriptions of the service use. */
#pragma once

#include <jansson.h>
#include <stdbool.h>

/* Reports whether a schema accepts a value. References are resolved in `root`. Fails the test if
 * the schema has a keyword that the validator does not know. Patterns with a backslash are not
 * checked: they need a regular expression engine with JavaScript's syntax. */
bool schema_accepts(json_t *root, json_t *schema, json_t *value);

/* The same for a value that the function takes. */
bool schema_accepts_new(json_t *root, json_t *schema, json_t *value);

/* Expects that a schema and those inside it are complete: each has a type or refers to another
 * schema, an object lists its members, an array describes its items. */
void expect_complete_schema(json_t *root, json_t *schema);

/* Returns the schema or other definition to which {"$ref": "#/..."} leads, or `json` itself. */
json_t *schema_resolve(json_t *root, json_t *json);

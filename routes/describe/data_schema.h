/* The schema of a data file in JSON Schema 2020-12, generated from the field tables: for editors,
 * which complete and check a record with it, and for other validators.
 *
 * It accepts everything that the loader accepts, and more: a schema cannot detect references to
 * missing records, duplicate ids or ranges that end before they begin.
 */
#pragma once

#include "base/buffer.h"

/* The path of the schema, for "$schema" and for `Link`. */
#define DATA_SCHEMA_PATH "/schema.json"
#define DATA_SCHEMA_MEDIA_TYPE "application/schema+json"

/* Appends the schema, indented. */
void data_schema_write(struct buffer *out);

/* The schema of a data file, in JSON Schema 2020-12, from the field tables: for editors, which
 * complete and check with it while a record is written, and for whoever checks one without this
 * program.
 *
 * It takes what the loader takes but for what only the whole shows: references that lead nowhere,
 * ids given twice, ranges that end before they begin, and what else no schema can say.
 */
#pragma once

#include "base/buffer.h"

/* Where a file's "$schema" and `Link` find it. */
#define DATA_SCHEMA_PATH "/schema.json"
#define DATA_SCHEMA_MEDIA_TYPE "application/schema+json"

void data_schema_write(struct buffer *out);

/* Reads a table or YAML in a test. */
#pragma once

#include "tables/tables.h"

typedef void source_reader(struct draft *draft);

/* Returns the draft of a text as compact JSON with ' for ", or, if it is refused, "LINE: MESSAGE".
 * The caller frees it. */
char *read_source(source_reader *read, const char *name, const char *text);

/* Expects that a text is read as this JSON, with ' for ", or refused with this line and message. */
void expect_read(source_reader *read, const char *name, const char *text, const char *expected);

/* Expects that a table is read like this with a map. A refusal is "LINE: MESSAGE". */
void expect_read_mapped(const struct table_map *map, const char *name, const char *text,
                        const char *expected);

/* Expects that a text is refused, with a line and a message that begin like `expected`. */
void expect_refused(source_reader *read, const char *name, const char *text, const char *expected);

/* Fails each allocation in turn, and expects that the reader does not crash, and that the draft
 * knows of missing memory. */
void expect_survives_without_memory(source_reader *read, const char *name, const char *text);

/* The text of a record that full text search reads, by column, as the field tables define it. */
#pragma once

#include "archive/record.h"
#include "base/buffer.h"

/* The text between two values of a column: it is no word, and no part of one. */
#define SEARCH_TEXT_SEPARATOR " \xc2\xb7 "

/* The ceiling of a buffer for such texts: they are as long as the records make them. */
#define SEARCH_TEXT_CEILING (SIZE_MAX / 2)

/* Replaces the contents of `out` by all values that the record has for a column, in the order of
 * the field table. Returns false if out of memory. */
bool search_text_write(struct buffer *out, const struct record *record, enum search_column column);

/* The text of a record that full text search reads, by column, and its language, as the field
 * tables define them. */
#pragma once

#include "archive/record.h"
#include "base/buffer.h"

/* The ceiling of a buffer for such texts, whose length only the records limit. */
#define SEARCH_TEXT_CEILING (SIZE_MAX / 2)

/* Replaces the contents of `out` by all values that the record has for a column, in the order of
 * the field table, with SEARCH_TEXT_SEPARATOR between them (snippet.h). Returns false if out of
 * memory. */
bool search_text_write(struct buffer *out, const struct record *record, enum search_column column);

/* Returns the language of a record's texts (words/stemmer.h), which is English if the record does
 * not say otherwise. */
unsigned search_text_language(const struct record *record);

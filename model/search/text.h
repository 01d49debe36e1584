/* The words of a record that full text search finds, by column, as the field tables have them. */
#pragma once

#include "archive/record.h"

/* What stands between two values in a column: no word, and no part of one. */
#define SEARCH_TEXT_SEPARATOR " \xc2\xb7 "

/* A text that is written again and again. */
struct search_text {
    char *bytes; /* allocated with malloc; no NUL behind */
    size_t length;
    size_t capacity;
};

void search_text_init(struct search_text *text);
void search_text_finish(struct search_text *text);

/* Writes all that a record has for a column, one value behind the other in the order of its table.
 * False when out of memory. */
bool search_text_write(struct search_text *text, const struct record *record,
                       enum search_column column);

/* Appends bytes; false when out of memory. */
bool search_text_append(struct search_text *text, const char *bytes, size_t length);

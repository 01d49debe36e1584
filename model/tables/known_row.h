/* The parts of a record that a row of a table has in columns which are not fields: the times of a
 * day beside its date, the votes for and against, a name in two parts. Private to model/tables.
 *
 * - "#start" and "#end" are times of the day in the field of the start, or dates with times.
 * - "#yes", "#no" and "#abstain" are numbers of votes.
 * - A name that is only the family name beside a column of given names ("Name;Vorname"), or only
 *   the given name beside one of family names ("Nombre;Apellidos"), becomes the whole name.
 * - A required position that no column has is that of the row.
 * - An organization or a meeting that is named gets a record if the draft has none of this name.
 */
#pragma once

#include "tables/csv_table_private.h"

/* Returns the part that a column such as "#yes" is, or KNOWN_PART_COUNT. */
enum known_part known_part_named(const char *column);

/* Notes a cell of a row. */
void known_row_take(struct known_row *row, enum known_part part, struct text_span cell);

/* Completes the values of a row. Returns false if out of memory. */
void known_row_finish(struct table_reader *reader, json_t *values, struct line_span lines);

/* Cells of tables that a spreadsheet would evaluate instead of showing them: formulas, and texts
 * such as "8-9", which it reads as a day. An apostrophe before such a text keeps it a text.
 *
 * A spreadsheet may split a cell that contains a semicolon, tab or line break there (as Excel does
 * in countries with a decimal comma), so each part of a cell that begins after one counts. The
 * writer of CSV (routes/formats/csv.c) adds the apostrophes, and the reader of tables
 * (model/tables) removes them.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Reports whether a spreadsheet would evaluate a text, the rest of a cell from the beginning of a
 * part, which is not a blank. `first` is true at the first byte of the cell. Apostrophes and quotes
 * before a formula do not count, so that the reader knows which apostrophe was added. */
bool evaluated_cell_is(const char *text, size_t length, bool first);

/* Returns true if a part of a cell begins after the byte, or after blanks that follow it. */
static inline bool evaluated_cell_separates(char byte)
{
    return byte == ';' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* Copies a cell to `out`, which has room for `length` bytes, without the apostrophes that the
 * writer added. Returns the number of bytes written. */
size_t evaluated_cell_plain(const char *cell, size_t length, char *out);

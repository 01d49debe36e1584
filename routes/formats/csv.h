/* A cell of a CSV file (RFC 4180) that spreadsheets do not evaluate. */
#pragma once

#include "base/buffer.h"

/* Appends a cell. Quotes it if RFC 4180 requires that, and also if it has semicolons or tabs, at
 * which some programs split, or begins with an apostrophe that is not in the text. */
void csv_cell_append(struct buffer *out, const char *text, size_t length);

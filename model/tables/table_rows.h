/* The rows of a table in CSV (RFC 4180), with the lines that they are on.
 *
 * libcsv splits the rows into cells, but has no line numbers. So this module passes it one line
 * after the other.
 *
 * Spreadsheets write a first line such as "sep=;" that names the separator. It is not a row.
 */
#pragma once

#include "draft/draft.h"

enum {
    TABLE_CELLS_MAX = 4096 /* the maximum number of cells in a row */
};

/* A row, valid only while it is visited. */
struct table_row {
    const char *const *cells; /* each ended by a NUL */
    const size_t *lengths;
    size_t count;
    struct line_span lines;
};

/* Receives a row. Returns false if it needs no more rows. */
typedef bool table_row_visitor(void *context, const struct table_row *row);

enum table_rows_status {
    TABLE_ROWS_READ,
    TABLE_ROWS_STOPPED,     /* the visitor returned false */
    TABLE_ROWS_STRAY_QUOTE, /* a quotation mark that neither begins nor ends a cell */
    TABLE_ROWS_OPEN_QUOTE,  /* a quoted cell that does not end */
    TABLE_ROWS_TOO_MANY,    /* more than TABLE_CELLS_MAX cells */
    TABLE_ROWS_OUT_OF_MEMORY
};

/* Visits all rows that have cells: not those that are blank lines. If the result is neither
 * TABLE_ROWS_READ nor TABLE_ROWS_STOPPED, *ret_line is the line on which the cell begins that
 * cannot be read. */
enum table_rows_status table_rows_visit(const char *bytes, size_t length, char delimiter,
                                        table_row_visitor *visit, void *context,
                                        unsigned *ret_line);

/* Reports whether the first line names the separator. */
bool table_rows_name_delimiter(const char *bytes, size_t length);

/* Returns the character that separates the cells: the one that the first line names, or else the
 * most frequent one of the comma, the semicolon and the tab in the first row, outside quotation
 * marks. */
char table_rows_delimiter(const char *bytes, size_t length);

/* Returns the reason why rows cannot be read, for a message. */
const char *table_rows_problem(enum table_rows_status status);

/* The records of one collection as a table: CSV (RFC 4180) or TSV.
 *
 * The collection is the one that the name of the file has as a word ("people.csv",
 * "2031-people.csv"), else that of the type in the column "type". The cells are separated by the
 * comma, the semicolon or the tab, as the first line shows. The first row has the names of the
 * columns (table_column.h), which a map may give other names (table_map.h). The service writes the
 * same columns, so that its tables can be read back.
 *
 * A reference is the id of a record or its label, of which the loader finds the record
 * (load/resolve_references.c). If a reference has both columns, the id counts. A row without an id
 * gets one from its date and title. A row without sources cites its lines in the table, which is
 * then a document. An unknown column that is like a known one is a fault; other unknown columns are
 * counted as unread.
 */
#pragma once

#include "draft/draft.h"
#include "tables/table_column.h"

enum {
    CSV_TABLE_ROWS_MAX = 1000000,    /* as many records as an archive is made for */
    CSV_TABLE_ELEMENTS_MAX = 2000000 /* of all lists in its cells */
};

/* Returns the type of the records in a table with this path or URL, or NULL if the name names no
 * collection, or several. */
const struct record_type *csv_table_type(const char *name);

/* Reads the source of a draft as a table, with the names of its map, if it has one. */
void csv_table_read(struct draft *draft);

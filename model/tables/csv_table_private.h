/* The state of the reader of a table in CSV. Private to model/tables. */
#pragma once

#include "tables/csv_table.h"
#include "tables/table_rows.h"

enum {
    QUOTED_MAX = 60 /* the maximum number of bytes of a name in a message */
};

/* A column as the table names it. */
struct named_column {
    struct table_column column;
    const char *name;
    const char *field; /* the name of its field; borrowed from `name` or from the map */
    size_t ids;        /* the column with the ids of the records whose labels it has, or itself */
};

/* A table that is being read. */
struct table_reader {
    struct draft *draft;
    const struct record_type *type; /* NULL until it is known */
    unsigned header_line;           /* 0 before the header */
    struct named_column *columns;
    char *names; /* the names of all columns, each with a NUL */
    size_t count;
    bool columns_known;
    bool cited; /* true if a row cites the table */
    size_t rows;
    size_t elements; /* of lists */
};

/* Keeps the names in the header; they are looked up when the type is known. Returns false if out of
 * memory. */
bool csv_header_keep(struct table_reader *reader, const struct table_row *row);

/* Finds the type and the columns before the first row is read, which is NULL in a table without
 * rows. Returns false after refusing a header that is not that of a table of records. */
bool csv_header_read(struct table_reader *reader, const struct table_row *row);

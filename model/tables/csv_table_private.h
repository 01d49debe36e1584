/* The state of the reader of a table in CSV. Private to model/tables. */
#pragma once

#include "phrases/date.h"
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
    bool known;        /* true if its name is a known heading, and not that of a field */
};

enum {
    KNOWN_NAME_BYTES = 512 /* of the name of a person, with the NUL; a longer one is not joined */
};

/* The parts of records that are no fields (known_row.h). */
enum known_part {
    KNOWN_PART_START,
    KNOWN_PART_END,
    KNOWN_PART_YES,
    KNOWN_PART_NO,
    KNOWN_PART_ABSTAIN,
    KNOWN_PART_COUNT
};

/* The parts that a row has. */
struct known_row {
    struct text_span parts[KNOWN_PART_COUNT];
    bool unanimous; /* true if the result says so */
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
    const char *part_columns[KNOWN_PART_COUNT]; /* the names of the columns; NULL for none */
    const struct field *position;               /* the required field that no column has, or NULL */
    bool name_is_family;   /* true if the column of names may have family names only */
    bool name_is_given;    /* true if it may have given names only */
    enum date_order order; /* of a/b/yyyy */
    struct known_row row;  /* the row that is being read */
    bool cited;            /* true if a row cites the table */
    size_t rows;
    size_t elements; /* of lists */
};

/* Keeps the names in the header; they are looked up when the type is known. Returns false if out of
 * memory. */
bool csv_header_keep(struct table_reader *reader, const struct table_row *row);

/* Finds the columns whose names are known headings, after those that have the names of fields. */
void csv_find_known_columns(struct table_reader *reader);

/* Returns the column of the field with a role, or NULL. */
const struct named_column *csv_column_of(const struct table_reader *reader, enum field_role role);

/* Finds the type and the columns before the first row is read, which is NULL in a table without
 * rows. Returns false after refusing a header that is not that of a table of records. */
bool csv_header_read(struct table_reader *reader, const struct table_row *row);

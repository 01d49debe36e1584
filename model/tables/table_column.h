/* A column of a table, and the values in its cells.
 *
 * The columns are those that the format CSV of the service writes: a field ("title"), a member of
 * an object ("attendance.roles"), or the label of a reference ("session.label"). Values of a list
 * are separated by ";", those of a list inside it by ",". A backslash before ";", "," or "\" makes
 * it part of a value. The nth values of all columns of one list belong together.
 */
#pragma once

#include "draft/draft.h"
#include "phrases/date.h"

enum {
    TABLE_COLUMN_STEPS_MAX = 3
};

enum table_column_use {
    TABLE_COLUMN_FIELD,
    TABLE_COLUMN_ID,
    TABLE_COLUMN_TYPE,    /* the name of the type of the record */
    TABLE_COLUMN_PART,    /* a part of a record that is no field (known_row.h) */
    TABLE_COLUMN_IGNORED, /* repeats what the record says, or the map says so */
    TABLE_COLUMN_UNKNOWN
};

struct table_column {
    enum table_column_use use;
    const struct field *steps[TABLE_COLUMN_STEPS_MAX]; /* from a field of the type to the last */
    size_t depth;                                      /* number of steps */
    bool whole;       /* true if a cell is one value, also of a list */
    bool label;       /* true if the cells have the labels of records */
    bool old_name;    /* true if the name of a step is an old one */
    unsigned part;    /* of TABLE_COLUMN_PART: an enum known_part */
    const char *near; /* the known name that is nearest to an unknown one, or NULL */
};

/* Returns the column with a name, in which letters may be capital and words be separated by spaces.
 */
struct table_column table_column_named(const struct record_type *type, const char *name);

/* Reports whether two columns hold the same member: also if one of them has its labels. */
bool table_column_is_same(const struct table_column *a, const struct table_column *b);

/* Adds the values of a cell to a record, as data files write them (known_value.h); refuses the
 * source if a date in it, such as 03/04/2031, is of two days because `order` is unknown. Adds the
 * number of the elements of its lists to *elements, and stops if that becomes more than
 * `elements_max`. */
void table_column_set(const struct table_column *column, struct draft *draft, json_t *record,
                      const char *cell, size_t length, unsigned line, enum date_order order,
                      size_t elements_max, size_t *elements);

/* New names for the columns of a table.
 *
 * A map is a table in CSV of two columns, without a header: the name of a column in the table, and
 * the name of the field that it holds, such as `E-mail address,email`. A column whose field is
 * empty is not read.
 */
#pragma once

#include "draft/draft.h"

enum {
    TABLE_MAP_ROWS_MAX = 1000
};

struct table_map {
    struct table_renaming {
        char *column;
        char *field; /* "" if the column is not to be read */
    } * at;
    size_t count;
    size_t capacity;
};

/* Reads a map. Returns false, with the reason and its line in *ret_problem, if the text is not a
 * map or if out of memory; *ret_map is then empty. The caller finishes *ret_map. */
bool table_map_read(const char *bytes, size_t length, struct table_map *ret_map,
                    struct draft_note *ret_problem);

/* Frees the names. */
void table_map_finish(struct table_map *map);

/* Returns the name of the field that a column holds, "" if it is not to be read, or NULL if the map
 * does not name the column. `map` may be NULL. */
const char *table_map_field(const struct table_map *map, const char *column);

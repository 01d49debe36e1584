#include "tables/table_map.h"

#include "base/array.h"
#include "base/utf8.h"
#include "tables/table_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A map that is being read. */
struct map_reader {
    struct table_map *map;
    struct draft_note *problem;
};

static bool map_reader_refuse(struct map_reader *reader, unsigned line, const char *problem)
{
    reader->problem->line = line;
    snprintf(reader->problem->message, DRAFT_MESSAGE_BYTES, "%s", problem);
    return false;
}

static bool table_map_add(struct table_map *map, const char *column, const char *field)
{
    struct table_renaming *at = array_reserve(map->at, &map->capacity, map->count + 1, sizeof *at);
    if (!at)
        return false;
    map->at = at;
    char *const column_copy = strdup(column), *const field_copy = strdup(field);
    if (!column_copy || !field_copy) {
        free(column_copy);
        free(field_copy);
        return false;
    }
    map->at[map->count].column = column_copy;
    map->at[map->count].field = field_copy;
    map->count++;
    return true;
}

static bool map_reader_take_row(void *context, const struct table_row *row)
{
    struct map_reader *reader = context;
    const unsigned line = row->lines.first;
    if (row->count != 2 || !row->lengths[0])
        return map_reader_refuse(reader, line,
                                 "expected two cells: the name of a column, and the field that it "
                                 "holds");
    if (table_map_field(reader->map, row->cells[0]))
        return map_reader_refuse(reader, line, "the column is named twice");
    if (reader->map->count == TABLE_MAP_ROWS_MAX)
        return map_reader_refuse(reader, line, "more than 1000 columns");
    if (!table_map_add(reader->map, row->cells[0], row->cells[1]))
        return map_reader_refuse(reader, line, "out of memory");
    return true;
}

bool table_map_read(const char *bytes, size_t length, struct table_map *ret_map,
                    struct draft_note *ret_problem)
{
    struct map_reader reader = {.map = ret_map, .problem = ret_problem};
    unsigned line = 1;
    *ret_map = (struct table_map){.at = NULL};
    if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
        bytes += 3, length -= 3;
    if (!utf8_is_valid(bytes, length) || memchr(bytes, '\0', length))
        return map_reader_refuse(&reader, line, "the file is not text in UTF-8");
    const enum table_rows_status status = table_rows_visit(
        bytes, length, table_rows_delimiter(bytes, length), map_reader_take_row, &reader, &line);
    if (status == TABLE_ROWS_READ)
        return true;
    if (status != TABLE_ROWS_STOPPED)
        map_reader_refuse(&reader, line, table_rows_problem(status));
    table_map_finish(ret_map);
    return false;
}

void table_map_finish(struct table_map *map)
{
    for (size_t i = 0; i < map->count; i++) {
        free(map->at[i].column);
        free(map->at[i].field);
    }
    free(map->at);
    *map = (struct table_map){.at = NULL};
}

const char *table_map_field(const struct table_map *map, const char *column)
{
    for (size_t i = 0; map && i < map->count; i++)
        if (strcmp(map->at[i].column, column) == 0)
            return map->at[i].field;
    return NULL;
}

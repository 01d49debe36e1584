/* Fuzzes the reader of tables, and that of maps, which reads the same input. The first line is the
 * name of the table, unless it is empty. */
#include "imported.h"
#include "tables/tables.h"

#include <string.h>

static void read_map(const uint8_t *data, size_t size)
{
    struct draft_note problem = {.line = 0};
    struct table_map map;
    MUST(table_map_read((const char *)data, size, &map, &problem) || *problem.message);
    for (size_t i = 0; i < map.count; i++)
        MUST(table_map_field(&map, map.at[i].column) == map.at[i].field);
    table_map_finish(&map);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = input_text(data, size), *rest = text;
    const char *name = input_line(&rest);
    const size_t head = rest ? (size_t)(rest - text) : size;
    read_map(data + head, size - head);
    imported_read("csv", name ? name : "people.csv", data + head, size - head);
    free(text);
    return 0;
}

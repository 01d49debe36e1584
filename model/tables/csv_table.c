#include "tables/csv_table.h"

#include "base/utf8.h"
#include "draft/draft_id.h"
#include "tables/table_map.h"
#include "tables/table_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
};

/* Returns a letter as a small one, and a separator of words as "_". */
static char folded(char byte)
{
    if (byte >= 'A' && byte <= 'Z')
        return (char)(byte - 'A' + 'a');
    return byte == '-' || byte == ' ' ? '_' : byte;
}

static bool is_letter(char byte)
{
    return folded(byte) >= 'a' && folded(byte) <= 'z';
}

/* Reports whether a name is a word of a text: no letter is next to it. */
static bool has_word(const char *text, size_t length, const char *word)
{
    const size_t word_length = strlen(word);
    for (size_t i = 0; i + word_length <= length; i++) {
        size_t j = 0;
        while (j < word_length && folded(text[i + j]) == word[j])
            j++;
        if (j == word_length && !(i && is_letter(text[i - 1])) &&
            !(i + j < length && is_letter(text[i + j])))
            return true;
    }
    return false;
}

/* Finds the last step of a path, without a query of a URL. */
static const char *table_base_name(const char *name, size_t *ret_length)
{
    size_t length = strncmp(name, "http", 4) == 0 ? strcspn(name, "?#") : strlen(name);
    size_t start = length;
    while (start && name[start - 1] != '/')
        start--;
    *ret_length = length - start;
    return name + start;
}

const struct record_type *csv_table_type(const char *name)
{
    const struct record_type *found = NULL;
    size_t length;
    const char *base = table_base_name(name, &length);
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        if (!has_word(base, length, record_types[i]->collection))
            continue;
        if (found)
            return NULL;
        found = record_types[i];
    }
    return found;
}

static const struct record_type *type_called(const char *name)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (strcmp(record_types[i]->name, name) == 0)
            return record_types[i];
    return NULL;
}

/* Writes a name without spaces at its ends, and a NUL. Returns the place after it. */
static char *table_write_name(char *out, const char *text, size_t length)
{
    while (length && (*text == ' ' || *text == '\t'))
        text++, length--;
    while (length && (text[length - 1] == ' ' || text[length - 1] == '\t'))
        length--;
    memcpy(out, text, length);
    out[length] = '\0';
    return out + length + 1;
}

static void table_name_columns(struct table_reader *reader, const struct table_row *row)
{
    const struct table_map *map = draft_source(reader->draft)->map;
    char *end = reader->names;
    for (size_t i = 0; i < row->count; i++) {
        const char *name = end;
        end = table_write_name(end, row->cells[i], row->lengths[i]);
        const char *field = table_map_field(map, name);
        reader->columns[i].name = name;
        reader->columns[i].field = field ? field : name;
    }
    reader->count = row->count;
}

/* Keeps the names in the header; they are looked up when the type is known. */
static bool table_keep_header(struct table_reader *reader, const struct table_row *row)
{
    size_t bytes = 1;
    reader->header_line = row->lines.first;
    draft_explain(reader->draft, (struct line_span){row->lines.first, row->lines.last}, "header",
                  NULL);
    for (size_t i = 0; i < row->count; i++)
        bytes += row->lengths[i] + 1;
    /* One more than the cells: calloc of 0 elements may return NULL. */
    reader->columns = calloc(row->count + 1, sizeof *reader->columns);
    reader->names = malloc(bytes);
    if (!reader->columns || !reader->names) {
        draft_set_out_of_memory(reader->draft);
        return false;
    }
    table_name_columns(reader, row);
    return true;
}

static bool table_refuse_collection(struct table_reader *reader, unsigned line)
{
    draft_refuse(reader->draft, line,
                 "cannot tell of which collection the records are; put its name into the name of "
                 "the file, such as \"people.csv\" or \"2031-papers.csv\"");
    return false;
}

/* Finds the type in the column "type" of the first row, unless the name of the file has it. */
static bool table_find_type(struct table_reader *reader, const struct table_row *row)
{
    reader->type = csv_table_type(draft_source(reader->draft)->name);
    for (size_t i = 0; row && !reader->type && i < reader->count && i < row->count; i++)
        if (strcmp(reader->columns[i].field, "type") == 0)
            reader->type = type_called(row->cells[i]);
    return reader->type || table_refuse_collection(reader, reader->header_line);
}

/* Checks a column whose name is not known: a slip is a fault. */
static bool table_check_unknown(struct table_reader *reader, const struct named_column *column)
{
    if (!column->column.near && column->field == column->name)
        return true;
    if (column->column.near)
        draft_refuse(reader->draft, reader->header_line,
                     "a record of %s has no field \"%.*s\"; did you mean \"%s\"? A --map gives a "
                     "column another name, or none if it is not to be read",
                     reader->type->collection, QUOTED_MAX, column->field, column->column.near);
    else
        draft_refuse(reader->draft, reader->header_line,
                     "the map names a field \"%.*s\", which a record of %s has not", QUOTED_MAX,
                     column->field, reader->type->collection);
    return false;
}

/* Finds the other column of a reference, and refuses two columns of one field. */
static bool table_check_twins(struct table_reader *reader, size_t position)
{
    struct named_column *columns = reader->columns;
    const struct table_column *column = &columns[position].column;
    columns[position].ids = position;
    if (column->use != TABLE_COLUMN_FIELD && column->use != TABLE_COLUMN_ID)
        return true;
    for (size_t i = 0; i < position; i++) {
        if (!table_column_is_same(&columns[i].column, column))
            continue;
        if (columns[i].column.label == column->label) {
            draft_refuse(reader->draft, reader->header_line,
                         "the columns \"%.*s\" and \"%.*s\" are of the same field; remove one",
                         QUOTED_MAX, columns[i].name, QUOTED_MAX, columns[position].name);
            return false;
        }
        columns[column->label ? position : i].ids = column->label ? i : position;
    }
    return true;
}

static bool table_find_column(struct table_reader *reader, size_t position)
{
    struct named_column *column = &reader->columns[position];
    column->ids = position;
    if (!*column->field) {
        column->column.use = *column->name ? TABLE_COLUMN_IGNORED : TABLE_COLUMN_UNKNOWN;
        return true;
    }
    column->column = table_column_named(reader->type, column->field);
    if (column->column.use == TABLE_COLUMN_UNKNOWN)
        return table_check_unknown(reader, column);
    if (column->column.old_name)
        draft_warn(reader->draft, reader->header_line,
                   "the column \"%.*s\" has an old name of a field; write the new one, \"%s\"",
                   QUOTED_MAX, column->name, column->column.steps[column->column.depth - 1]->name);
    return table_check_twins(reader, position);
}

static bool table_find_columns(struct table_reader *reader, const struct table_row *row)
{
    if (reader->columns_known)
        return true;
    if (!table_find_type(reader, row))
        return false;
    for (size_t i = 0; i < reader->count; i++)
        if (!table_find_column(reader, i))
            return false;
    reader->columns_known = true;
    return true;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

static void table_count_unread(struct table_reader *reader, size_t column, unsigned line)
{
    char name[2 * QUOTED_MAX];
    if (*reader->columns[column].name)
        snprintf(name, sizeof name, "cells of the column \"%.*s\"", QUOTED_MAX,
                 reader->columns[column].name);
    else
        snprintf(name, sizeof name, "cells of column %zu, which has no name", column + 1);
    draft_count_unread(reader->draft, name, line);
}

/* Adds a cell to the record of its row. `id` is the text of the cell with the id. */
static void table_take_cell(struct table_reader *reader, const struct table_row *row, size_t i,
                            json_t *values)
{
    const struct named_column *column = &reader->columns[i];
    if (is_blank(row->cells[i]))
        return;
    switch (column->column.use) {
    case TABLE_COLUMN_UNKNOWN:
        table_count_unread(reader, i, row->lines.first);
        return;
    case TABLE_COLUMN_TYPE:
        if (strcmp(row->cells[i], reader->type->name) != 0)
            table_count_unread(reader, i, row->lines.first);
        return;
    case TABLE_COLUMN_IGNORED:
        return;
    default:
        if (column->ids != i && column->ids < row->count && column->column.label &&
            !is_blank(row->cells[column->ids]))
            return;
        table_column_set(&column->column, reader->draft, values, row->cells[i], row->lengths[i]);
    }
}

/* Returns the text of a value with a role, or "". */
static const char *text_with_role(const struct table_reader *reader, const json_t *values,
                                  enum field_role role)
{
    const struct field *field = field_list_with_role(reader->type->fields, role);
    const char *text = field ? json_string_value(json_object_get(values, field->name)) : NULL;
    return text ? text : "";
}

/* Writes the id of a row without one: of its date, if there is one, and its title. Returns false if
 * it has no title. */
static bool table_write_id(struct table_reader *reader, const json_t *values,
                           char id[DRAFT_ID_BYTES])
{
    char day[DRAFT_ID_BYTES] = "", name[DRAFT_ID_BYTES];
    const char *start = text_with_role(reader, values, ROLE_START);
    const char *title = text_with_role(reader, values, ROLE_TITLE);
    if (!*title)
        title = text_with_role(reader, values, ROLE_DESCRIPTION);
    if (!*title)
        return false;
    if (*start)
        draft_slug(reader->draft, start, strlen(start) < 10 ? strlen(start) : 10, day);
    draft_slug(reader->draft, title, strlen(title), name);
    draft_new_id(reader->draft, reader->type, day, name, id);
    return true;
}

static bool table_add_record(struct table_reader *reader, struct line_span lines, json_t *values)
{
    char written[DRAFT_ID_BYTES];
    const char *given = json_string_value(json_object_get(values, "id"));
    if (!given && !table_write_id(reader, values, written)) {
        draft_refuse(reader->draft, lines.first,
                     "the row has neither an id nor a title; give it one, or remove it");
        return false;
    }
    json_t *record = draft_add(reader->draft, reader->type, given ? given : written, lines, "row");
    if (json_object_update_missing(record, values) != 0)
        draft_set_out_of_memory(reader->draft);
    reader->cited |= !json_object_get(values, "sources");
    return !draft_is_out_of_memory(reader->draft);
}

/* Checks that a row fits the header. A row that has no text at all is skipped. */
static bool table_check_row(struct table_reader *reader, const struct table_row *row,
                            bool *ret_blank)
{
    *ret_blank = true;
    for (size_t i = 0; i < row->count; i++) {
        if (is_blank(row->cells[i]))
            continue;
        *ret_blank = false;
        if (i < reader->count)
            continue;
        draft_refuse(reader->draft, row->lines.first,
                     "the row has %zu cells, but the header only %zu; put a cell with a separator "
                     "in it in quotation marks",
                     row->count, reader->count);
        return false;
    }
    if (!*ret_blank && ++reader->rows > CSV_TABLE_ROWS_MAX)
        draft_refuse(reader->draft, row->lines.first,
                     "the table has more than 1000000 rows; split it into several files");
    return reader->rows <= CSV_TABLE_ROWS_MAX;
}

static bool table_take_row(void *context, const struct table_row *row)
{
    struct table_reader *reader = context;
    bool blank, added;
    if (!reader->header_line)
        return table_keep_header(reader, row);
    if (!table_check_row(reader, row, &blank))
        return false;
    if (blank)
        return true;
    if (!table_find_columns(reader, row))
        return false;
    json_t *values = json_object();
    if (!values) {
        draft_set_out_of_memory(reader->draft);
        return false;
    }
    for (size_t i = 0; i < row->count && i < reader->count; i++)
        table_take_cell(reader, row, i, values);
    added = table_add_record(reader, row->lines, values);
    json_decref(values);
    return added;
}

static void table_add_document(struct draft *draft, char delimiter)
{
    char name[256], title[sizeof name], id[DRAFT_ID_BYTES];
    size_t length;
    const char *base = table_base_name(draft_source(draft)->name, &length);
    snprintf(name, sizeof name, "%.*s", (int)length, base);
    if (!utf8_copy_valid(name, title, sizeof title)) /* names of files are any bytes */
        snprintf(title, sizeof title, "table");
    draft_new_id(draft, &document_type, "", draft_slug(draft, title, strlen(title), id), id);
    draft_add_document(draft, id, title, "other",
                       delimiter == '\t' ? "text/tab-separated-values" : "text/csv");
}

static void table_read_rows(struct table_reader *reader, const char *bytes, size_t length)
{
    unsigned line = 0;
    const char delimiter = table_rows_delimiter(bytes, length);
    if (table_rows_name_delimiter(bytes, length))
        draft_explain(reader->draft, (struct line_span){1, 1}, "separator", NULL);
    const enum table_rows_status status =
        table_rows_visit(bytes, length, delimiter, table_take_row, reader, &line);
    if (status == TABLE_ROWS_OUT_OF_MEMORY)
        draft_set_out_of_memory(reader->draft);
    else if (status != TABLE_ROWS_READ && status != TABLE_ROWS_STOPPED)
        draft_refuse(reader->draft, line, "%s", table_rows_problem(status));
    else if (!reader->header_line && status == TABLE_ROWS_READ)
        draft_refuse(reader->draft, 0, "the table is empty; expected a row with names of columns");
    else if (status == TABLE_ROWS_READ)
        table_find_columns(reader, NULL);
    if (reader->cited)
        table_add_document(reader->draft, delimiter);
}

void csv_table_read(struct draft *draft)
{
    struct table_reader reader = {.draft = draft};
    table_read_rows(&reader, draft_source(draft)->bytes, draft_source(draft)->length);
    free(reader.columns);
    free(reader.names);
}

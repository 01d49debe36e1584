/* The header of a table in CSV: the collection, and the columns. */
#include "schema/field.h"
#include "tables/csv_table_private.h"
#include "tables/known_heading.h"
#include "tables/table_map.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    COLLECTIONS_BYTES = 200 /* of the names of all collections */
};

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

bool csv_header_keep(struct table_reader *reader, const struct table_row *row)
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
    char names[COLLECTIONS_BYTES];
    size_t used = 0;
    for (size_t i = 0; i < TYPE_COUNT && used < sizeof names; i++)
        used += (size_t)snprintf(names + used, sizeof names - used, "%s%s",
                                 i == 0               ? ""
                                 : i + 1 < TYPE_COUNT ? ", "
                                                      : " and ",
                                 record_types[i]->collection);
    draft_refuse(reader->draft, line,
                 "the name of the file has none or several of the names of collections: %s; rename "
                 "it, such as \"people.csv\"; a programme has columns such as \"title\", "
                 "\"start\" and \"speaker\"",
                 names);
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
    bool other;
    column->ids = position;
    if (!*column->field) {
        column->column.use = *column->name ? TABLE_COLUMN_IGNORED : TABLE_COLUMN_UNKNOWN;
        return true;
    }
    column->column = table_column_named(reader->type, column->field);
    if (column->column.use == TABLE_COLUMN_UNKNOWN && column->field == column->name &&
        known_heading_find(TARGET(reader->type->ordinal), column->name, &other))
        return true; /* csv_find_known_columns */
    if (column->column.use == TABLE_COLUMN_UNKNOWN)
        return table_check_unknown(reader, column);
    if (column->column.old_name)
        draft_warn(reader->draft, reader->header_line,
                   "the column \"%.*s\" has an old name of a field; write the new one, \"%s\"",
                   QUOTED_MAX, column->name, column->column.steps[column->column.depth - 1]->name);
    return table_check_twins(reader, position);
}

/* Refuses a header that names no field: it is not a header, or another character separates the
 * cells. */
static bool csv_check_known(struct table_reader *reader)
{
    const struct field_list fields = reader->type->fields;
    for (size_t i = 0; i < reader->count; i++)
        if (reader->columns[i].column.use != TABLE_COLUMN_UNKNOWN)
            return true;
    draft_refuse(reader->draft, reader->header_line,
                 "none of the columns, such as \"%.*s\", is a field of %s; expected names such as "
                 "\"%s\", separated by a comma, a semicolon or a tab; a --map gives columns other "
                 "names",
                 QUOTED_MAX, reader->columns[0].name, reader->type->collection,
                 field_list_with_role(fields, ROLE_TITLE)
                     ? field_list_with_role(fields, ROLE_TITLE)->name
                     : fields.at[0].name);
    return false;
}

/* Reports whether a column holds a field, or a member of it, of the object at the end of a path. */
static bool csv_has_column(const struct table_reader *reader, const struct field *const *path,
                           size_t depth, const struct field *field)
{
    for (size_t i = 0; i < reader->count; i++) {
        const struct table_column *column = &reader->columns[i].column;
        if (column->depth > depth && column->steps[depth] == field &&
            (!depth || memcmp(column->steps, path, depth * sizeof *path) == 0))
            return true;
    }
    return false;
}

/* Reports whether the parts of a name make up for its column. */
static bool csv_has_parts(const struct table_reader *reader, const struct field *field,
                          size_t depth)
{
    return depth == 0 && field->role == ROLE_TITLE && csv_column_of(reader, ROLE_GIVEN_NAME) &&
           csv_column_of(reader, ROLE_FAMILY_NAME);
}

/* Reports whether a field is the position of a record among others, which rows have by their order.
 */
static bool csv_is_position(const struct field *field, size_t depth)
{
    return depth == 0 && field->kind == FIELD_INTEGER && field->unique_within;
}

/* Returns the first required field of the object at the end of a path without a column, or NULL. */
static const struct field *csv_missing_field(const struct table_reader *reader,
                                             struct field_list fields,
                                             const struct field *const *path, size_t depth)
{
    for (size_t i = depth ? 0 : 1; i < fields.count; i++) {
        const struct field *const field = fields.at + i;
        if (field->required && !csv_is_position(field, depth) &&
            !csv_has_column(reader, path, depth, field) && !csv_has_parts(reader, field, depth))
            return field;
    }
    return NULL;
}

/* Finds out whether the records need a position that no column has. */
static void csv_find_position(struct table_reader *reader)
{
    const struct field_list fields = reader->type->fields;
    for (size_t i = 1; i < fields.count; i++) {
        const struct field *const field = fields.at + i;
        if (field->required && csv_is_position(field, 0) && !csv_has_column(reader, NULL, 0, field))
            reader->position = field;
    }
}

/* Does not read the columns with known headings of lists that lack a required column. */
static void csv_drop_incomplete(struct table_reader *reader)
{
    for (size_t i = 0; i < reader->count; i++) {
        struct table_column *column = &reader->columns[i].column;
        for (size_t depth = 1; reader->columns[i].known && depth < column->depth; depth++)
            if (csv_missing_field(reader, column->steps[depth - 1]->members, column->steps, depth))
                *column = (struct table_column){.use = TABLE_COLUMN_UNKNOWN},
                reader->columns[i].known = false;
    }
}

/* Refuses a table without a column for a required field of the object at the end of a path. */
static bool csv_check_required_in(struct table_reader *reader, struct field_list fields,
                                  const struct field *const *path, size_t depth)
{
    char of[2 * QUOTED_MAX] = "";
    size_t length = 0;
    for (size_t i = 0; i < depth && length < sizeof of; i++)
        length += (size_t)snprintf(of + length, sizeof of - length, "%s.", path[i]->name);
    const struct field *missing = csv_missing_field(reader, fields, path, depth);
    if (missing)
        draft_refuse(
            reader->draft, reader->header_line,
            "there is no column \"%s%s\", which a record of %s needs%s; add it, or say with "
            "--map which column it is",
            of, missing->name, reader->type->collection,
            depth ? " beside the other columns of its list" : "");
    return !missing;
}

/* Refuses a table without the columns that each record needs, or each object that it has. */
static bool csv_check_required(struct table_reader *reader)
{
    for (size_t i = 0; i < reader->count; i++) {
        const struct table_column *column = &reader->columns[i].column;
        for (size_t depth = 1; depth < column->depth; depth++)
            if (!csv_check_required_in(reader, column->steps[depth - 1]->members, column->steps,
                                       depth))
                return false;
    }
    return csv_check_required_in(reader, reader->type->fields, NULL, 0);
}

bool csv_header_read(struct table_reader *reader, const struct table_row *row)
{
    if (reader->columns_known)
        return true;
    if (!table_find_type(reader, row))
        return false;
    for (size_t i = 0; i < reader->count; i++)
        if (!table_find_column(reader, i))
            return false;
    csv_find_known_columns(reader);
    csv_find_position(reader);
    csv_drop_incomplete(reader);
    if (!csv_check_known(reader) || !csv_check_required(reader))
        return false;
    reader->columns_known = true;
    return true;
}

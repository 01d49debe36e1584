/* The columns of a table in CSV whose names are known headings. */
#include "tables/csv_table_private.h"
#include "tables/known_heading.h"
#include "tables/known_row.h"

/* Reports whether another column is of the field of this one, or is this part. */
static bool csv_is_taken(const struct table_reader *reader, const struct table_column *column)
{
    for (size_t i = 0; i < reader->count; i++)
        if (&reader->columns[i].column != column &&
            table_column_is_same(&reader->columns[i].column, column))
            return true;
    return false;
}

static void csv_take_part(struct table_reader *reader, struct named_column *column,
                          const char *name)
{
    const enum known_part part = known_part_named(name);
    if (reader->part_columns[part])
        return;
    reader->part_columns[part] = column->name;
    column->column = (struct table_column){.use = TABLE_COLUMN_PART, .part = part};
}

/* Finds the field of a column whose name is a known heading, unless another column has the field.
 */
static void csv_find_known_column(struct table_reader *reader, struct named_column *column)
{
    bool other = false;
    const struct known_heading *heading =
        known_heading_find(TARGET(reader->type->ordinal), column->name, &other);
    if (!heading)
        return;
    if (other && reader->order == DATE_ORDER_UNKNOWN)
        reader->order = DATE_DAY_FIRST;
    column->column.near = NULL;
    if (*heading->column == '#') {
        csv_take_part(reader, column, heading->column);
        return;
    }
    column->column = table_column_named(reader->type, heading->column);
    column->known = column->column.use != TABLE_COLUMN_UNKNOWN;
    column->column.whole = column->column.depth > 0 &&
                           column->column.steps[column->column.depth - 1]->kind == FIELD_TEXT;
    if (csv_is_taken(reader, &column->column))
        column->column.use = TABLE_COLUMN_UNKNOWN, column->known = false;
}

const struct named_column *csv_column_of(const struct table_reader *reader, enum field_role role)
{
    for (size_t i = 0; i < reader->count; i++) {
        const struct table_column *column = &reader->columns[i].column;
        if (column->use == TABLE_COLUMN_FIELD && column->depth == 1 &&
            column->steps[0]->role == role)
            return &reader->columns[i];
    }
    return NULL;
}

/* Finds out whether the column of names may have parts of names only. */
static void csv_find_parts_of_names(struct table_reader *reader)
{
    const struct named_column *given = csv_column_of(reader, ROLE_GIVEN_NAME);
    const struct named_column *family = csv_column_of(reader, ROLE_FAMILY_NAME);
    reader->name_is_family = given && given->known && !family;
    reader->name_is_given = family && family->known && !given;
}

void csv_find_known_columns(struct table_reader *reader)
{
    const struct draft_source *source = draft_source(reader->draft);
    reader->order = date_order_of((struct text_span){source->bytes, source->length});
    for (size_t i = 0; i < reader->count; i++)
        if (reader->columns[i].column.use == TABLE_COLUMN_UNKNOWN &&
            reader->columns[i].field == reader->columns[i].name)
            csv_find_known_column(reader, &reader->columns[i]);
    csv_find_parts_of_names(reader);
}

/* CSV (RFC 4180): one row per record, for spreadsheets and data frames.
 *
 * The columns are id, type, and the fields of the type in the order of its table. Each member of an
 * object has its own column ("attendance.roles"). A reference has two columns, one with the id and
 * one with the label of the record ("session.label"); references to documents, which are very
 * frequent, have no label. Several values share a cell, separated by "; ", and values of a list
 * inside them by ", ". A backslash precedes a ";", "," or "\" of such a value. The nth values of
 * all columns of one list belong together. The reader of tables (model/tables) reads all of it
 * back.
 *
 * A cell that a spreadsheet would treat as a formula or as a day, such as the lines "8-9", begins
 * with an apostrophe, and so does such a part of a cell after a semicolon, tab or line break, where
 * a spreadsheet may split it. There is no byte order mark unless `bom` requests one: programs would
 * treat it as part of the first column name, and LibreOffice asks for the encoding or assumes
 * UTF-8; Excel needs it.
 */
#include "formats/csv.h"

#include "formats/format.h"
#include "schema/targets.h"
#include "values/evaluated_cell.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    COLUMN_NAME_MAX = 128,
    CELL_BYTES_MAX = 16 * 1024 * 1024
};

/* Appends the part of a cell that begins at `from`, to after the byte that ends it, with the
 * apostrophe that keeps spreadsheets from evaluating it. Returns its end. */
static size_t csv_append_part(struct buffer *out, const char *text, size_t length, size_t from)
{
    size_t at = from;
    while (at < length && text[at] == ' ')
        at++;
    if (at < length && evaluated_cell_is(text + at, length - at, at == 0)) {
        buffer_append(out, text + from, at - from);
        buffer_append_byte(out, '\'');
        from = at;
    }
    for (; at < length && !evaluated_cell_separates(text[at]); at++)
        if (text[at] == '"') { /* it is appended twice */
            buffer_append(out, text + from, at + 1 - from);
            from = at;
        }
    at += at < length;
    buffer_append(out, text + from, at - from);
    return at;
}

/* Reports whether a byte is one for which a cell is quoted. */
static inline bool is_quoted_for(char c)
{
    return c == ',' || c == ';' || c == '"' || c == '\n' || c == '\t' || c == '\r';
}

void csv_cell_append(struct buffer *out, const char *text, size_t length)
{
    bool quoted = length && (*text == ' ' || text[length - 1] == ' ' ||
                             evaluated_cell_is(text, length, true));
    for (size_t i = 0; i < length && !quoted; i++)
        quoted = is_quoted_for(text[i]);
    if (quoted)
        buffer_append_byte(out, '"');
    for (size_t at = 0; at < length;)
        at = csv_append_part(out, text, length, at);
    if (quoted)
        buffer_append_byte(out, '"');
}

/* A column: a field, a member of an object, or the label of a reference. */
struct csv_column {
    const struct field *steps[3]; /* from a field of the type to the field of the column */
    size_t indexes[3];            /* of the steps in their tables */
    size_t depth;                 /* number of steps */
    bool label;
};

/* Appends a text. One of a list has a backslash before its own separators. */
static void csv_append_text(struct buffer *cell, const char *text, size_t length, size_t lists)
{
    const char *at = text, *const end = text + length;
    for (const char *c = text; lists && c < end; c++) {
        if (*c != '\\' && *c != ';' && (lists == 1 || *c != ','))
            continue;
        buffer_append(cell, at, (size_t)(c - at));
        buffer_append_byte(cell, '\\');
        at = c;
    }
    buffer_append(cell, at, (size_t)(end - at));
}

static void csv_append_value(struct buffer *cell, const struct csv_column *column, size_t lists,
                             const struct value *value)
{
    const struct field *field = column->steps[column->depth - 1];
    if (field->kind == FIELD_INTEGER) {
        buffer_append_integer(cell, value->integer);
    } else if (field->kind == FIELD_BOOLEAN) {
        buffer_append_text(cell, value->integer ? "true" : "false");
    } else if (field->kind != FIELD_REFERENCE) {
        csv_append_text(cell, value->text, value->count, lists);
    } else if (column->label) {
        const struct value *label = record_label(value->record);
        csv_append_text(cell, label->text, label->count, lists);
    } else {
        if (targets_are_several(field->targets)) {
            buffer_append_text(cell, value->record->type->collection);
            buffer_append_byte(cell, '/');
        }
        buffer_append_text(cell, record_id(value->record));
    }
}

/* Appends the values from one step of a column onwards: all items of a list, and of an object the
 * member in the column. */
static void csv_append_step(struct buffer *cell, const struct csv_column *column, size_t step,
                            size_t lists, const struct value *value);

static void csv_append_item(struct buffer *cell, const struct csv_column *column, size_t step,
                            size_t lists, const struct value *value)
{
    if (!value->count)
        return;
    if (step + 1 == column->depth)
        csv_append_value(cell, column, lists, value);
    else
        csv_append_step(cell, column, step + 1, lists,
                        members_value(value->members, column->indexes[step + 1]));
}

static void csv_append_step(struct buffer *cell, const struct csv_column *column, size_t step,
                            size_t lists, const struct value *value)
{
    static const char *const separators[] = {"; ", ", ", " "};
    if (!column->steps[step]->list) {
        csv_append_item(cell, column, step, lists, value);
        return;
    }
    for (size_t i = 0; i < value->count; i++) {
        if (i)
            buffer_append_text(cell, separators[lists]);
        csv_append_item(cell, column, step, lists + 1, &value->items[i]);
    }
}

static void csv_write_name(struct format_writer *writer, const struct csv_column *column,
                           const struct record *record)
{
    struct buffer *out = writer->out;
    (void)record;
    for (size_t i = 0; i < column->depth; i++) {
        buffer_append_byte(out, i ? '.' : ',');
        buffer_append_text(out, column->steps[i]->name);
    }
    if (column->label)
        buffer_append_text(out, ".label");
}

static void csv_write_cell(struct format_writer *writer, const struct csv_column *column,
                           const struct record *record)
{
    const struct value *value = record_field(record, column->indexes[0]);
    buffer_append_byte(writer->out, ',');
    if (!value->count)
        return;
    if (column->depth == 1 && column->steps[0]->kind == FIELD_TEXT && !column->steps[0]->list) {
        csv_cell_append(writer->out, value->text, value->count);
        return;
    }
    struct buffer cell;
    buffer_init(&cell, CELL_BYTES_MAX);
    csv_append_step(&cell, column, 0, 0, value);
    if (!cell.failed)
        csv_cell_append(writer->out, cell.bytes, cell.length);
    writer->out->failed |= cell.failed;
    buffer_finish(&cell);
}

typedef void csv_column_visitor(struct format_writer *writer, const struct csv_column *column,
                                const struct record *record);

/* Visits the columns of the last field of `column`. */
static void csv_visit_column(struct format_writer *writer, struct csv_column *column,
                             const struct record *record, csv_column_visitor *visitor)
{
    const struct field *field = column->steps[column->depth - 1];
    assert(field);
    if (field->kind == FIELD_OBJECT) {
        column->depth++;
        for (size_t i = 0; i < field->members.count; i++) {
            column->steps[column->depth - 1] = &field->members.at[i];
            column->indexes[column->depth - 1] = i;
            csv_visit_column(writer, column, record, visitor);
        }
        column->depth--;
        return;
    }
    visitor(writer, column, record);
    if (field->kind == FIELD_REFERENCE && field->targets != TARGET(TYPE_DOCUMENT)) {
        column->label = true;
        visitor(writer, column, record);
        column->label = false;
    }
}

/* Visits all columns except id and type, which every file has. */
static void csv_visit_columns(struct format_writer *writer, const struct record *record,
                              csv_column_visitor *visitor)
{
    const struct field_list fields = writer->type->fields;
    const uint64_t shown = writer->view->fields;
    for (size_t i = 1; i < fields.count; i++) {
        struct csv_column column = {{&fields.at[i]}, {i}, 1, false};
        if (!shown || shown >> i & 1)
            csv_visit_column(writer, &column, record, visitor);
    }
    buffer_append(writer->out, "\r\n", 2);
}

static void csv_begin(struct format_writer *writer)
{
    if (writer->query && writer->query->bom)
        buffer_append_text(writer->out, "\xEF\xBB\xBF");
    buffer_append_text(writer->out, "id,type");
    csv_visit_columns(writer, NULL, csv_write_name);
}

static void csv_write_record(struct format_writer *writer, const struct record *record)
{
    buffer_append_text(writer->out, record_id(record));
    buffer_append_byte(writer->out, ',');
    buffer_append_text(writer->out, record->type->name);
    csv_visit_columns(writer, record, csv_write_cell);
}

static const char *const unsupported[] = {"facet", "include", "pretty", NULL};

const struct format format_csv = {
    .suffix = ".csv",
    .name = "CSV",
    .media_type = "text/csv; charset=utf-8; header=present",
    .documentation =
        "CSV, with one row per record after a row of column names. Several values in a "
        "cell are separated by \"; \"; a backslash before a semicolon makes it part of a value. A "
        "cell that a spreadsheet would treat as a formula or as a date, such as lines 8-9, begins "
        "with an apostrophe, and so does such a part of a cell.",
    .file = true,
    .unsupported = unsupported,
    .begin = csv_begin,
    .write = csv_write_record,
};

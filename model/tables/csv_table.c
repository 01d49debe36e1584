#include "tables/csv_table_private.h"

#include "base/utf8.h"
#include "draft/draft_id.h"
#include "phrases/word_class.h"
#include "tables/known_row.h"
#include "tables/table_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    static const char speakers[] = "speakers"; /* a list of people that is served, too */
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
    return !found && has_word(base, length, speakers) ? &person_type : found;
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

/* Notes whether the result of a decision was unanimous, which its field does not say. */
static void table_note_result(struct table_reader *reader, const struct table_column *column,
                              struct text_span cell)
{
    if (reader->type == &decision_type && column->depth == 1 &&
        column->steps[0]->role == ROLE_RESULT)
        reader->row.unanimous = span_has(WORDS_UNANIMOUS, cell);
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
    case TABLE_COLUMN_PART:
        known_row_take(&reader->row, (enum known_part)column->column.part,
                       (struct text_span){row->cells[i], row->lengths[i]});
        return;
    default:
        if (column->ids != i && column->ids < row->count && !is_blank(row->cells[column->ids]))
            return;
        table_note_result(reader, &column->column,
                          (struct text_span){row->cells[i], row->lengths[i]});
        table_column_set(&column->column, reader->draft, values, row->cells[i], row->lengths[i],
                         row->lines.first, reader->order, CSV_TABLE_ELEMENTS_MAX,
                         &reader->elements);
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

/* Sets the members that an object does not have. json_object_update_missing does not report that
 * memory ran out. */
static void set_missing(struct draft *draft, json_t *object, json_t *values)
{
    const char *name;
    json_t *value;
    json_object_foreach(values, name, value)
    {
        if (!json_object_get(object, name))
            draft_set(draft, object, name, json_incref(value));
    }
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
    set_missing(reader->draft, record, values);
    reader->cited |= !json_object_get(values, "sources");
    return !draft_is_out_of_memory(reader->draft);
}

/* Refuses a row of one cell that another character divides into as many as the header has. */
static bool table_check_delimiter(struct table_reader *reader, const struct table_row *row)
{
    static const char others[] = ",;\t|";
    for (const char *other = others; row->count == 1 && reader->count > 1 && *other; other++) {
        size_t count = 1;
        for (size_t i = 0; i < row->lengths[0]; i++)
            count += row->cells[0][i] == *other;
        if (count != reader->count)
            continue;
        draft_refuse(reader->draft, row->lines.first,
                     "the row has one cell, but the header %zu; separate its cells as those of the "
                     "header, and not by %s",
                     reader->count,
                     *other == '\t' ? "tabs" : (const char[]){'"', *other, '"', '\0'});
        return false;
    }
    return true;
}

/* Checks that a row fits the header. A row that has no text at all is skipped. */
static bool table_check_row(struct table_reader *reader, const struct table_row *row,
                            bool *ret_blank)
{
    *ret_blank = true;
    if (!table_check_delimiter(reader, row))
        return false;
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
        return csv_header_keep(reader, row);
    if (!table_check_row(reader, row, &blank))
        return false;
    if (blank)
        return true;
    if (!csv_header_read(reader, row))
        return false;
    json_t *values = json_object();
    if (!values) {
        draft_set_out_of_memory(reader->draft);
        return false;
    }
    reader->row = (struct known_row){.unanimous = false};
    for (size_t i = 0; i < row->count && i < reader->count; i++)
        table_take_cell(reader, row, i, values);
    known_row_finish(reader, values, row->lines);
    if (reader->elements > CSV_TABLE_ELEMENTS_MAX)
        draft_refuse(reader->draft, row->lines.first,
                     "the lists in the table have more than %d values; split it into several files",
                     (int)CSV_TABLE_ELEMENTS_MAX);
    added =
        reader->elements <= CSV_TABLE_ELEMENTS_MAX && table_add_record(reader, row->lines, values);
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
        draft_refuse(reader->draft, 1,
                     "the table is empty; expected a row with the names of its columns, such as "
                     "\"id\"");
    else if (status == TABLE_ROWS_READ)
        csv_header_read(reader, NULL);
    if (reader->cited)
        table_add_document(reader->draft, delimiter);
}

void csv_table_read(struct draft *draft)
{
    struct table_reader reader = {.draft = draft};
    const struct draft_source *source = draft_source(draft);
    const enum table_encoding encoding = table_text_encoding(source->bytes, source->length);
    struct buffer text;
    buffer_init(&text, SIZE_MAX);
    if (encoding != TABLE_UTF_8)
        table_text_decode(encoding, source->bytes, source->length, &text);
    if (encoding == TABLE_WINDOWS_1252)
        draft_warn(draft, 0, "the file is not UTF-8; it is read as Windows-1252");
    if (text.failed)
        draft_set_out_of_memory(draft);
    else if (encoding == TABLE_UTF_8)
        table_read_rows(&reader, source->bytes, source->length);
    else
        table_read_rows(&reader, text.bytes, text.length);
    buffer_finish(&text);
    free(reader.columns);
    free(reader.names);
}

/* The reader of programmes in CSV or TSV, such as Sessionize, Indico, pretalx and spreadsheets
 * write them: a row for each event. */
#include "schedules/schedule_table.h"

#include "phrases/word_class.h"
#include "schedules/schedules.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    HEADER_BYTES = 8192 /* in which the header must end to be recognised */
};

static const struct {
    const char *name;
    enum programme_column column;
} own_columns[] = {
    {"date", PROGRAMME_DATE},         {"start", PROGRAMME_START},
    {"end", PROGRAMME_END},           {"duration", PROGRAMME_DURATION},
    {"persons", PROGRAMME_PERSONS},   {"#ids", PROGRAMME_PERSON_IDS},
    {"language", PROGRAMME_LANGUAGE},
};

static enum programme_column programme_column_of(const char *value)
{
    for (size_t i = 0; i < sizeof own_columns / sizeof *own_columns; i++)
        if (strcmp(own_columns[i].name, value) == 0)
            return own_columns[i].column;
    return PROGRAMME_VALUE;
}

static bool programme_has(const struct programme_heading *headings, size_t count, const char *value)
{
    for (size_t i = 0; i < count; i++)
        if (headings[i].value && strcmp(headings[i].value, value) == 0)
            return true;
    return false;
}

/* Takes the sessions for tracks if no column has tracks. */
static void programme_choose_track(struct programme_heading *headings, size_t count)
{
    const bool tracks = programme_has(headings, count, "track");
    for (size_t i = 0; i < count; i++) {
        if (!headings[i].value || strcmp(headings[i].value, "#session") != 0)
            continue;
        headings[i].value = tracks ? NULL : "track";
        headings[i].column = tracks ? PROGRAMME_UNKNOWN : PROGRAMME_VALUE;
    }
}

bool programme_read_header(const struct table_row *row, struct programme_heading *headings,
                           size_t *ret_count, bool *ret_other)
{
    size_t count = 0;
    *ret_other = false;
    for (; count < row->count && count < PROGRAMME_COLUMNS_MAX; count++) {
        struct programme_heading *heading = &headings[count];
        bool other = false;
        snprintf(heading->name, sizeof heading->name, "%s", row->cells[count]);
        const struct known_heading *known =
            known_heading_find(KNOWN_PROGRAMME, heading->name, &other);
        heading->value = NULL;
        heading->column = PROGRAMME_UNKNOWN;
        if (!known || programme_has(headings, count, known->column))
            continue;
        heading->value = known->column;
        heading->column = programme_column_of(known->column);
        *ret_other |= other;
    }
    programme_choose_track(headings, count);
    *ret_count = count;
    return programme_has(headings, count, "title") &&
           (programme_has(headings, count, "date") || programme_has(headings, count, "start")) &&
           (programme_has(headings, count, "persons") || programme_has(headings, count, "track"));
}

/* Reports whether the name of the table is that of a collection whose records are no events. */
static bool is_other_table(const struct draft_source *source)
{
    const struct record_type *type = csv_table_type(source->name);
    return type && type != &session_type && type != &paper_type && type != &event_type;
}

/* Reports whether a heading is one that records have and programmes have not. */
static bool is_of_records(const struct table_row *row)
{
    static const char *const names[] = {"meeting",          "meeting.label", "session",
                                        "session.label",    "agenda_item",   "agenda_item.label",
                                        "sources.document", "sources.lines", "links"};
    for (size_t i = 0; i < row->count; i++)
        for (size_t k = 0; k < sizeof names / sizeof *names; k++)
            if (strcmp(names[k], row->cells[i]) == 0)
                return true;
    return false;
}

/* Returns the length of the first line, or 0 if it is too long to be a header. */
static size_t header_length(const char *bytes, size_t length)
{
    const size_t end = length < HEADER_BYTES ? length : HEADER_BYTES;
    const size_t named = table_rows_name_delimiter(bytes, length) ? strlen("sep=;") : 0;
    for (size_t i = named; i < end; i++)
        if (bytes[i] == '\n' && i > named + 2)
            return i + 1;
    return end == length ? end : 0;
}

/* Splits the first line of a table into cells, without memory: at delimiters outside quotation
 * marks, which are dropped. `text` has room for `length` bytes and a NUL. Returns their number. */
static size_t split_header(const char *bytes, size_t length, char *text,
                           const char *cells[PROGRAMME_COLUMNS_MAX])
{
    const char delimiter = table_rows_delimiter(bytes, length);
    const size_t named = table_rows_name_delimiter(bytes, length) ? strlen("sep=;") : 0;
    size_t count = 0, start = named;
    bool quoted = false;
    while (start < length && strchr("\r\n", bytes[start]))
        start++;
    cells[count++] = text;
    for (size_t i = start; i < length && bytes[i] != '\r' && bytes[i] != '\n'; i++) {
        const bool ends = !quoted && bytes[i] == delimiter;
        quoted ^= bytes[i] == '"';
        if (ends && count == PROGRAMME_COLUMNS_MAX)
            break;
        if (ends || bytes[i] != '"')
            *text++ = ends ? '\0' : bytes[i];
        if (ends)
            cells[count++] = text;
    }
    *text = '\0';
    return count;
}

static bool has_header(const char *bytes, size_t length)
{
    char text[HEADER_BYTES + 1];
    const char *cells[PROGRAMME_COLUMNS_MAX];
    struct programme_heading headings[PROGRAMME_COLUMNS_MAX];
    size_t count;
    bool other;
    const size_t header = header_length(bytes, length);
    const struct table_row row = {.cells = cells,
                                  .count = header ? split_header(bytes, header, text, cells) : 0};
    return row.count > 2 && !is_of_records(&row) &&
           programme_read_header(&row, headings, &count, &other);
}

bool schedules_table_recognises(const struct draft_source *source)
{
    const size_t length = source->length < HEADER_BYTES ? source->length : HEADER_BYTES;
    const bool utf_16 = table_text_encoding(source->bytes, length) == TABLE_UTF_16;
    struct buffer text;
    if (is_other_table(source))
        return false;
    buffer_init(&text, (size_t)2 * HEADER_BYTES);
    if (utf_16)
        table_text_decode(TABLE_UTF_16, source->bytes, length, &text);
    const bool found = utf_16 ? !text.failed && has_header(text.bytes, text.length)
                              : has_header(source->bytes, source->length);
    buffer_finish(&text);
    return found;
}

/* Counts a cell that is not read. */
static void programme_count_unread(struct programme_reader *reader, size_t column, unsigned line)
{
    char name[PROGRAMME_NAME_BYTES + 30];
    if (column < reader->count && *reader->headings[column].name)
        snprintf(name, sizeof name, "cells of the column \"%.60s\"", reader->headings[column].name);
    else
        snprintf(name, sizeof name, "cells of column %zu, which has no name", column + 1);
    draft_count_unread(reader->schedule->draft, name, line);
}

/* Reports whether a row is one cell with a day, the heading of the rows below. */
static bool is_day_row(struct programme_reader *reader, const struct table_row *row)
{
    struct text_span only = {NULL, 0};
    for (size_t i = 0; i < row->count; i++) {
        const struct text_span cell =
            text_span_trim((struct text_span){row->cells[i], row->lengths[i]});
        if (cell.length && only.length)
            return false;
        if (cell.length)
            only = cell;
    }
    return !only.length || programme_read_day(reader, only, row->lines.first);
}

static void programme_set(struct programme_reader *reader, size_t event, const char *name,
                          struct text_span text, unsigned line)
{
    schedule_set(reader->schedule, SCHEDULE_EVENT, event, name, text.text, text.length, line);
}

/* Gives an event its language, as a tag if its name is known. */
static void set_language(struct programme_reader *reader, const struct programme_row *row)
{
    char tag[KNOWN_VALUE_BYTES];
    const struct text_span cell = row->cells[PROGRAMME_LANGUAGE];
    const struct field *field = field_list_with_role(paper_type.fields, ROLE_LANGUAGE);
    const bool known = known_value_write(field, cell, reader->order, tag) == KNOWN_VALUE_WRITTEN;
    if (cell.length)
        programme_set(reader, row->event, "language", known ? text_span_of(tag) : cell, row->line);
}

static void programme_add_event(struct programme_reader *reader, const struct table_row *row)
{
    struct schedule *schedule = reader->schedule;
    struct programme_row event = {
        .event = schedule_add(schedule, SCHEDULE_EVENT, row->lines.first, SCHEDULE_ROOT, 0),
        .line = row->lines.first};
    if (event.event == SIZE_MAX)
        return;
    schedule->parts[SCHEDULE_EVENT].at[event.event].lines =
        (struct line_span){row->lines.first, row->lines.last};
    for (size_t i = 0; i < row->count; i++) {
        const struct text_span cell =
            text_span_trim((struct text_span){row->cells[i], row->lengths[i]});
        const enum programme_column column =
            i < reader->count ? reader->headings[i].column : PROGRAMME_UNKNOWN;
        if (!cell.length)
            continue;
        if (column < PROGRAMME_VALUE)
            event.cells[column] = cell;
        else if (column == PROGRAMME_VALUE)
            programme_set(reader, event.event, reader->headings[i].value, cell, event.line);
        else
            programme_count_unread(reader, i, event.line);
    }
    set_language(reader, &event);
    programme_set_times(reader, &event);
    programme_add_persons(reader, &event);
}

static bool programme_take_row(void *context, const struct table_row *row)
{
    struct programme_reader *reader = context;
    struct draft *draft = reader->schedule->draft;
    bool other = false;
    if (!reader->header) {
        reader->header = true;
        draft_explain(draft, (struct line_span){row->lines.first, row->lines.last}, "header", NULL);
        if (programme_read_header(row, reader->headings, &reader->count, &other)) {
            if (other && reader->order == DATE_ORDER_UNKNOWN)
                reader->order = DATE_DAY_FIRST;
            return true;
        }
        draft_refuse(draft, row->lines.first,
                     "the columns are not those of a programme: expected a title, a date or a "
                     "start, and speakers or a track");
        return false;
    }
    if (!is_day_row(reader, row))
        programme_add_event(reader, row);
    return !draft_refusal(draft) && !draft_is_out_of_memory(draft);
}

/* Takes the day in the name of the file for that of rows without a date. */
static void programme_day_of_file(struct programme_reader *reader)
{
    struct phrase_date date;
    char day[PHRASE_DATE_BYTES];
    if (phrase_date_in_path(draft_source(reader->schedule->draft)->name, &date) && date.day &&
        !date.last_day && phrase_date_write(&date, day))
        snprintf(reader->day, sizeof reader->day, "%.10s", day);
}

static void programme_read(struct programme_reader *reader, const char *bytes, size_t length)
{
    struct schedule *schedule = reader->schedule;
    const char delimiter = table_rows_delimiter(bytes, length);
    unsigned line = 0;
    schedule->media_type = delimiter == '\t' ? "text/tab-separated-values" : "text/csv";
    programme_day_of_file(reader);
    reader->order = date_order_of((struct text_span){bytes, length});
    schedule_name_by_file(schedule);
    const enum table_rows_status status =
        table_rows_visit(bytes, length, delimiter, programme_take_row, reader, &line);
    if (status == TABLE_ROWS_OUT_OF_MEMORY)
        draft_set_out_of_memory(schedule->draft);
    else if (status != TABLE_ROWS_READ && status != TABLE_ROWS_STOPPED)
        draft_refuse(schedule->draft, line, "%s", table_rows_problem(status));
    if (draft_refusal(schedule->draft) || draft_is_out_of_memory(schedule->draft))
        return;
    schedule_add_days(schedule);
    schedule_draft(schedule);
}

void schedules_table_read(struct draft *draft)
{
    const struct draft_source *source = draft_source(draft);
    const enum table_encoding encoding = table_text_encoding(source->bytes, source->length);
    struct programme_reader *reader = calloc(1, sizeof *reader);
    struct schedule schedule;
    struct buffer text;
    buffer_init(&text, SIZE_MAX);
    schedule_init(&schedule, draft, false);
    if (encoding != TABLE_UTF_8)
        table_text_decode(encoding, source->bytes, source->length, &text);
    if (encoding == TABLE_WINDOWS_1252)
        draft_warn(draft, 0, "the file is not UTF-8; it is read as Windows-1252");
    if (!reader || text.failed) {
        draft_set_out_of_memory(draft);
    } else {
        reader->schedule = &schedule;
        programme_read(reader, encoding == TABLE_UTF_8 ? source->bytes : text.bytes,
                       encoding == TABLE_UTF_8 ? source->length : text.length);
    }
    schedule_finish(&schedule);
    buffer_finish(&text);
    free(reader);
}

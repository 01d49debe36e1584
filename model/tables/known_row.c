#include "tables/known_row.h"

#include "base/decimal.h"
#include "schema/kind.h"
#include "tables/known_value.h"

#include <stdio.h>
#include <string.h>

enum {
    DAY_BYTES = sizeof "2031-04-03"
};

static const char *const part_names[KNOWN_PART_COUNT] = {"#start", "#end", "#yes", "#no",
                                                         "#abstain"};

enum known_part known_part_named(const char *column)
{
    size_t part = 0;
    while (part < KNOWN_PART_COUNT && strcmp(part_names[part], column) != 0)
        part++;
    return (enum known_part)part;
}

void known_row_take(struct known_row *row, enum known_part part, struct text_span cell)
{
    row->parts[part] = text_span_trim(cell);
}

static const char *text_of(const json_t *values, const char *field)
{
    const char *text = json_string_value(json_object_get(values, field));
    return text ? text : "";
}

/* Sets the whole name, and the part of it that the column of names has, unless `part` is NULL. */
static void join_name(struct table_reader *reader, json_t *values, const char *part)
{
    char whole[KNOWN_NAME_BYTES];
    const char *name = text_of(values, "name");
    if (part)
        draft_set(reader->draft, values, part, json_string(name));
    const char *given = text_of(values, "given_name"), *family = text_of(values, "family_name");
    const int length =
        snprintf(whole, sizeof whole, "%s%s%s", given, *given && *family ? " " : "", family);
    if (length > 0 && (size_t)length < sizeof whole)
        draft_set(reader->draft, values, "name", json_string(whole));
}

static void finish_name(struct table_reader *reader, json_t *values)
{
    const char *name = text_of(values, "name");
    const char *given = text_of(values, "given_name"), *family = text_of(values, "family_name");
    if (reader->type != &person_type)
        return;
    if (!*name)
        join_name(reader, values, NULL);
    else if (reader->name_is_family && !strstr(name, given))
        join_name(reader, values, "family_name");
    else if (reader->name_is_given && !strstr(name, family))
        join_name(reader, values, "given_name");
}

static void count_unread_part(struct table_reader *reader, enum known_part part, unsigned line)
{
    char name[KNOWN_NAME_BYTES];
    snprintf(name, sizeof name, "cells of the column \"%.60s\"", reader->part_columns[part]);
    draft_count_unread(reader->draft, name, line);
}

/* Sets a date to a day with a time. */
static void set_time(struct table_reader *reader, json_t *values, const char *field,
                     const char *day, int minutes)
{
    char text[KNOWN_VALUE_BYTES];
    snprintf(text, sizeof text, "%sT%02d:%02d", day, minutes / 60 % 24, minutes % 60);
    draft_set(reader->draft, values, field, json_string(text));
}

static void known_row_refuse_two_days(struct table_reader *reader, unsigned line,
                                      struct text_span text)
{
    draft_refuse(reader->draft, line,
                 "the date \"%.*s\" may have its day or its month first; write it with the year "
                 "first, such as 2031-04-03",
                 (int)(text.length < QUOTED_MAX ? text.length : QUOTED_MAX), text.text);
}

/* Sets the start or the end to the date that a cell has. Returns false if it has none. */
static bool set_date(struct table_reader *reader, json_t *values, const char *field,
                     struct text_span cell, unsigned line)
{
    char text[KNOWN_VALUE_BYTES];
    switch (known_value_write_date(cell, reader->order, text)) {
    case KNOWN_VALUE_WRITTEN:
        draft_set(reader->draft, values, field, json_string(text));
        return true;
    case KNOWN_VALUE_TWO_DAYS:
        known_row_refuse_two_days(reader, line, cell);
        return true;
    default:
        if (!kinds[FIELD_DATE].accepts(cell.text, cell.length))
            return false;
        draft_set_text(reader->draft, values, field, cell.text, cell.length);
        return true;
    }
}

static void finish_times(struct table_reader *reader, json_t *values, unsigned line)
{
    static const char *const fields[] = {"start_date", "end_date"};
    for (size_t i = 0; i < 2; i++) {
        const enum known_part part = i == 0 ? KNOWN_PART_START : KNOWN_PART_END;
        const struct text_span cell = reader->row.parts[part];
        char day[DAY_BYTES];
        struct phrase_time time;
        if (!cell.length)
            continue;
        snprintf(day, sizeof day, "%s", text_of(values, "start_date"));
        if (known_value_time(cell, &time) && strlen(day) == DAY_BYTES - 1) {
            set_time(reader, values, fields[i], day, time.start);
            if (time.end >= 0 && i == 0)
                set_time(reader, values, fields[1], day, time.end);
        } else if (!set_date(reader, values, fields[i], cell, line))
            count_unread_part(reader, part, line);
    }
}

/* Returns the first vote of a decision, which is added if need be. */
static json_t *first_vote(struct table_reader *reader, json_t *values)
{
    json_t *vote = json_array_get(json_object_get(values, "votes"), 0);
    return vote ? vote : draft_append_object(reader->draft, values, "votes");
}

static void finish_votes(struct table_reader *reader, json_t *values, unsigned line)
{
    static const char *const options[] = {"yes", "no", "abstain"};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        const enum known_part part = (enum known_part)(KNOWN_PART_YES + i);
        const struct text_span cell = reader->row.parts[part];
        int64_t number;
        if (!cell.length)
            continue;
        if (!decimal_parse_canonical(cell.text, cell.length, &number)) {
            count_unread_part(reader, part, line);
            continue;
        }
        json_t *vote = first_vote(reader, values);
        json_t *count = draft_append_object(reader->draft, vote, "counts");
        draft_set(reader->draft, count, "option", json_string(options[i]));
        draft_set(reader->draft, count, "value", json_integer(number));
    }
    if (reader->row.unanimous)
        draft_set(reader->draft, first_vote(reader, values), "unanimous", json_true());
}

/* Adds a record of an organization or a meeting that a field names, unless the draft has one. The
 * reference stays a name, so that it is a fault if another file has a record of this name, too. */
static void add_named(struct table_reader *reader, const json_t *object, const char *field,
                      const struct record_type *type, struct line_span lines)
{
    char id[DRAFT_ID_BYTES];
    const char *name = json_string_value(json_object_get(object, field));
    if (!name || draft_find(reader->draft, type, draft_slug(reader->draft, name, strlen(name), id)))
        return;
    json_t *record = draft_add(reader->draft, type, id, lines, "row");
    draft_set(reader->draft, record, "name", json_string(name));
    if (type == &meeting_type) {
        draft_set(reader->draft, record, "status", json_string("held"));
        draft_infer(reader->draft, record, "status");
    }
    reader->cited = true;
}

static void finish_column(struct table_reader *reader, const struct named_column *column,
                          json_t *values, struct line_span lines)
{
    const struct field *const *steps = column->column.steps;
    const size_t depth = column->column.depth;
    const struct record_type *type = NULL;
    if (column->known && steps[depth - 1]->kind == FIELD_REFERENCE)
        type = steps[depth - 1]->targets == TARGET(TYPE_ORGANIZATION) ? &organization_type
               : steps[depth - 1]->targets == TARGET(TYPE_MEETING)    ? &meeting_type
                                                                      : NULL;
    if (!type)
        return;
    if (depth == 1) {
        add_named(reader, values, steps[0]->name, type, lines);
        return;
    }
    json_t *list = json_object_get(values, steps[0]->name), *object;
    size_t i;
    json_array_foreach(list, i, object)
    {
        add_named(reader, object, steps[1]->name, type, lines);
    }
}

void known_row_finish(struct table_reader *reader, json_t *values, struct line_span lines)
{
    finish_name(reader, values);
    finish_times(reader, values, lines.first);
    finish_votes(reader, values, lines.first);
    if (reader->position) {
        draft_set(reader->draft, values, reader->position->name,
                  json_integer((json_int_t)reader->rows));
        draft_infer(reader->draft, values, reader->position->name);
    }
    for (size_t i = 0; i < reader->count; i++)
        finish_column(reader, &reader->columns[i], values, lines);
}

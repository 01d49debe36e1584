#include "popolo/popolo_value.h"

#include "http/url.h"
#include "values/calendar_day.h"

#include <stdio.h>
#include <string.h>

enum {
    DATE_TEXT_MAX = 40,
    YEAR_MAX = 9999
};

/* Words of the model that Popolo has other words for. */
static const struct {
    const char *property, *word, *popolo;
} words[] = {
    {"option", "not_voting", "not voting"},
    {"result", "adopted", "pass"},
    {"result", "adopted_with_amendments", "pass"},
    {"result", "rejected", "fail"},
};

/* Writes an instant as RFC 3339 has it, in UTC. Returns false if its year has not four digits. */
static bool popolo_format_instant(int64_t instant, char text[DATE_TEXT_MAX])
{
    const int64_t day = calendar_day_of_time(instant);
    const struct calendar_date date = calendar_date_of(day);
    const int second = (int)(instant - day * SECONDS_OF_DAY);
    if (date.year < 0 || date.year > YEAR_MAX)
        return false;
    snprintf(text, DATE_TEXT_MAX, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)date.year, date.month,
             date.day, second / 3600, second / 60 % 60, second % 60);
    return true;
}

/* Writes a date as Popolo has it: a year, a month, a day or a time. Returns false if it is another
 * one. */
static bool popolo_format_date(const struct value *value, const struct popolo_property *property,
                               char text[DATE_TEXT_MAX])
{
    struct plain_date date;
    if (memchr(value->text, 'T', value->count))
        return popolo_format_instant(date_bounds_of(value).instants.earliest, text);
    if (property->date_time || !plain_date_read(value, &date))
        return false;
    snprintf(text, DATE_TEXT_MAX, "%s", value->text);
    return true;
}

static bool popolo_value_fits(const struct field *field, const struct value *value,
                              const struct popolo_property *property)
{
    char text[DATE_TEXT_MAX];
    if (!value->count)
        return false;
    if (field->kind == FIELD_DATE)
        return popolo_format_date(value, property, text);
    return field->kind != FIELD_REFERENCE || !property->targets ||
           property->targets & TARGET(value->record->type->ordinal);
}

/* Finds the field that `from` names in the record of a reference, or in an object. */
static bool popolo_value_find_inner(const struct field *field, const struct value *value,
                                    const struct popolo_property *property,
                                    struct popolo_value *ret_found)
{
    const bool reference = field->kind == FIELD_REFERENCE;
    const struct field_list fields = reference ? value->record->type->fields : field->members;
    const struct members *members = reference ? value->record->members : value->members;
    const struct field *inner = field_list_find(fields, property->from, strlen(property->from));
    if (!inner)
        return false;
    *ret_found = (struct popolo_value){inner, members_value(members, (size_t)(inner - fields.at))};
    return popolo_value_fits(inner, ret_found->value, property);
}

bool popolo_value_find(const struct field *field, const struct value *value,
                       const struct popolo_property *property, struct popolo_value *ret_found)
{
    const struct value *items = field->list && value->count ? value->items : value;
    const size_t count = field->list ? value->count : 1;
    for (size_t i = 0; i < count; i++) {
        *ret_found = (struct popolo_value){field, &items[i]};
        if (!items[i].count)
            continue;
        if (property->from ? popolo_value_find_inner(field, &items[i], property, ret_found)
                           : popolo_value_fits(field, &items[i], property))
            return true;
    }
    return false;
}

/* Writes the URL of a record: its own on the web if it is recorded, else that of the service. */
static void popolo_value_write_url(const struct popolo_output *output, const struct record *record)
{
    const struct value *own = record_value(record, ROLE_URL);
    const struct url url = url_of_record(output->base_path, record);
    if (own->count)
        json_write_string(output->json, own->text, own->count);
    else
        url_write(output->json, &url);
}

static void popolo_value_write_text(const struct popolo_output *output,
                                    const struct popolo_property *property,
                                    const struct value *value)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].property, property->name) == 0 &&
            strcmp(words[i].word, value->text) == 0) {
            json_write_text(output->json, words[i].popolo);
            return;
        }
    json_write_string(output->json, value->text, value->count);
}

void popolo_value_write(const struct popolo_output *output, const struct popolo_property *property,
                        const struct popolo_value *found)
{
    char date[DATE_TEXT_MAX];
    if (property->word)
        json_write_text(output->json, property->word);
    else if (found->field->kind == FIELD_INTEGER)
        json_write_integer(output->json, found->value->integer);
    else if (found->field->kind == FIELD_DATE && popolo_format_date(found->value, property, date))
        json_write_text(output->json, date);
    else if (found->field->kind == FIELD_REFERENCE && property->url)
        popolo_value_write_url(output, found->value->record);
    else if (found->field->kind == FIELD_REFERENCE)
        json_write_text(output->json, record_id(found->value->record));
    else
        popolo_value_write_text(output, property, found->value);
}

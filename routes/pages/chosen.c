#include "pages/chosen.h"

#include "base/decimal.h"
#include "base/utf8.h"
#include "pages/apart.h"
#include "values/country.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

bool chosen_is_filter(const struct parameter *parameter)
{
    static const char *const others[] = {"limit",  "offset",  "sort",   "facet",
                                         "fields", "include", "pretty", "bom"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(others[i], parameter->name) == 0)
            return false;
    return *parameter->value;
}

/* The operators in words. */
static const char *const operators[][2] = {
    {"not", "not"},   {"gt", "after"},          {"gte", "from"},          {"lt", "before"},
    {"lte", "up to"}, {"contains", "contains"}, {"startswith", "begins"}, {"isnull", "missing"},
};

const char *chosen_say_name(const struct parameter *parameter, char text[SAY_BYTES])
{
    const char *condition = strstr(parameter->name, "__");
    char field[SAY_BYTES];
    if (strcmp(parameter->name, "q") == 0)
        return "Words";
    if (!condition)
        return say_term(parameter->name, true, text);
    snprintf(field, sizeof field, "%.*s", (int)(condition - parameter->name), parameter->name);
    say_term(field, true, text);
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (strcmp(operators[i][0], condition + 2) == 0) {
            const size_t length = strlen(text);
            snprintf(text + length, SAY_BYTES - length, " %s", operators[i][1]);
        }
    return text;
}

/* Returns the record that a filter names by its id or its number, or NULL. */
static const struct record *find_record(const struct archive *archive, const struct field *field,
                                        const struct filter_operand *operand)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const char *name = record_types[i]->collection;
        const struct collection *collection = archive_collection(archive, name, strlen(name));
        const struct record *record;
        int64_t number;
        if (!(field->targets & TARGET(i)))
            continue;
        if ((record = archive_find(archive, collection, operand->text, operand->length)))
            return record;
        if (decimal_parse_canonical(operand->text, operand->length, &number) &&
            archive_find_numbered(archive, collection, number, &record, 1) == 1)
            return record;
    }
    return NULL;
}

/* Writes the label of a record, with its meeting, date and room if they have room. Returns the
 * length. */
static size_t say_record(const struct page *page, const struct record *record,
                         char text[SAY_MEETING_BYTES])
{
    char details[APART_BYTES];
    const size_t length = record_write_label(record, text);
    const size_t added = apart_say(page, record, APART_DETAILS_MAX - 1, details);
    if (length + added >= SAY_MEETING_BYTES)
        return length;
    memcpy(text + length, details, added + 1);
    return length + added;
}

/* Writes one value. Returns the length. */
static size_t say_value(const struct page *page, const struct field *field,
                        const struct filter_operand *operand, char text[SAY_MEETING_BYTES])
{
    const struct record *record =
        field->kind == FIELD_REFERENCE ? find_record(page->archive, field, operand) : NULL;
    const size_t length = operand->length < SAY_BYTES
                              ? operand->length
                              : utf8_cut_length(operand->text, SAY_BYTES - 1);
    if (record && record->type == &meeting_type)
        return say_meeting(page->archive, record, text);
    if (record)
        return say_record(page, record, text);
    memcpy(text, operand->text, length);
    text[length] = '\0';
    if (field->kind == FIELD_ENUM) {
        char term[SAY_BYTES];
        memcpy(term, text, length + 1);
        say_term(term, false, text);
    } else if (field->kind == FIELD_COUNTRY && length == 2 && country_name(text)) {
        snprintf(text, SAY_MEETING_BYTES, "%s", country_name(text));
    }
    return strlen(text);
}

/* Returns the filter that a parameter became, or NULL. */
static const struct filter *find_filter(const struct query *query,
                                        const struct parameter *parameter)
{
    for (size_t i = 0; i < query->filter_count; i++)
        if (query->filters[i].parameter == parameter->name &&
            query->filters[i].comparison != FILTER_IS_NULL)
            return &query->filters[i];
    return NULL;
}

size_t chosen_say_values(const struct page *page, const struct query *query,
                         const struct parameter *parameter, char text[CHOSEN_BYTES])
{
    const struct filter *filter = find_filter(query, parameter);
    const struct filter_operand whole = {.text = parameter->value,
                                         .length = strlen(parameter->value)};
    const struct field words = {.kind = FIELD_TEXT};
    const struct field *field = filter ? filter->path.end : &words;
    const size_t count = filter ? filter->operand_count : 1;
    size_t used = 0;
    for (size_t i = 0; i < count && i < CHOSEN_VALUES_MAX; i++) {
        char value[SAY_MEETING_BYTES];
        const size_t length = say_value(page, field, filter ? &filter->operands[i] : &whole, value);
        if (used + length + 3 > CHOSEN_BYTES)
            break;
        const char *separator = used ? ", " : "";
        memcpy(text + used, separator, strlen(separator));
        used += strlen(separator);
        memcpy(text + used, value, length);
        used += length;
    }
    text[used] = '\0';
    return used;
}

void chosen_append(const struct page *page, const struct query *query, char *title, size_t size)
{
    size_t used = strlen(title);
    for (size_t i = 0; i < query->target->parameter_count; i++) {
        const struct parameter *parameter = &query->target->parameters[i];
        char name[SAY_BYTES], values[CHOSEN_BYTES], part[SAY_BYTES + CHOSEN_BYTES];
        if (!chosen_is_filter(parameter))
            continue;
        chosen_say_values(page, query, parameter, values);
        const size_t length = (size_t)snprintf(part, sizeof part, "; %s: %s",
                                               chosen_say_name(parameter, name), values);
        if (used + length + 1 > size)
            continue;
        if (part[2] >= 'A' && part[2] <= 'Z')
            part[2] = (char)(part[2] - 'A' + 'a');
        memcpy(title + used, part, length + 1);
        used += length;
    }
    if (query->offset)
        snprintf(title + used, size - used, "; from %" PRId64, query->offset + 1);
}

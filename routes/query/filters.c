/* Reads filters: "field", "field__operator" and "field.field__operator" with their values. */
#include "query/parameter_reader.h"

#include <string.h>

/* Returns the text after the last "__" of a name, or NULL. */
static const char *find_comparison(const char *name)
{
    const char *found = NULL;
    for (const char *at = name; (at = strstr(at, "__")); at += 2)
        found = at + 2;
    return found;
}

static void fault_unknown_comparison(struct parameter_reader *reader, const char *name,
                                     const struct field *field)
{
    struct suggestion known;
    suggestion_begin(&known, PARAMETER_FAULT(reader, "unknown operator \"%.60s\"", name), name,
                     strlen(name));
    for (int i = FILTER_IS + 1; i < FILTER_COMPARISON_COUNT; i++)
        if (filter_applies((enum filter_comparison)i, field))
            suggestion_offer(&known, filter_comparison_names[i]);
    suggestion_end(&known);
}

static bool read_comparison(struct parameter_reader *reader, const char *name,
                            const struct field *field, enum filter_comparison *ret_comparison)
{
    for (int i = FILTER_IS + 1; i < FILTER_COMPARISON_COUNT; i++)
        if (strcmp(filter_comparison_names[i], name) == 0) {
            *ret_comparison = (enum filter_comparison)i;
            return true;
        }
    fault_unknown_comparison(reader, name, field);
    return false;
}

/* Reports whether a field can be compared with a value. */
static bool has_filter(const struct field *field)
{
    return filter_applies(FILTER_IS, field);
}

/* Sets that the allowed names are those inside the objects that a parameter names. */
static void allow_below(struct parameter_fault *fault, const char *name)
{
    char path[ALLOWED_PATH_BYTES];
    const char *comparison = strstr(name, "__");
    const int length = comparison ? (int)(comparison - name) : (int)strlen(name);
    const int written = snprintf(path, sizeof path, "%.*s.", length, name);
    if (written < (int)sizeof path)
        problem_fault_allow_below(fault, path, (size_t)written);
}

/* Adds a fault about a comparison that the kind of the field does not support. */
static void fault_not_comparable(struct parameter_reader *reader, const struct field *field)
{
    struct suggestion known;
    struct parameter_fault *fault =
        field->members.count
            ? PARAMETER_FAULT(reader, "the values of \"%s\" are objects; name a field inside them",
                              field->name)
            : PARAMETER_FAULT(reader, "\"%.60s\" is not a valid comparison; use another operator",
                              reader->parameter->name);
    suggestion_begin(&known, fault, "", 0);
    if (field->members.count)
        allow_below(fault, reader->parameter->name);
    for (size_t i = 0; i < field->members.count; i++)
        if (has_filter(&field->members.at[i]))
            suggestion_offer(&known, field->members.at[i].name);
    for (int i = FILTER_IS + 1; !field->members.count && i < FILTER_COMPARISON_COUNT; i++)
        if (filter_applies((enum filter_comparison)i, field))
            suggestion_offer(&known, filter_comparison_names[i]);
}

static void fault_operand(struct parameter_reader *reader, const struct field *field,
                          const char *text, const char *expected)
{
    struct suggestion known;
    suggestion_begin(&known, PARAMETER_FAULT(reader, "expected %s, not \"%.60s\"", expected, text),
                     text, strlen(text));
    for (const char *const *choice = field->choices; choice && *choice; choice++)
        suggestion_offer(&known, *choice);
    suggestion_end(&known);
}

/* Copies the next item of a list separated by commas, and advances *list past it. "\," is a comma
 * within an item. */
static const char *query_copy_item(struct query *query, const char **list)
{
    char *copy = query->text + query->text_used, *out = copy;
    const char *at = *list;
    for (; *at && *at != ','; at++) {
        if (*at == '\\' && at[1] == ',')
            at++;
        *out++ = *at;
    }
    *out++ = '\0';
    query->text_used += (size_t)(out - copy);
    *list = *at ? at + 1 : NULL;
    return copy;
}

/* Reports whether values of a field can have commas, so that an encoded comma does not separate
 * values. Many programs encode all commas, which does no harm to ids and dates. */
static bool may_have_commas(const struct field *field)
{
    return field->kind == FIELD_TEXT || field->kind == FIELD_URL || field->kind == FIELD_PATH;
}

static void read_operands(struct parameter_reader *reader, struct filter *filter)
{
    const struct field *field = filter->path.end;
    const struct parameter *parameter = reader->parameter;
    for (const char *list = may_have_commas(field) ? parameter->list : parameter->value; list;) {
        const char *expected = NULL, *text = query_copy_item(reader->query, &list);
        if (filter->operand_count == FILTER_OPERANDS_MAX) {
            PARAMETER_FAULT(reader, "too many values; at most %d are allowed", FILTER_OPERANDS_MAX);
            return;
        }
        struct filter_operand *operand = &filter->operands[filter->operand_count];
        if (!filter_operand_parse(filter->comparison, field, text, strlen(text),
                                  &reader->query->folds, operand, &expected)) {
            fault_operand(reader, field, text, expected);
            continue;
        }
        if (field->kind == FIELD_REFERENCE && filter->comparison <= FILTER_NOT)
            filter_operand_take_number(reader->subject->archive, field, operand);
        filter->operand_count++;
    }
}

void query_filters_read(struct parameter_reader *reader)
{
    const char *name = reader->parameter->name, *comparison = find_comparison(name);
    const size_t length = comparison ? (size_t)(comparison - 2 - name) : strlen(name);
    struct query *query = reader->query;
    struct filter *filter = &query->filters[query->filter_count];
    if (query->filter_count == QUERY_FILTERS_MAX) {
        PARAMETER_FAULT(reader, "too many filters; at most %d are allowed", QUERY_FILTERS_MAX);
        return;
    }
    filter->parameter = name;
    filter->comparison = FILTER_IS;
    filter->operand_count = 0;
    if (!parameter_reader_read_path(reader, name, length, has_filter, &filter->path))
        return;
    const struct field *field = filter->path.end;
    if (comparison && !read_comparison(reader, comparison, field, &filter->comparison))
        return;
    if (!filter_applies(filter->comparison, field)) {
        fault_not_comparable(reader, field);
        return;
    }
    read_operands(reader, filter);
    query->filter_count++;
}

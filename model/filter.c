#include "filter.h"

#include "kind.h"
#include "name.h"

#include <string.h>
#include <strings.h>

const char *const comparison_names[COMPARISON_COUNT + 1] = {
    [FILTER_IS] = "",
    [FILTER_NOT] = "not",
    [FILTER_GREATER] = "gt",
    [FILTER_GREATER_OR_EQUAL] = "gte",
    [FILTER_LESS] = "lt",
    [FILTER_LESS_OR_EQUAL] = "lte",
    [FILTER_CONTAINS] = "contains",
    [FILTER_STARTS_WITH] = "startswith",
    [FILTER_IS_NULL] = "isnull",
};

bool filter_applies(enum comparison comparison, const struct field *field)
{
    if (comparison == FILTER_IS_NULL)
        return true;
    if (field->kind == FIELD_OBJECT)
        return false;
    if (comparison == FILTER_IS || comparison == FILTER_NOT)
        return true;
    if (field->kind == FIELD_REFERENCE)
        return false;
    return field->kind != FIELD_INTEGER || comparison < FILTER_CONTAINS;
}

static bool parse_integer(const char *text, size_t length, int64_t *ret_integer)
{
    const bool negative = length > 0 && *text == '-';
    int64_t integer = 0;
    if (length - negative == 0 || length - negative > 18)
        return false;
    for (size_t i = negative; i < length; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        integer = integer * 10 + (text[i] - '0');
    }
    *ret_integer = negative ? -integer : integer;
    return true;
}

static bool parse_truth(const char *text, size_t length, int64_t *ret_truth)
{
    const bool yes = name_is("true", text, length) || name_is("1", text, length);
    if (!yes && !name_is("false", text, length) && !name_is("0", text, length))
        return false;
    *ret_truth = yes;
    return true;
}

static bool is_choice(const struct field *field, const char *text, size_t length)
{
    for (const char *const *choice = field->choices; *choice; choice++)
        if (name_is(*choice, text, length))
            return true;
    return false;
}

/* Whether a value that is compared as a whole can be a value of the field at all. */
static bool is_of_kind(const struct field *field, struct operand *operand)
{
    switch (field->kind) {
    case FIELD_INTEGER:
        return parse_integer(operand->text, operand->length, &operand->integer);
    case FIELD_DATE:
        return edtf_parse(operand->text, operand->length, &operand->bounds);
    case FIELD_ENUM:
        return is_choice(field, operand->text, operand->length);
    case FIELD_COUNTRY:
        return kinds[FIELD_COUNTRY].accepts(operand->text, operand->length);
    default:
        return true;
    }
}

bool operand_parse(enum comparison comparison, const struct field *field, const char *text,
                   size_t length, struct operand *ret_operand, const char **ret_expected)
{
    struct operand operand = {.text = text, .length = length};
    if (comparison == FILTER_IS_NULL) {
        *ret_expected = "true or false";
        if (!parse_truth(text, length, &operand.integer))
            return false;
    } else if (comparison < FILTER_CONTAINS && !is_of_kind(field, &operand)) {
        *ret_expected = kinds[field->kind].expected;
        return false;
    }
    *ret_operand = operand;
    return true;
}

/* A reference is named by its id, or as in data files where it may be of several types. */
static bool is_reference_to(const struct operand *operand, const struct record *record)
{
    const char *collection = record->type->collection;
    const size_t length = strlen(collection);
    if (name_is(record_id(record), operand->text, operand->length))
        return true;
    return operand->length > length && operand->text[length] == '/' &&
           strncmp(operand->text, collection, length) == 0 &&
           name_is(record_id(record), operand->text + length + 1, operand->length - length - 1);
}

static int compare_text(const struct value *value, const struct operand *operand)
{
    const size_t shorter = value->count < operand->length ? value->count : operand->length;
    const int order = memcmp(value->text, operand->text, shorter);
    return order ? order : (value->count > operand->length) - (value->count < operand->length);
}

static bool text_contains(const struct value *value, const struct operand *operand)
{
    for (size_t i = 0; i + operand->length <= value->count; i++)
        if (strncasecmp(value->text + i, operand->text, operand->length) == 0)
            return true;
    return false;
}

static bool date_compares(enum comparison comparison, const struct value *value,
                          const struct operand *operand)
{
    const struct edtf_bounds *given = &operand->bounds;
    struct edtf_bounds own;
    if (!edtf_parse(value->text, value->count, &own))
        return false;
    switch (comparison) {
    case FILTER_GREATER:
        return own.earliest > given->latest;
    case FILTER_GREATER_OR_EQUAL:
        return own.earliest >= given->earliest;
    case FILTER_LESS:
        return own.latest < given->earliest;
    case FILTER_LESS_OR_EQUAL:
        return own.latest <= given->latest;
    default:
        return own.earliest >= given->earliest && own.latest <= given->latest;
    }
}

static bool order_is(enum comparison comparison, int order)
{
    switch (comparison) {
    case FILTER_GREATER:
        return order > 0;
    case FILTER_GREATER_OR_EQUAL:
        return order >= 0;
    case FILTER_LESS:
        return order < 0;
    case FILTER_LESS_OR_EQUAL:
        return order <= 0;
    default:
        return order == 0;
    }
}

static bool compares(enum comparison comparison, const struct field *field,
                     const struct value *value, const struct operand *operand)
{
    if (comparison == FILTER_CONTAINS)
        return text_contains(value, operand);
    if (comparison == FILTER_STARTS_WITH)
        return operand->length <= value->count &&
               strncasecmp(value->text, operand->text, operand->length) == 0;
    switch (field->kind) {
    case FIELD_INTEGER:
        return order_is(comparison,
                        (value->integer > operand->integer) - (value->integer < operand->integer));
    case FIELD_DATE:
        return date_compares(comparison, value, operand);
    case FIELD_REFERENCE:
        return is_reference_to(operand, value->record);
    default:
        return order_is(comparison, compare_text(value, operand));
    }
}

static bool any_operand_compares(const void *context, const struct field *field,
                                 const struct value *value)
{
    const struct filter *filter = context;
    for (size_t i = 0; i < filter->operand_count; i++)
        if (compares(filter->comparison, field, value, &filter->operands[i]))
            return true;
    return false;
}

static bool any_value(const void *context, const struct field *field, const struct value *value)
{
    (void)context, (void)field, (void)value;
    return true;
}

bool filter_matches(const struct filter *filter, const struct record *record)
{
    if (filter->comparison == FILTER_IS_NULL) {
        const bool null = !field_path_visit(&filter->path, record, any_value, NULL);
        return null == (filter->operands[0].integer != 0);
    }
    return field_path_visit(&filter->path, record, any_operand_compares, filter) !=
           (filter->comparison == FILTER_NOT);
}

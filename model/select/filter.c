#include "select/filter.h"

#include "base/utf8.h"
#include "schema/kind.h"
#include "work/work.h"

#include <string.h>

enum {
    FOLDED_BEGINNING = 64 /* bytes */
};

const char *const filter_comparison_names[FILTER_COMPARISON_COUNT + 1] = {
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

const char *const filter_comparison_meanings[FILTER_COMPARISON_COUNT] = {
    [FILTER_IS] = "Is one of the values, ignoring case and accents of human-readable text",
    [FILTER_NOT] = "Is none of the values, ignoring case and accents of human-readable text",
    [FILTER_GREATER] = "Is greater or later than the value",
    [FILTER_GREATER_OR_EQUAL] = "Is the value, or greater or later",
    [FILTER_LESS] = "Is less or earlier than the value",
    [FILTER_LESS_OR_EQUAL] = "Is the value, or less or earlier",
    [FILTER_CONTAINS] = "Contains one of the texts, ignoring case and accents",
    [FILTER_STARTS_WITH] = "Begins with one of the texts, ignoring case and accents",
    [FILTER_IS_NULL] = "Has no value (true) or has a value (false)",
};

const char *filter_comparison_meaning(enum filter_comparison comparison, const struct field *field)
{
    const bool is_text = field->kind == FIELD_TEXT;
    if (comparison == FILTER_IS)
        return is_text ? "Is one of the values, ignoring case and accents" : "Is one of the values";
    if (comparison == FILTER_NOT)
        return is_text ? "Is none of the values, ignoring case and accents"
                       : "Is none of the values";
    return filter_comparison_meanings[comparison];
}

bool filter_applies(enum filter_comparison comparison, const struct field *field)
{
    if (comparison == FILTER_IS_NULL)
        return true;
    if (field->kind == FIELD_OBJECT)
        return false;
    if (comparison == FILTER_IS || comparison == FILTER_NOT)
        return true;
    if (field->kind == FIELD_REFERENCE || field->kind == FIELD_BOOLEAN)
        return false;
    return field->kind != FIELD_INTEGER || comparison < FILTER_CONTAINS;
}

static bool date_is_accepted(enum filter_comparison comparison, const struct value *value,
                             const struct filter_operand *operand)
{
    const struct date_bounds own = date_bounds_of(value);
    return filter_compare_dates(comparison, &own, &operand->date);
}

static bool order_is_accepted(enum filter_comparison comparison, int order)
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

static bool operand_accepts(enum filter_comparison comparison, const struct field *field,
                            const struct value *value, const struct filter_operand *operand,
                            struct filter_keys *keys)
{
    if (kind_is_folded(field->kind) && comparison <= FILTER_NOT)
        return text_fold_equals(value->text, value->count, operand->folded, operand->folded_length);
    switch (comparison) {
    case FILTER_CONTAINS:
        return text_fold_contains(value->text, value->count, operand->folded,
                                  operand->folded_length);
    case FILTER_STARTS_WITH:
        return text_fold_starts_with(value->text, value->count, operand->folded,
                                     operand->folded_length);
    default:
        return field->kind == FIELD_DATE
                   ? date_is_accepted(comparison, value, operand)
                   : order_is_accepted(comparison,
                                       filter_operand_compare(field, value, operand, keys));
    }
}

static bool is_order_comparison(enum filter_comparison comparison)
{
    return comparison >= FILTER_GREATER && comparison <= FILTER_LESS_OR_EQUAL;
}

/* Returns the units for comparing a value with all operands in the order of texts, for which the
 * keys of both are made. */
static uint64_t filter_order_work(const struct filter *filter, const struct value *value)
{
    uint64_t units = 0;
    for (size_t i = 0; i < filter->operand_count; i++)
        units += WORK_TEST + work_of_text_key(value->count) +
                 work_of_text_key(filter->operands[i].length);
    return units;
}

/* Returns the units for folding a value and comparing it with an operand. Unless a part of it is
 * looked for, the first bytes decide. */
static uint64_t filter_fold_work(enum filter_comparison comparison, const struct value *value)
{
    const size_t bytes = comparison == FILTER_CONTAINS || value->count < FOLDED_BEGINNING
                             ? value->count
                             : FOLDED_BEGINNING;
    return bytes * WORK_TEXT_BYTE + utf8_wide_bytes(value->text, bytes) * WORK_WIDE_BYTE;
}

bool filter_spend(const struct filter *filter, const struct value *value, struct work *work)
{
    if (!work)
        return true;
    const bool folds = filter->operand_count > 0 && filter->operands[0].folded;
    if (folds && is_order_comparison(filter->comparison))
        return work_spend(work, WORK_FILTERS, filter_order_work(filter, value));
    const uint64_t fold = folds ? filter_fold_work(filter->comparison, value) : 0;
    return work_spend(work, WORK_FILTERS, filter->operand_count * (WORK_TEST + fold));
}

bool filter_accepts(const struct filter *filter, const struct field *field,
                    const struct value *value, struct filter_keys *keys, struct work *work)
{
    if (!filter_spend(filter, value, work))
        return false;
    for (size_t i = 0; i < filter->operand_count; i++)
        if (operand_accepts(filter->comparison, field, value, &filter->operands[i], keys))
            return true;
    return false;
}

/* The context of a visitor. */
struct filter_visit {
    const struct filter *filter;
    struct filter_keys *keys;
    struct work *work;
};

static bool visit_accepted_value(void *context, const struct field *field,
                                 const struct value *value)
{
    const struct filter_visit *visit = context;
    return filter_accepts(visit->filter, field, value, visit->keys, visit->work);
}

static bool visit_any_value(void *context, const struct field *field, const struct value *value)
{
    (void)context, (void)field, (void)value;
    return true;
}

bool filter_matches_members(const struct filter *filter, size_t step, const struct members *members,
                            struct filter_keys *keys, struct work *work)
{
    struct filter_visit visit = {filter, keys, work};
    if (!work_spend(work, WORK_FILTERS, WORK_TEST))
        return false;
    if (filter->comparison == FILTER_IS_NULL) {
        const bool null =
            !field_path_visit_members(&filter->path, step, members, visit_any_value, NULL);
        return null == (filter->operands[0].integer != 0);
    }
    return field_path_visit_members(&filter->path, step, members, visit_accepted_value, &visit) !=
           (filter->comparison == FILTER_NOT);
}

bool filter_is_negative(const struct filter *filter)
{
    return filter->comparison == FILTER_NOT ||
           (filter->comparison == FILTER_IS_NULL && filter->operands[0].integer);
}

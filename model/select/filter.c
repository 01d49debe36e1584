#include "select/filter.h"

#include "base/decimal.h"
#include "base/name.h"
#include "base/utf8.h"
#include "schema/kind.h"
#include "unicode/collation.h"
#include "work/work.h"

#include <string.h>

enum {
    DATE_OPERAND_MAX = 64, /* longer than any date */
    FOLDED_BEGINNING = 64  /* bytes */
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
    [FILTER_IS] = "Is one of the values, ignoring case and accents of texts",
    [FILTER_NOT] = "Is none of the values, ignoring case and accents of texts",
    [FILTER_GREATER] = "Is greater or later than the value",
    [FILTER_GREATER_OR_EQUAL] = "Is the value, or greater or later",
    [FILTER_LESS] = "Is less or earlier than the value",
    [FILTER_LESS_OR_EQUAL] = "Is the value, or less or earlier",
    [FILTER_CONTAINS] = "Contains one of the texts, ignoring case and accents",
    [FILTER_STARTS_WITH] = "Begins with one of the texts, ignoring case and accents",
    [FILTER_IS_NULL] = "Has no value (true) or has a value (false)",
};

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

static bool parse_integer(const char *text, size_t length, int64_t *ret_integer)
{
    const bool is_negative = length > 0 && *text == '-';
    int64_t integer;
    if (!decimal_parse(text + is_negative, length - is_negative, &integer))
        return false;
    *ret_integer = is_negative ? -integer : integer;
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

/* Reads a date. A space before an offset from UTC is taken for the '+' that a URL must encode. */
static bool read_date_operand(struct filter_operand *operand)
{
    char text[DATE_OPERAND_MAX];
    if (operand->length >= sizeof text)
        return false;
    memcpy(text, operand->text, operand->length);
    char *space = memchr(text, ' ', operand->length);
    if (space && memchr(text, 'T', (size_t)(space - text)))
        *space = '+';
    return edtf_read(text, operand->length, &operand->date);
}

/* Parses an operand that is compared with whole values. Returns false if it cannot be a value of
 * the field. */
static bool parse_operand_of_kind(const struct field *field, struct filter_operand *operand)
{
    switch (field->kind) {
    case FIELD_BOOLEAN:
        return parse_truth(operand->text, operand->length, &operand->integer);
    case FIELD_INTEGER:
        return parse_integer(operand->text, operand->length, &operand->integer);
    case FIELD_DATE:
        return read_date_operand(operand);
    case FIELD_ENUM:
        return is_choice(field, operand->text, operand->length);
    case FIELD_COUNTRY:
        return kinds[FIELD_COUNTRY].accepts(operand->text, operand->length);
    default:
        return true;
    }
}

/* Returns true if the comparison is one of folds. */
static bool filter_folds_text(enum filter_comparison comparison, const struct field *field)
{
    return comparison == FILTER_CONTAINS || comparison == FILTER_STARTS_WITH ||
           (field->kind == FIELD_TEXT && comparison != FILTER_IS_NULL);
}

/* Folds an operand. Returns false if there is no room for it. */
static bool filter_fold_operand(struct filter_folds *folds, struct filter_operand *operand)
{
    const size_t room = sizeof folds->bytes - folds->used;
    struct buffer out = {.bytes = folds->bytes + folds->used, .capacity = room, .ceiling = room};
    if (!text_fold(operand->text, operand->length, &out))
        return false;
    operand->folded = out.bytes;
    operand->folded_length = out.length;
    folds->used += out.length;
    return true;
}

bool filter_operand_parse(enum filter_comparison comparison, const struct field *field,
                          const char *text, size_t length, struct filter_folds *folds,
                          struct filter_operand *ret_operand, const char **ret_expected)
{
    struct filter_operand operand = {.text = text, .length = length};
    if (comparison == FILTER_IS_NULL) {
        *ret_expected = "true or false";
        if (!parse_truth(text, length, &operand.integer))
            return false;
    } else if (comparison < FILTER_CONTAINS && !parse_operand_of_kind(field, &operand)) {
        *ret_expected = kinds[field->kind].expected;
        return false;
    } else if (filter_folds_text(comparison, field) && !filter_fold_operand(folds, &operand)) {
        *ret_expected = "a shorter text";
        return false;
    }
    *ret_operand = operand;
    return true;
}

static int compare_text(const char *text, size_t length, const char *given, size_t given_length)
{
    const int order = memcmp(text, given, length < given_length ? length : given_length);
    return order ? order : (length > given_length) - (length < given_length);
}

/* Compares a record with an operand that is an id, or "collection/id" as data files write
 * references to several types. */
static int compare_reference(const struct record *record, const struct filter_operand *operand)
{
    const char *collection = record->type->collection, *id = record_id(record);
    const size_t prefix = strlen(collection) + 1;
    const bool prefixed = operand->length >= prefix && operand->text[prefix - 1] == '/' &&
                          strncmp(operand->text, collection, prefix - 1) == 0;
    const size_t skipped = prefixed ? prefix : 0;
    return compare_text(id, strlen(id), operand->text + skipped, operand->length - skipped);
}

/* Compares a human-readable text with an operand in the order of texts; texts with the same fold
 * are equal. If out of memory, compares their bytes. */
static int compare_collated(const struct value *value, const struct filter_operand *operand)
{
    struct buffer left, right;
    buffer_init(&left, SIZE_MAX);
    buffer_init(&right, SIZE_MAX);
    const bool made = collation_key_append_fold(value->text, value->count, &left) &&
                      collation_key_append_fold(operand->text, operand->length, &right);
    const int order = made
                          ? compare_text(left.bytes, left.length, right.bytes, right.length)
                          : compare_text(value->text, value->count, operand->text, operand->length);
    buffer_finish(&left);
    buffer_finish(&right);
    return order;
}

int filter_operand_compare(const struct field *field, const struct value *value,
                           const struct filter_operand *operand)
{
    if (field->kind == FIELD_INTEGER || field->kind == FIELD_BOOLEAN)
        return (value->integer > operand->integer) - (value->integer < operand->integer);
    if (field->kind == FIELD_REFERENCE)
        return compare_reference(value->record, operand);
    if (field->kind == FIELD_TEXT)
        return compare_collated(value, operand);
    return compare_text(value->text, value->count, operand->text, operand->length);
}

bool filter_compare_dates(enum filter_comparison comparison, const struct date_bounds *dates,
                          const struct edtf_date *operand)
{
    const struct edtf_bounds *given = &operand->bounds;
    const struct edtf_bounds *own =
        operand->clock == EDTF_OFFSET ? &dates->instants : &dates->local;
    switch (comparison) {
    case FILTER_GREATER:
        return own->earliest > given->latest;
    case FILTER_GREATER_OR_EQUAL:
        return own->earliest >= given->earliest;
    case FILTER_LESS:
        return own->latest < given->earliest;
    case FILTER_LESS_OR_EQUAL:
        return own->latest <= given->latest;
    default:
        return own->earliest >= given->earliest && own->latest <= given->latest;
    }
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
                            const struct value *value, const struct filter_operand *operand)
{
    if (field->kind == FIELD_TEXT && comparison <= FILTER_NOT)
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
                   : order_is_accepted(comparison, filter_operand_compare(field, value, operand));
    }
}

/* Returns the units for folding a value and comparing it with an operand. Unless a part of it is
 * looked for, or both are sorted, the first bytes decide. */
static uint64_t filter_fold_work(enum filter_comparison comparison, const struct value *value)
{
    const size_t bytes = comparison == FILTER_CONTAINS || value->count < FOLDED_BEGINNING
                             ? value->count
                             : FOLDED_BEGINNING;
    if (comparison >= FILTER_GREATER && comparison <= FILTER_LESS_OR_EQUAL)
        return 2 * (uint64_t)WORK_TEXT_KEY;
    return bytes * WORK_TEXT_BYTE + utf8_wide_bytes(value->text, bytes) * WORK_WIDE_BYTE;
}

bool filter_spend(const struct filter *filter, const struct value *value, struct work *work)
{
    if (!work)
        return true;
    const bool folds = filter->operand_count > 0 && filter->operands[0].folded;
    const uint64_t fold = folds ? filter_fold_work(filter->comparison, value) : 0;
    return work_spend(work, WORK_FILTERS, filter->operand_count * (WORK_TEST + fold));
}

bool filter_accepts(const struct filter *filter, const struct field *field,
                    const struct value *value, struct work *work)
{
    if (!filter_spend(filter, value, work))
        return false;
    for (size_t i = 0; i < filter->operand_count; i++)
        if (operand_accepts(filter->comparison, field, value, &filter->operands[i]))
            return true;
    return false;
}

/* The context of a visitor. */
struct filter_visit {
    const struct filter *filter;
    struct work *work;
};

static bool visit_accepted_value(void *context, const struct field *field,
                                 const struct value *value)
{
    const struct filter_visit *visit = context;
    return filter_accepts(visit->filter, field, value, visit->work);
}

static bool visit_any_value(void *context, const struct field *field, const struct value *value)
{
    (void)context, (void)field, (void)value;
    return true;
}

bool filter_matches_members(const struct filter *filter, size_t step, const struct members *members,
                            struct work *work)
{
    struct filter_visit visit = {filter, work};
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

bool filter_matches(const struct filter *filter, const struct record *record, struct work *work)
{
    return filter_matches_members(filter, 0, record->members, work);
}

bool filter_is_negative(const struct filter *filter)
{
    return filter->comparison == FILTER_NOT ||
           (filter->comparison == FILTER_IS_NULL && filter->operands[0].integer);
}

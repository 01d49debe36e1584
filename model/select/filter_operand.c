#include "select/filter.h"

#include "archive/date_bounds.h"
#include "base/decimal.h"
#include "base/name.h"
#include "schema/kind.h"
#include "unicode/collation.h"

#include <string.h>

enum {
    DATE_OPERAND_MAX = 64 /* longer than any date */
};

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
           (kind_is_folded(field->kind) && comparison != FILTER_IS_NULL);
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

/* Returns the length of "collection/" if an operand begins with it, as data files write references
 * to several types, or 0. */
static size_t type_prefix(const struct record_type *type, const struct filter_operand *operand)
{
    const size_t prefix = strlen(type->collection) + 1;
    const bool prefixed = operand->length >= prefix && operand->text[prefix - 1] == '/' &&
                          strncmp(operand->text, type->collection, prefix - 1) == 0;
    return prefixed ? prefix : 0;
}

/* Returns 0 if a record has the number of an operand. */
static int compare_numbered(const struct record *record, const struct filter_operand *operand)
{
    const struct value *number = record_value(record, ROLE_NUMBER);
    const bool same_type =
        !memchr(operand->text, '/', operand->length) || type_prefix(record->type, operand);
    return !(same_type && number->count && number->integer == operand->integer);
}

static int compare_reference(const struct record *record, const struct filter_operand *operand)
{
    const char *id = record_id(record);
    const size_t skipped = type_prefix(record->type, operand);
    if (operand->by_number)
        return compare_numbered(record, operand);
    return compare_text(id, strlen(id), operand->text + skipped, operand->length - skipped);
}

void filter_operand_take_number(const struct archive *archive, const struct field *field,
                                struct filter_operand *operand)
{
    for (int i = 0; i < TYPE_COUNT; i++) {
        const char *name = record_types[i]->collection;
        const size_t prefix = type_prefix(record_types[i], operand);
        if (!(field->targets & TARGET(i)) ||
            !decimal_parse_canonical(operand->text + prefix, operand->length - prefix,
                                     &operand->integer))
            continue;
        if (archive_find(archive, archive_collection(archive, name, strlen(name)),
                         operand->text + prefix, operand->length - prefix)) {
            operand->by_number = false;
            return;
        }
        operand->by_number = true;
    }
}

/* Compares a human-readable text with an operand in the order of texts; texts with the same fold
 * are equal. */
static int compare_collated(const struct value *value, const struct filter_operand *operand,
                            struct filter_keys *keys)
{
    buffer_clear(&keys->value);
    buffer_clear(&keys->operand);
    if (!collation_key_append_fold(value->text, value->count, &keys->value) ||
        !collation_key_append_fold(operand->text, operand->length, &keys->operand)) {
        keys->failed = true;
        return 0;
    }
    return compare_text(keys->value.bytes, keys->value.length, keys->operand.bytes,
                        keys->operand.length);
}

void filter_keys_init(struct filter_keys *keys)
{
    buffer_init(&keys->value, SIZE_MAX);
    buffer_init(&keys->operand, SIZE_MAX);
    keys->failed = false;
}

bool filter_keys_finish(struct filter_keys *keys)
{
    buffer_finish(&keys->value);
    buffer_finish(&keys->operand);
    return !keys->failed;
}

int filter_operand_compare(const struct field *field, const struct value *value,
                           const struct filter_operand *operand, struct filter_keys *keys)
{
    if (field->kind == FIELD_INTEGER || field->kind == FIELD_BOOLEAN)
        return (value->integer > operand->integer) - (value->integer < operand->integer);
    if (field->kind == FIELD_REFERENCE)
        return compare_reference(value->record, operand);
    if (kind_is_folded(field->kind))
        return compare_collated(value, operand, keys);
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

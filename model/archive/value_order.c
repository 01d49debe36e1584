#include "archive/value_order.h"

#include "archive/date_bounds.h"

#include <string.h>

static int compare_numbers(int64_t left, int64_t right)
{
    return (left > right) - (left < right);
}

static int compare_dates(const struct value *left, const struct value *right)
{
    const struct edtf_bounds a = date_bounds_of(left).instants, b = date_bounds_of(right).instants;
    const int earliest = compare_numbers(a.earliest, b.earliest);
    const int latest = compare_numbers(a.latest, b.latest);
    const int texts = strcmp(left->text, right->text);
    return earliest ? earliest
           : latest ? latest
           : texts  ? texts
                    : compare_numbers(left->zone, right->zone);
}

static int compare_records(const struct record *left, const struct record *right)
{
    const int types = compare_numbers(left->type->ordinal, right->type->ordinal);
    if (left == right || types)
        return types;
    return strcmp(record_id(left), record_id(right));
}

int value_order_compare(const struct field *field, const struct value *left,
                        const struct value *right)
{
    switch (field->kind) {
    case FIELD_INTEGER:
    case FIELD_BOOLEAN:
        return compare_numbers(left->integer, right->integer);
    case FIELD_DATE:
        return compare_dates(left, right);
    case FIELD_REFERENCE:
        return compare_records(left->record, right->record);
    default:
        return strcmp(left->text, right->text);
    }
}

/* Returns an unsigned number for a signed one, in the same order. */
static uint64_t from_signed(int64_t number)
{
    return (uint64_t)number ^ (UINT64_C(1) << 63);
}

/* Returns the first eight bytes of a text, padded with zeros, which no text contains. */
static uint64_t from_text(const struct value *value)
{
    uint64_t key = 0;
    for (size_t i = 0; i < sizeof key; i++)
        key = key << 8 | (i < value->count ? (unsigned char)value->text[i] : 0);
    return key;
}

uint64_t value_order_key(const struct field *field, const struct value *value)
{
    switch (field->kind) {
    case FIELD_INTEGER:
    case FIELD_BOOLEAN:
        return from_signed(value->integer);
    case FIELD_DATE:
        return from_signed(date_bounds_of(value).instants.earliest);
    case FIELD_REFERENCE:
        return value->record->type->ordinal;
    default:
        return from_text(value);
    }
}

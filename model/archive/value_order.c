#include "archive/value_order.h"

#include "archive/date_bounds.h"
#include "schema/kind.h"
#include "unicode/collation.h"

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

void value_order_init(struct value_order *order, const struct field *field)
{
    *order = (struct value_order){.field = field};
    buffer_init(&order->keys, VALUE_KEYS_BYTES_MAX);
    buffer_init(&order->left, SIZE_MAX);
    buffer_init(&order->right, SIZE_MAX);
}

void value_order_finish(struct value_order *order)
{
    buffer_finish(&order->keys);
    buffer_finish(&order->left);
    buffer_finish(&order->right);
}

static void make_text_key(struct value_order *order, const struct value *text, struct buffer *key)
{
    buffer_clear(key);
    if (!collation_key_append(text->text, text->count, key))
        order->failed = true;
}

static int compare_texts(struct value_order *order, const struct value *left,
                         const struct value *right)
{
    if (left->count == right->count && memcmp(left->text, right->text, left->count) == 0)
        return 0;
    make_text_key(order, left, &order->left);
    make_text_key(order, right, &order->right);
    if (order->failed)
        return 0;
    const size_t length =
        order->left.length < order->right.length ? order->left.length : order->right.length;
    return memcmp(order->left.bytes, order->right.bytes, length); /* neither begins the other */
}

static int compare_values(struct value_order *order, const struct value *left,
                          const struct value *right)
{
    switch (order->field->kind) {
    case FIELD_INTEGER:
    case FIELD_BOOLEAN:
        return compare_numbers(left->integer, right->integer);
    case FIELD_DATE:
        return compare_dates(left, right);
    case FIELD_REFERENCE:
        return compare_records(left->record, right->record);
    case FIELD_TEXT:
    case FIELD_LANGUAGE:
        return compare_texts(order, left, right);
    default:
        return strcmp(left->text, right->text);
    }
}

/* Returns an unsigned number for a signed one, in the same order. */
static uint64_t from_signed(int64_t number)
{
    return (uint64_t)number ^ (UINT64_C(1) << 63);
}

uint64_t value_order_first_bytes(const char *bytes, size_t length)
{
    uint64_t first = 0;
    for (size_t i = 0; i < sizeof first; i++)
        first = first << 8 | (i < length ? (unsigned char)bytes[i] : 0);
    return first;
}

static struct value_key key_of_text(struct value_order *order, const struct value *value)
{
    struct value_key key = {.value = value, .start = (uint32_t)order->keys.length};
    make_text_key(order, value, &order->left);
    if (order->failed)
        return key;
    const size_t length = order->left.length, first = sizeof key.first;
    key.first = value_order_first_bytes(order->left.bytes, length);
    const size_t rest = length > first ? length - first : 0;
    const size_t room = VALUE_KEYS_BYTES_MAX - order->keys.length;
    const size_t most =
        order->keys.length < VALUE_KEYS_BYTES_MAX / 4 ? VALUE_KEY_BYTES_MAX : VALUE_KEY_BYTES_LATER;
    key.length = (uint16_t)(rest < most ? rest : most);
    if (key.length > room)
        key.length = 0;
    key.whole = key.length == rest;
    if (key.length)
        buffer_append(&order->keys, order->left.bytes + first, key.length);
    order->failed |= order->keys.failed;
    return key;
}

/* Returns the first member of a key of a value that is not a human-readable text. */
static uint64_t first_of_value(const struct field *field, const struct value *value)
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
        return value_order_first_bytes(value->text, value->count);
    }
}

struct value_key value_order_key(struct value_order *order, const struct value *value)
{
    if (kind_is_folded(order->field->kind))
        return key_of_text(order, value);
    return (struct value_key){.first = first_of_value(order->field, value), .value = value};
}

int value_order_compare(struct value_order *order, const struct value_key *left,
                        const struct value_key *right)
{
    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    const size_t length = left->length < right->length ? left->length : right->length;
    const int stored =
        length ? memcmp(order->keys.bytes + left->start, order->keys.bytes + right->start, length)
               : 0;
    if (stored || (left->whole && right->whole))
        return stored;
    return compare_values(order, left->value, right->value);
}

int value_order_compare_fold(struct value_order *order, uint64_t first, const struct value *text,
                             const struct buffer *fold)
{
    const uint64_t wanted = value_order_first_bytes(fold->bytes, fold->length);
    const size_t unknown = fold->length < sizeof first ? 8 * (sizeof first - fold->length) : 0;
    if (first >> unknown != wanted >> unknown)
        return first >> unknown < wanted >> unknown ? -1 : 1;
    make_text_key(order, text, &order->left);
    const size_t length = order->left.length < fold->length ? order->left.length : fold->length;
    return order->failed ? 0 : memcmp(order->left.bytes, fold->bytes, length);
}

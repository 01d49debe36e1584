/* The custom mutator of libFuzzer for data files. It mutates JSON values and members, so that most
 * results are still JSON, and many are nearly valid records. Inputs that are not JSON are mutated
 * byte by byte, and so is a twelfth of the others. */
#include "made_value.h"

#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* libFuzzer calls or defines these functions, and no header declares them. */
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size, const uint8_t *other,
                                 size_t other_size, uint8_t *out, size_t max_size, unsigned seed);

/* The place of a value: in an array, or in an object under a key. */
struct slot {
    json_t *holder, *value;
    const char *key; /* NULL in an array */
    size_t index;
};

enum {
    SLOTS_MAX = 20000
};

struct slots {
    struct slot at[SLOTS_MAX];
    size_t count;
};

static void list_slots(json_t *holder, struct slots *slots)
{
    const char *key;
    json_t *value;
    size_t index;
    json_array_foreach(holder, index, value)
    {
        if (slots->count < SLOTS_MAX)
            slots->at[slots->count++] = (struct slot){holder, value, NULL, index};
        list_slots(value, slots);
    }
    json_object_foreach(holder, key, value)
    {
        if (slots->count < SLOTS_MAX)
            slots->at[slots->count++] = (struct slot){holder, value, key, 0};
        list_slots(value, slots);
    }
}

static const struct slot *any_slot(json_t *top)
{
    static struct slots slots;
    slots.count = 0;
    list_slots(top, &slots);
    return slots.count ? &slots.at[made_below(slots.count)] : NULL;
}

/* Replaces the value in a slot, which must not be used afterwards. Takes ownership of `value`. */
static void slot_set(const struct slot *slot, json_t *value)
{
    if (slot->key)
        json_object_set_new(slot->holder, slot->key, value);
    else
        json_array_set_new(slot->holder, slot->index, value);
}

static void slot_remove(const struct slot *slot)
{
    if (slot->key)
        json_object_del(slot->holder, slot->key);
    else
        json_array_remove(slot->holder, slot->index);
}

/* Returns a string with mutated bytes, or an integer a little larger or smaller. Returns a random
 * value in place of any other type. */
static json_t *mutated(const json_t *value)
{
    char text[4096];
    if (json_is_integer(value))
        return json_integer((json_int_t)((uint64_t)json_integer_value(value) + made_below(9) - 4));
    const size_t length = json_string_length(value);
    if (!json_is_string(value) || length > sizeof text / 2)
        return made_value();
    memcpy(text, json_string_value(value), length);
    json_t *made = json_stringn(text, LLVMFuzzerMutate((uint8_t *)text, length, sizeof text));
    return made ? made : made_value(); /* it is not UTF-8 any more */
}

/* Inserts a value beside a slot: before it in its array, or into its object under a random field
 * name. Takes ownership of `value`. */
static void add_beside(const struct slot *slot, json_t *value)
{
    if (slot->key)
        json_object_set_new(slot->holder, made_field()->name, value);
    else
        json_array_insert_new(slot->holder, slot->index, value);
}

/* One slot may be inside the value of the other, so both values are kept until both slots are set.
 */
static void slot_swap(const struct slot *one, const struct slot *other)
{
    json_t *first = json_incref(one->value), *second = json_incref(other->value);
    slot_set(one, json_deep_copy(second));
    slot_set(other, json_deep_copy(first));
    json_decref(first);
    json_decref(second);
}

static void slot_move(const struct slot *from, const struct slot *to)
{
    json_t *value = json_incref(from->value);
    slot_remove(from);
    add_beside(to, json_deep_copy(value));
    json_decref(value);
}

static void rename_member(const struct slot *slot)
{
    if (!slot->key)
        return;
    json_object_set(slot->holder, made_field()->name, slot->value);
    json_object_del(slot->holder, slot->key);
}

/* Inserts copies only, since one slot may be inside the value of the other. */
static void mutate_slot(json_t *top, const struct slot *found)
{
    const struct slot slot = *found, other = *any_slot(top);
    switch (made_below(11)) {
    case 0:
        slot_remove(&slot);
        break;
    case 1:
        add_beside(&slot, json_deep_copy(slot.value));
        break;
    case 2:
        add_beside(&slot, json_deep_copy(other.value));
        break;
    case 3:
        slot_set(&slot, json_deep_copy(other.value));
        break;
    case 4:
        slot_swap(&slot, &other);
        break;
    case 5:
        slot_move(&slot, &other);
        break;
    case 6:
        rename_member(&slot);
        break;
    case 7:
        add_beside(&slot, made_value());
        break;
    case 8:
        slot_set(&slot, made_value());
        break;
    default:
        slot_set(&slot, mutated(slot.value));
    }
}

/* Writes compact JSON to `data`. Returns its length, or 0 if it does not fit. */
static size_t write_json(json_t *top, uint8_t *data, size_t max_size)
{
    const size_t length = json_dumpb(top, (char *)data, max_size, JSON_COMPACT);
    return length <= max_size ? length : 0;
}

static json_t *read_json(const uint8_t *data, size_t size)
{
    json_error_t error;
    return json_loadb((const char *)data, size, 0, &error);
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    made_begin(seed);
    uint8_t *copy = malloc(max_size);
    json_t *top = made_below(12) ? read_json(data, size) : NULL;
    size_t length = 0;
    for (size_t rounds = 1 + made_below(3); top && copy && rounds > 0; rounds--) {
        const struct slot *slot = any_slot(top);
        if (slot)
            mutate_slot(top, slot);
    }
    if (top && copy)
        length = write_json(top, copy, max_size);
    if (length)
        memcpy(data, copy, length);
    json_decref(top);
    free(copy);
    return length ? length : LLVMFuzzerMutate(data, size, max_size);
}

/* Inserts a random value of the other input into this one. */
size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size, const uint8_t *other,
                                 size_t other_size, uint8_t *out, size_t max_size, unsigned seed)
{
    made_begin(seed);
    json_t *top = read_json(one, one_size), *donor = read_json(other, other_size);
    const struct slot *given = donor ? any_slot(donor) : NULL;
    json_t *value = given ? json_deep_copy(given->value) : NULL;
    const char *key = given && given->key ? given->key : made_field()->name;
    const struct slot *slot = top && value ? any_slot(top) : NULL;
    if (slot && slot->key && made_below(2))
        json_object_set(slot->holder, key, value);
    else if (slot && !slot->key && made_below(2))
        json_array_insert(slot->holder, slot->index, value);
    else if (slot)
        slot_set(slot, json_incref(value));
    const size_t length = slot ? write_json(top, out, max_size) : 0;
    json_decref(value);
    json_decref(top);
    json_decref(donor);
    return length;
}

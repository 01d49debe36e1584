#include "archive/record_list.h"

#include <stdlib.h>
#include <string.h>

void record_list_finish(struct record_list *list)
{
    free(list->at);
    free(list->slots);
    *list = (struct record_list){0};
}

/* FNV-1a, 64 bits folded into 32. */
static uint32_t hash_of(const char *id, size_t length)
{
    uint64_t value = 0xcbf29ce484222325u;
    for (size_t i = 0; i < length; i++)
        value = (value ^ (unsigned char)id[i]) * 0x100000001b3u;
    return (uint32_t)(value ^ value >> 32);
}

/* The slot that holds the id, or the free one where it belongs. */
static struct record_slot *slot_of(const struct record_list *list, uint32_t hash, const char *id,
                                   size_t length)
{
    for (size_t i = hash;; i++) {
        struct record_slot *slot = &list->slots[i & (list->slot_count - 1)];
        if (!slot->place)
            return slot;
        if (slot->hash != hash)
            continue;
        const struct value *known = &list->at[slot->place - 1]->values[0];
        if (known->count == length && memcmp(known->text, id, length) == 0)
            return slot;
    }
}

/* Moves what is in the slots into twice as many. */
static bool grow_slots(struct record_list *list)
{
    const size_t count = list->slot_count ? list->slot_count * 2 : 16;
    struct record_slot *slots = calloc(count, sizeof *slots);
    if (!slots)
        return false;
    for (size_t i = 0; i < list->slot_count; i++) {
        const struct record_slot old = list->slots[i];
        size_t free_slot = old.hash;
        while (old.place && slots[free_slot & (count - 1)].place)
            free_slot++;
        if (old.place)
            slots[free_slot & (count - 1)] = old;
    }
    free(list->slots);
    list->slots = slots;
    list->slot_count = count;
    return true;
}

static bool grow(struct record_list *list)
{
    const size_t capacity = list->capacity ? list->capacity * 2 : 16;
    struct record **at = realloc(list->at, capacity * sizeof *at);
    if (!at)
        return false;
    list->at = at;
    list->capacity = capacity;
    return true;
}

bool record_list_append(struct record_list *list, struct record *record)
{
    if (list->count == UINT32_MAX - 1)
        return false;
    if (list->count == list->capacity && !grow(list))
        return false;
    if (list->slot_count < (list->count + 1) * 2 && !grow_slots(list))
        return false;
    const struct value *id = &record->values[0];
    const uint32_t hash = hash_of(id->text, id->count);
    struct record_slot *slot = slot_of(list, hash, id->text, id->count);
    record->ordinal = (uint32_t)list->count;
    list->at[list->count++] = record;
    if (!slot->place)
        *slot = (struct record_slot){.hash = hash, .place = (uint32_t)list->count};
    return true;
}

struct record *record_list_find(const struct record_list *list, const char *id, size_t length)
{
    if (!list->slot_count)
        return NULL;
    const struct record_slot *slot = slot_of(list, hash_of(id, length), id, length);
    return slot->place ? list->at[slot->place - 1] : NULL;
}

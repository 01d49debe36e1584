#include "record_list.h"

#include <stdlib.h>
#include <string.h>

void record_list_finish(struct record_list *list)
{
    free(list->at);
    free(list->slots);
    *list = (struct record_list){0};
}

/* FNV-1a, 64 bits. */
static uint64_t hash(const char *id, size_t length)
{
    uint64_t value = 0xcbf29ce484222325u;
    for (size_t i = 0; i < length; i++)
        value = (value ^ (unsigned char)id[i]) * 0x100000001b3u;
    return value;
}

/* The slot that holds the id, or the free one where it belongs. */
static struct record **slot_of(const struct record_list *list, const char *id, size_t length)
{
    for (size_t i = hash(id, length);; i++) {
        struct record **slot = &list->slots[i & (list->slot_count - 1)];
        if (!*slot)
            return slot;
        const struct value *known = &(*slot)->values[0];
        if (known->count == length && memcmp(known->text, id, length) == 0)
            return slot;
    }
}

static void enter(struct record_list *list, struct record *record)
{
    struct record **slot = slot_of(list, record->values[0].text, record->values[0].count);
    if (!*slot)
        *slot = record;
}

static bool grow_slots(struct record_list *list)
{
    struct record_list grown = *list;
    grown.slot_count = list->slot_count ? list->slot_count * 2 : 16;
    grown.slots = calloc(grown.slot_count, sizeof *grown.slots);
    if (!grown.slots)
        return false;
    for (size_t i = 0; i < list->count; i++)
        enter(&grown, list->at[i]);
    free(list->slots);
    *list = grown;
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
    record->ordinal = (uint32_t)list->count;
    enter(list, record);
    list->at[list->count++] = record;
    return true;
}

struct record *record_list_find(const struct record_list *list, const char *id, size_t length)
{
    return list->slot_count ? *slot_of(list, id, length) : NULL;
}

#include "base/hash_table.h"

#include <stdlib.h>

enum {
    HASH_TABLE_SLOTS_MIN = 16
};

void hash_table_finish(struct hash_table *table)
{
    free(table->slots);
    *table = (struct hash_table){NULL, 0, 0};
}

static void hash_table_put(struct hash_table *table, struct hash_slot slot)
{
    const size_t mask = table->slot_count - 1;
    size_t i = slot.hash & mask;
    while (table->slots[i].number)
        i = (i + 1) & mask;
    table->slots[i] = slot;
}

bool hash_table_reserve(struct hash_table *table, size_t count)
{
    size_t slot_count = table->slot_count ? table->slot_count : HASH_TABLE_SLOTS_MIN;
    if (count > SIZE_MAX / 4)
        return false;
    while (slot_count < 2 * count)
        slot_count *= 2;
    if (slot_count == table->slot_count)
        return true;
    struct hash_table grown = {calloc(slot_count, sizeof *grown.slots), slot_count, table->count};
    if (!grown.slots)
        return false;
    for (size_t i = 0; i < table->slot_count; i++)
        if (table->slots[i].number)
            hash_table_put(&grown, table->slots[i]);
    free(table->slots);
    *table = grown;
    return true;
}

void hash_table_add(struct hash_table *table, uint32_t hash, uint32_t place)
{
    hash_table_put(table, (struct hash_slot){.hash = hash, .number = place + 1});
    table->count++;
}

/* Enters the slots after the freed one again, so that no search ends too early. */
void hash_table_remove(struct hash_table *table, uint32_t hash, uint32_t place)
{
    const size_t mask = table->slot_count - 1;
    size_t i = hash & mask;
    while (table->slots[i].number != place + 1)
        i = (i + 1) & mask;
    table->slots[i].number = 0;
    for (i = (i + 1) & mask; table->slots[i].number; i = (i + 1) & mask) {
        const struct hash_slot moved = table->slots[i];
        table->slots[i].number = 0;
        hash_table_put(table, moved);
    }
    table->count--;
}

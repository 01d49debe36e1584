/* A hash table of numbers: open addressing with linear probing.
 *
 * The table holds the places of items in an array of the caller, from 0, and the hash of each item.
 * The hashes make most comparisons with other items unnecessary. The table is at most half full.
 * The lookup is inline, so that the comparison can be inline too.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define HASH_TABLE_ABSENT UINT32_MAX

struct hash_slot {
    uint32_t hash;
    uint32_t number; /* the place of the item plus 1; 0 if the slot is free */
};

/* All zeros is an empty table. */
struct hash_table {
    struct hash_slot *slots;
    size_t slot_count; /* a power of two, or 0 */
    size_t count;
};

/* Reports whether the item at `place` has this key. */
typedef bool hash_table_match(const void *items, uint32_t place, const void *key);

/* Frees the slots; the table is empty afterwards. */
void hash_table_finish(struct hash_table *table);

/* Makes room for `count` items. Returns false if out of memory; the table is then unchanged. */
bool hash_table_reserve(struct hash_table *table, size_t count);

/* Adds an item. There must be room for it (hash_table_reserve); `place` is below
 * HASH_TABLE_ABSENT. An item whose key is in the table already is found after that one. */
void hash_table_add(struct hash_table *table, uint32_t hash, uint32_t place);

/* Removes the item at `place`, which must be in the table under that hash. */
void hash_table_remove(struct hash_table *table, uint32_t hash, uint32_t place);

/* Returns the place of the first item with this hash that matches, or HASH_TABLE_ABSENT. */
static inline uint32_t hash_table_find(const struct hash_table *table, uint32_t hash,
                                       hash_table_match *matches, const void *items,
                                       const void *key)
{
    if (!table->slot_count)
        return HASH_TABLE_ABSENT;
    const size_t mask = table->slot_count - 1;
    for (size_t i = hash & mask; table->slots[i].number; i = (i + 1) & mask)
        if (table->slots[i].hash == hash && matches(items, table->slots[i].number - 1, key))
            return table->slots[i].number - 1;
    return HASH_TABLE_ABSENT;
}

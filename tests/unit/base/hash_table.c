/* Compares a table of numbers with an array of flags. */
#include "base/hash_table.h"

#include "tries.h"

#include <criterion/criterion.h>

static bool is_number(const void *items, uint32_t place, const void *key)
{
    return ((const int *)items)[place] == *(const int *)key;
}

static uint32_t find(const struct hash_table *table, const int *items, int key, uint32_t hash)
{
    return hash_table_find(table, hash, is_number, items, &key);
}

Test(hash_table, finds_nothing_when_empty)
{
    const struct hash_table table = {0};
    cr_assert_eq(find(&table, NULL, 1, 1), HASH_TABLE_ABSENT);
}

Test(hash_table, distinguishes_items_with_equal_hashes)
{
    const int items[] = {10, 20, 30};
    struct hash_table table = {0};
    cr_assert(hash_table_reserve(&table, 3));
    for (uint32_t i = 0; i < 3; i++)
        hash_table_add(&table, 7, i);
    for (uint32_t i = 0; i < 3; i++)
        cr_assert_eq(find(&table, items, items[i], 7), i);
    cr_assert_eq(find(&table, items, 40, 7), HASH_TABLE_ABSENT);
    cr_assert_eq(find(&table, items, 10, 8), HASH_TABLE_ABSENT);
    hash_table_finish(&table);
}

/* Uses few hashes, so that runs of occupied slots are long and wrap around. */
Test(hash_table, finds_exactly_the_items_that_were_added_and_not_removed)
{
    enum {
        COUNT = 200
    };
    int items[COUNT];
    bool added[COUNT] = {false};
    struct hash_table table = {0};
    srand((unsigned)seed());
    for (int i = 0; i < COUNT; i++)
        items[i] = i;
    for (size_t i = 0; i < tries(20000); i++) {
        const uint32_t place = (uint32_t)rand() % COUNT, hash = place % 13 - 3;
        cr_assert(hash_table_reserve(&table, table.count + 1));
        if (added[place])
            hash_table_remove(&table, hash, place);
        else
            hash_table_add(&table, hash, place);
        added[place] = !added[place];
        const uint32_t looked_for = (uint32_t)rand() % COUNT;
        cr_assert_eq(find(&table, items, (int)looked_for, looked_for % 13 - 3),
                     added[looked_for] ? looked_for : HASH_TABLE_ABSENT);
    }
    hash_table_finish(&table);
}

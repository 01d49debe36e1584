/* The order of records by one or more keys, and a page of it.
 *
 * The index of the first key has all records in its order already (value_index.h): group after
 * group, and within a group by id. So a page is a walk over the entries that skips those that are
 * not members of the selected set, and stops when the page is full:
 *
 *     groups       "CN"    "PT"    NULL
 *     entries      1  4    3  0    2
 *     members      1  -    3  0    2
 *     page                 3  0            of offset 1 and limit 2
 *
 * Descending, the groups are walked from the last to the first, but the group of the records
 * without a value comes last in both directions.
 *
 * - If no set is given, groups before the page are skipped by binary search on their `first`.
 * - With further keys, the members of a group are sorted by the ranks of the other indexes. Groups
 *   before the page are only counted.
 * - If the set is so small that sorting its members costs less than walking, they are sorted.
 * - Deep pages of large sets cost the most to walk to; order_cache.h stores the whole order of such
 *   a set instead.
 */
#pragma once

#include "select/sort_key.h"
#include "select/value_index.h"

struct work;

enum {
    ORDERING_DEEP = 1024 /* entries before a page, from which on storing the whole order pays */
};

/* The keys, the first one most significant; equal records are in the order of their ids. */
struct ordering {
    const struct value_index *indexes[SORT_KEYS_MAX]; /* of paths that lead to one value at most */
    bool descending[SORT_KEYS_MAX];
    size_t count;             /* at least 1 */
    const uint32_t *id_ranks; /* for each ordinal, the place of the id among all ids */
};

/* Stores the ordinals of the page that follows the first `offset` records, `limit` at most, of the
 * `total` records in `set`; `set` may be NULL, for all records of the type. Returns false if out of
 * memory, or if `work`, which may be NULL, is used up. */
bool ordering_page(const struct ordering *ordering, const struct record_set *set, size_t total,
                   uint64_t offset, size_t limit, struct work *work, uint32_t *ret_ordinals,
                   size_t *ret_count);

/* Returns the units of ordering `total` records, or more: as if all records of the type were
 * members. */
uint64_t ordering_work(const struct ordering *ordering, size_t total);

/* Returns true if a page is so deep that ordering all records once, and storing that order, is
 * better than walking to each such page. */
bool ordering_is_deep(const struct ordering *ordering, const struct record_set *set, size_t total,
                      uint64_t offset);

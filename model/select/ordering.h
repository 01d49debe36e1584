/* The order of records by one or several keys, and a page of it. */
#pragma once

#include "select/value_index.h"

enum {
    SORT_KEYS_MAX = 8
};

/* Entries that are walked by before it pays to keep the order of all. */
enum {
    ORDERING_DEEP = 1024
};

/* Keys, the first counting most; equal records come by id. */
struct ordering {
    const struct value_index *indexes[SORT_KEYS_MAX]; /* each of a path with one value at most */
    bool descending[SORT_KEYS_MAX];
    size_t count;             /* at least 1 */
    const uint32_t *id_ranks; /* by ordinal */
};

/* Stores the page from `offset` on, of at most `limit` records, of those in `set`, which has
 * `total`; of all where `set` is NULL. False when out of memory. */
bool ordering_page(const struct ordering *ordering, const struct record_set *set, size_t total,
                   uint64_t offset, size_t limit, uint32_t *ret_ordinals, size_t *ret_count);

/* Whether a page lies so deep that it is better to put all records in order once, and keep that
 * (kept_orders.h), than to look for it anew each time. */
bool ordering_is_deep(const struct ordering *ordering, const struct record_set *set, size_t total,
                      uint64_t offset);

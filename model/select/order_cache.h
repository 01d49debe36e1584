/* A cache of the orders of selections: an LRU of ORDER_CACHE_SLOTS slots, searched one by one.
 *
 *     slot   keys            set of records    ordinals in that order    last_used
 *     0      date            {0, 1, 4, ...}    4 0 1 ...                 17
 *     1      -title, date    {2, 3, ...}       3 2 ...                   12  <- replaced next
 *
 * A client that reads a long list page by page requests the same filters and keys each time. With
 * the order in the cache, a page is a slice of the ordinals, at any offset (ordering.h). Any number
 * of threads may use a cache at once: a look-up that would have to wait for the lock returns that
 * the order is not in the cache.
 */
#pragma once

#include "select/ordering.h"

struct order_cache;

enum {
    ORDER_CACHE_SLOTS = 4 /* a slot takes 4 bytes for each of its records, and the set */
};

/* Creates an empty cache. Returns NULL if out of memory. */
struct order_cache *order_cache_create(void);

/* Accepts NULL. */
void order_cache_destroy(struct order_cache *cache);

/* Stores the ordinals of the page that follows the first `offset` records, `limit` at most, of the
 * `total` records in `set`. Returns false, with nothing stored, if the cache does not have the
 * order. */
bool order_cache_page(struct order_cache *cache, const struct ordering *ordering,
                      const struct record_set *set, size_t total, size_t offset, size_t limit,
                      uint32_t *ret_ordinals, size_t *ret_count);

/* Adds the order of all records in a set, in place of the least recently used one. Takes
 * `ordinals`, which is allocated with malloc. If out of memory the cache is unchanged. */
void order_cache_add(struct order_cache *cache, const struct ordering *ordering,
                     const struct record_set *set, uint32_t *ordinals, size_t total);

/* Selections that were put in order, the last few, kept so that a page deep in one
 * costs what its first costs.
 *
 * Whoever reads a long list page by page asks for the same conditions and keys each time. What was
 * put in order for one page is a slice for the next, found by the set of records and the keys.
 * Any number of threads may ask at once: one that would have to wait is told that nothing is kept.
 */
#pragma once

#include "select/ordering.h"

struct kept_orders;

enum {
    KEPT_ORDERS = 4 /* each takes 4 bytes for each record in it, and the set */
};

/* NULL when out of memory. */
struct kept_orders *kept_orders_create(void);

/* Accepts NULL. */
void kept_orders_destroy(struct kept_orders *orders);

/* Stores the page from `offset` on, of at most `limit` records, of those in `set`, which has
 * `total`. False, with nothing stored, where that order is not kept. */
bool kept_orders_page(struct kept_orders *orders, const struct ordering *ordering,
                      const struct record_set *set, size_t total, size_t offset, size_t limit,
                      uint32_t *ret_ordinals, size_t *ret_count);

/* Keeps the order of all of a set's records, in place of the one least recently asked for. Takes
 * `ordinals`, allocated with malloc. Where there is no memory it is not kept. */
void kept_orders_keep(struct kept_orders *orders, const struct ordering *ordering,
                      const struct record_set *set, uint32_t *ordinals, size_t total);

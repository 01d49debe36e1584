/* A selector: the value indexes and the cache of orders that all selections from one archive
 * share.
 *
 * Selections fill both as they need them, so that the archive stays immutable. Any number of
 * threads may use a selector at once.
 */
#pragma once

struct archive;
struct order_cache;
struct selector;
struct value_indexes;

/* Creates a selector of the archive, which must outlive it. Returns NULL if out of memory. */
struct selector *selector_create(const struct archive *archive);

/* Accepts NULL. */
void selector_destroy(struct selector *selector);

/* Returns the archive. */
const struct archive *selector_archive(const struct selector *selector);

/* Returns the value indexes, owned by the selector. */
struct value_indexes *selector_indexes(struct selector *selector);

/* Returns the cache of orders, owned by the selector. */
struct order_cache *selector_orders(struct selector *selector);

/* What selections from one archive share: its value indexes and its last orders.
 *
 * A selector fills both as they are needed, so that the archive stays immutable. Any number of
 * threads may use one at once.
 */
#pragma once

struct archive;
struct kept_orders;
struct selector;
struct value_indexes;

/* The archive must outlive the selector. Returns NULL if out of memory. */
struct selector *selector_create(const struct archive *archive);

/* Accepts NULL. */
void selector_destroy(struct selector *selector);

const struct archive *selector_archive(const struct selector *selector);

/* Returns the value indexes, owned by the selector. */
struct value_indexes *selector_indexes(struct selector *selector);

/* Returns the orders that it keeps, owned by the selector. */
struct kept_orders *selector_orders(struct selector *selector);

#include "select/selector.h"

#include "select/order_cache.h"
#include "select/value_indexes.h"

#include <stdlib.h>

struct selector {
    const struct archive *archive;
    struct value_indexes *indexes;
    struct order_cache *orders;
};

struct selector *selector_create(const struct archive *archive)
{
    struct selector *selector = calloc(1, sizeof *selector);
    if (!selector)
        return NULL;
    selector->archive = archive;
    selector->indexes =
        value_indexes_create(archive, value_indexes_ceiling(archive_bytes(archive)));
    selector->orders = order_cache_create();
    if (selector->indexes && selector->orders)
        return selector;
    selector_destroy(selector);
    return NULL;
}

void selector_destroy(struct selector *selector)
{
    if (!selector)
        return;
    order_cache_destroy(selector->orders);
    value_indexes_destroy(selector->indexes);
    free(selector);
}

const struct archive *selector_archive(const struct selector *selector)
{
    return selector->archive;
}

struct value_indexes *selector_indexes(struct selector *selector)
{
    return selector->indexes;
}

struct order_cache *selector_orders(struct selector *selector)
{
    return selector->orders;
}

#include "select/selector.h"

#include "select/kept_orders.h"
#include "select/value_indexes.h"

#include <stdlib.h>

struct selector {
    const struct archive *archive;
    struct value_indexes *indexes;
    struct kept_orders *orders;
};

struct selector *selector_create(const struct archive *archive)
{
    struct selector *selector = calloc(1, sizeof *selector);
    if (!selector)
        return NULL;
    selector->archive = archive;
    selector->indexes = value_indexes_create(archive);
    selector->orders = kept_orders_create();
    if (selector->indexes && selector->orders)
        return selector;
    selector_destroy(selector);
    return NULL;
}

void selector_destroy(struct selector *selector)
{
    if (!selector)
        return;
    kept_orders_destroy(selector->orders);
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

struct kept_orders *selector_orders(struct selector *selector)
{
    return selector->orders;
}

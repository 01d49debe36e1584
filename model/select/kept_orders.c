#include "select/kept_orders.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct kept {
    struct ordering ordering;
    struct record_set set;
    uint32_t *ordinals; /* NULL of a free place */
    size_t total;
    uint64_t asked; /* in the count of questions */
};

struct kept_orders {
    pthread_mutex_t lock;
    uint64_t asked;
    struct kept at[KEPT_ORDERS];
};

struct kept_orders *kept_orders_create(void)
{
    struct kept_orders *orders = calloc(1, sizeof *orders);
    if (orders)
        pthread_mutex_init(&orders->lock, NULL);
    return orders;
}

static void finish(struct kept *kept)
{
    free(kept->ordinals);
    record_set_finish(&kept->set);
    *kept = (struct kept){.total = 0};
}

void kept_orders_destroy(struct kept_orders *orders)
{
    if (!orders)
        return;
    for (size_t i = 0; i < KEPT_ORDERS; i++)
        finish(&orders->at[i]);
    pthread_mutex_destroy(&orders->lock);
    free(orders);
}

/* The indexes live as long as the orders, so the same address is the same field. */
static bool is_same_ordering(const struct ordering *left, const struct ordering *right)
{
    for (size_t i = 0; i < left->count && i < right->count; i++)
        if (left->indexes[i] != right->indexes[i] || left->descending[i] != right->descending[i])
            return false;
    return left->count == right->count;
}

static struct kept *find(struct kept_orders *orders, const struct ordering *ordering,
                         const struct record_set *set, size_t total)
{
    for (size_t i = 0; i < KEPT_ORDERS; i++) {
        struct kept *kept = &orders->at[i];
        if (kept->ordinals && kept->total == total && is_same_ordering(&kept->ordering, ordering) &&
            record_set_equal(&kept->set, set))
            return kept;
    }
    return NULL;
}

bool kept_orders_page(struct kept_orders *orders, const struct ordering *ordering,
                      const struct record_set *set, size_t total, size_t offset, size_t limit,
                      uint32_t *ret_ordinals, size_t *ret_count)
{
    if (pthread_mutex_trylock(&orders->lock) != 0)
        return false;
    struct kept *kept = find(orders, ordering, set, total);
    if (kept) {
        const size_t left = offset < total ? total - offset : 0;
        *ret_count = left < limit ? left : limit;
        if (*ret_count)
            memcpy(ret_ordinals, kept->ordinals + offset, *ret_count * sizeof *ret_ordinals);
        kept->asked = ++orders->asked;
    }
    pthread_mutex_unlock(&orders->lock);
    return kept != NULL;
}

void kept_orders_keep(struct kept_orders *orders, const struct ordering *ordering,
                      const struct record_set *set, uint32_t *ordinals, size_t total)
{
    struct kept made = {.ordering = *ordering, .ordinals = ordinals, .total = total};
    if (!record_set_init(&made.set, set->size)) {
        free(ordinals);
        return;
    }
    record_set_unite(&made.set, set);
    pthread_mutex_lock(&orders->lock);
    struct kept *place = &orders->at[0];
    for (size_t i = 1; i < KEPT_ORDERS; i++)
        if (orders->at[i].asked < place->asked)
            place = &orders->at[i];
    struct kept replaced = *place;
    made.asked = ++orders->asked;
    *place = made;
    pthread_mutex_unlock(&orders->lock);
    finish(&replaced);
}

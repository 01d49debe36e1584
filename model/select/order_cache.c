#include "select/order_cache.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct cached_order {
    struct ordering ordering;
    struct record_set set;
    uint32_t *ordinals; /* NULL if the slot is free */
    size_t total;
    uint64_t last_used; /* in uses of the cache; 0 if the slot is free */
};

struct order_cache {
    pthread_mutex_t lock;
    uint64_t uses;
    struct cached_order slots[ORDER_CACHE_SLOTS];
};

struct order_cache *order_cache_create(void)
{
    struct order_cache *cache = calloc(1, sizeof *cache);
    if (cache)
        pthread_mutex_init(&cache->lock, NULL);
    return cache;
}

static void cached_order_finish(struct cached_order *order)
{
    free(order->ordinals);
    record_set_finish(&order->set);
    *order = (struct cached_order){.total = 0};
}

void order_cache_destroy(struct order_cache *cache)
{
    if (!cache)
        return;
    for (size_t i = 0; i < ORDER_CACHE_SLOTS; i++)
        cached_order_finish(&cache->slots[i]);
    pthread_mutex_destroy(&cache->lock);
    free(cache);
}

/* Compares indexes by their addresses, because they live as long as the cache. */
static bool is_same_ordering(const struct ordering *left, const struct ordering *right)
{
    for (size_t i = 0; i < left->count && i < right->count; i++)
        if (left->indexes[i] != right->indexes[i] || left->descending[i] != right->descending[i])
            return false;
    return left->count == right->count;
}

static struct cached_order *order_cache_find(struct order_cache *cache,
                                             const struct ordering *ordering,
                                             const struct record_set *set, size_t total)
{
    for (size_t i = 0; i < ORDER_CACHE_SLOTS; i++) {
        struct cached_order *order = &cache->slots[i];
        if (order->ordinals && order->total == total &&
            is_same_ordering(&order->ordering, ordering) && record_set_equal(&order->set, set))
            return order;
    }
    return NULL;
}

bool order_cache_page(struct order_cache *cache, const struct ordering *ordering,
                      const struct record_set *set, size_t total, size_t offset, size_t limit,
                      uint32_t *ret_ordinals, size_t *ret_count)
{
    if (pthread_mutex_trylock(&cache->lock) != 0)
        return false;
    struct cached_order *order = order_cache_find(cache, ordering, set, total);
    if (order) {
        const size_t left = offset < total ? total - offset : 0;
        *ret_count = left < limit ? left : limit;
        if (*ret_count)
            memcpy(ret_ordinals, order->ordinals + offset, *ret_count * sizeof *ret_ordinals);
        order->last_used = ++cache->uses;
    }
    pthread_mutex_unlock(&cache->lock);
    return order != NULL;
}

void order_cache_add(struct order_cache *cache, const struct ordering *ordering,
                     const struct record_set *set, uint32_t *ordinals, size_t total)
{
    struct cached_order added = {.ordering = *ordering, .ordinals = ordinals, .total = total};
    if (!record_set_init(&added.set, set->size)) {
        free(ordinals);
        return;
    }
    record_set_unite(&added.set, set);
    pthread_mutex_lock(&cache->lock);
    struct cached_order *oldest = &cache->slots[0];
    for (size_t i = 1; i < ORDER_CACHE_SLOTS; i++)
        if (cache->slots[i].last_used < oldest->last_used)
            oldest = &cache->slots[i];
    struct cached_order replaced = *oldest;
    added.last_used = ++cache->uses;
    *oldest = added;
    pthread_mutex_unlock(&cache->lock);
    cached_order_finish(&replaced);
}

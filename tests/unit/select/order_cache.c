/* Deep pages of a long, filtered list, and the cache of orders by itself. */
#include "select/order_cache.h"
#include "archive_fixture.h"
#include "select/event_archive.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    EVENTS = 4000
};

/* Checks the page at an offset of the planned events, sorted by title. */
static void check_page(const struct archive_fixture *fixture, bool descending, unsigned offset)
{
    char target[200], expected[20];
    const unsigned planned = EVENTS / EVENTS_PER_PLANNED,
                   left = offset < planned ? planned - offset : 0;
    size_t i;
    json_t *record;
    snprintf(target, sizeof target, "/events?certainty=planned&sort=%stitle&limit=3&offset=%u",
             descending ? "-" : "", offset);
    json_t *answer = answer_json(fixture, target, 200, NULL);
    json_t *data = json_object_get(answer, "data");
    cr_assert_eq(json_array_size(data), left < 3 ? left : 3, "%s", target);
    json_array_foreach(data, i, record)
    {
        const unsigned place = offset + (unsigned)i;
        snprintf(expected, sizeof expected, "e-%u",
                 EVENTS_PER_PLANNED * (descending ? planned - 1 - place : place));
        cr_assert_str_eq(json_string_value(json_object_get(record, "id")), expected, "%s", target);
    }
    json_decref(answer);
}

Test(order_cache, a_page_is_the_same_whether_its_order_is_cached_or_not)
{
    static const unsigned offsets[] = {0, 900, 901, 0, 500, 997, 998, 1000, 100000, 3};
    struct archive_fixture fixture = archive_fixture_create(load_events(EVENTS));
    for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++)
        for (int descending = 0; descending < 2; descending++)
            check_page(&fixture, descending, offsets[i]);
    archive_fixture_finish(&fixture);
}

/* Requests more orders than the cache has slots, several times. */
Test(order_cache, pages_in_more_orders_than_slots_stay_the_same)
{
    static const char *const sorts[] = {"title", "-title", "date", "-date", "date,title", "-id"};
    struct archive_fixture fixture = archive_fixture_create(load_events(EVENTS));
    json_t *first[sizeof sorts / sizeof *sorts];
    for (int round = 0; round < 3; round++)
        for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
            char target[200];
            snprintf(target, sizeof target, "/events?certainty=planned&offset=800&limit=9&sort=%s",
                     sorts[i]);
            json_t *answer = answer_json(&fixture, target, 200, NULL);
            if (round == 0)
                first[i] = answer;
            else
                cr_assert(json_equal(answer, first[i]), "%s", target);
            if (round > 0)
                json_decref(answer);
        }
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++)
        json_decref(first[i]);
    archive_fixture_finish(&fixture);
}

/* Adds the order of a set with one record. */
static void add_order(struct order_cache *cache, const struct ordering *ordering, uint32_t ordinal)
{
    struct record_set set;
    uint32_t *ordinals = malloc(sizeof *ordinals);
    cr_assert(ordinals && record_set_init(&set, 64));
    record_set_add(&set, ordinal);
    *ordinals = ordinal;
    order_cache_add(cache, ordering, &set, ordinals, 1);
    record_set_finish(&set);
}

static bool use_order(struct order_cache *cache, const struct ordering *ordering, uint32_t ordinal)
{
    struct record_set set;
    uint32_t page = UINT32_MAX;
    size_t count = 0;
    cr_assert(record_set_init(&set, 64));
    record_set_add(&set, ordinal);
    const bool found = order_cache_page(cache, ordering, &set, 1, 0, 1, &page, &count);
    cr_expect(!found || (count == 1 && page == ordinal));
    record_set_finish(&set);
    return found;
}

/* Order N is the order of the set with record N. */
Test(order_cache, the_least_recently_used_order_is_replaced)
{
    struct order_cache *cache = order_cache_create();
    const struct value_index index = {.record_count = 64};
    const struct ordering ordering = {.indexes = {&index}, .count = 1};
    for (uint32_t i = 0; i < ORDER_CACHE_SLOTS; i++)
        add_order(cache, &ordering, i);
    for (uint32_t i = 0; i < ORDER_CACHE_SLOTS; i++)
        cr_expect(use_order(cache, &ordering, i), "%u is not found", i);
    cr_assert(use_order(cache, &ordering, 0));
    add_order(cache, &ordering, ORDER_CACHE_SLOTS); /* in place of 1 */
    cr_expect_not(use_order(cache, &ordering, 1));
    cr_expect(use_order(cache, &ordering, 0));
    for (uint32_t i = 2; i <= ORDER_CACHE_SLOTS; i++)
        cr_expect(use_order(cache, &ordering, i), "%u is not found", i);
    add_order(cache, &ordering, 1); /* in place of 0 */
    cr_expect_not(use_order(cache, &ordering, 0));
    cr_expect(use_order(cache, &ordering, 1));
    order_cache_destroy(cache);
}

Test(order_cache, an_order_is_found_by_its_set_and_its_keys)
{
    struct order_cache *cache = order_cache_create();
    const struct value_index *const indexes[2] = {calloc(1, sizeof **indexes),
                                                  calloc(1, sizeof **indexes)};
    struct ordering ordering = {.indexes = {indexes[0]}, .count = 1};
    struct record_set set;
    uint32_t *ordinals = malloc(2 * sizeof *ordinals), page[2];
    size_t count = 0;
    cr_assert(record_set_init(&set, 100));
    record_set_add(&set, 7);
    record_set_add(&set, 70);
    ordinals[0] = 70;
    ordinals[1] = 7;
    order_cache_add(cache, &ordering, &set, ordinals, 2);
    cr_assert(order_cache_page(cache, &ordering, &set, 2, 1, 5, page, &count));
    cr_assert(count == 1 && page[0] == 7);
    ordering.descending[0] = true;
    cr_assert_not(order_cache_page(cache, &ordering, &set, 2, 1, 5, page, &count));
    ordering.descending[0] = false;
    ordering.indexes[0] = indexes[1];
    cr_assert_not(order_cache_page(cache, &ordering, &set, 2, 1, 5, page, &count));
    ordering.indexes[0] = indexes[0];
    record_set_intersect(&set, &(struct record_set){(uint64_t[2]){1 << 7, 0}, 100});
    record_set_add(&set, 71);
    cr_assert_not(order_cache_page(cache, &ordering, &set, 2, 1, 5, page, &count));
    record_set_finish(&set);
    order_cache_destroy(cache);
    for (size_t i = 0; i < 2; i++)
        free((void *)(uintptr_t)indexes[i]);
}

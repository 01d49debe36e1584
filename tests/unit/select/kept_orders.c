/* Pages deep in a long, filtered list: the same whether its order is kept or not. */
#include "select/kept_orders.h"
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    EVENTS = 4000,
    EVERY = 4 /* one in so many is planned */
};

/* Events in a mixed order, each with its title's number in its id. */
static struct archive_fixture load_events(void)
{
    char *text = malloc(EVENTS * 200 + 200);
    size_t length =
        (size_t)sprintf(text, "{\"documents\":[{\"id\":\"d\",\"title\":\"D\",\"lines\":1,"
                              "\"sources\":[{\"document\":\"d\",\"lines\":\"1\"}]}],"
                              "\"events\":[");
    for (unsigned i = 0; i < EVENTS; i++) {
        const unsigned number = i * 1009 % EVENTS;
        length += (size_t)sprintf(text + length,
                                  "%s{\"id\":\"e-%u\",\"title\":\"%06u\",\"date\":\"19%02u\","
                                  "\"kind\":\"talks\",\"certainty\":\"%s\","
                                  "\"sources\":[{\"document\":\"d\",\"lines\":\"1\"}]}",
                                  i ? "," : "", number, number, number % 100,
                                  number % EVERY ? "certain" : "planned");
    }
    sprintf(text + length, "]}");
    const struct archive_fixture fixture = archive_fixture_create(load_json(text));
    free(text);
    return fixture;
}

/* The page at an offset of planned events, in the order of their titles, one way or the other. */
static void check_page(const struct archive_fixture *fixture, bool descending, unsigned offset)
{
    char target[200], expected[20];
    const unsigned planned = EVENTS / EVERY, left = offset < planned ? planned - offset : 0;
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
                 EVERY * (descending ? planned - 1 - place : place));
        cr_assert_str_eq(json_string_value(json_object_get(record, "id")), expected, "%s", target);
    }
    json_decref(answer);
}

Test(kept_orders, a_page_is_the_same_whether_those_before_it_were_asked_for_or_not)
{
    static const unsigned offsets[] = {0, 900, 901, 0, 500, 997, 998, 1000, 100000, 3};
    struct archive_fixture fixture = load_events();
    for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++)
        for (int descending = 0; descending < 2; descending++)
            check_page(&fixture, descending, offsets[i]);
    archive_fixture_finish(&fixture);
}

/* More orders than are kept, again and again. */
Test(kept_orders, the_oldest_makes_room_for_the_newest)
{
    static const char *const sorts[] = {"title", "-title", "date", "-date", "date,title", "-id"};
    struct archive_fixture fixture = load_events();
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

Test(kept_orders, an_order_is_found_by_its_set_and_its_keys)
{
    struct kept_orders *orders = kept_orders_create();
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
    kept_orders_keep(orders, &ordering, &set, ordinals, 2);
    cr_assert(kept_orders_page(orders, &ordering, &set, 2, 1, 5, page, &count));
    cr_assert(count == 1 && page[0] == 7);
    ordering.descending[0] = true;
    cr_assert_not(kept_orders_page(orders, &ordering, &set, 2, 1, 5, page, &count));
    ordering.descending[0] = false;
    ordering.indexes[0] = indexes[1];
    cr_assert_not(kept_orders_page(orders, &ordering, &set, 2, 1, 5, page, &count));
    ordering.indexes[0] = indexes[0];
    record_set_intersect(&set, &(struct record_set){(uint64_t[2]){1 << 7, 0}, 100});
    record_set_add(&set, 71);
    cr_assert_not(kept_orders_page(orders, &ordering, &set, 2, 1, 5, page, &count));
    record_set_finish(&set);
    kept_orders_destroy(orders);
    for (size_t i = 0; i < 2; i++)
        free((void *)(uintptr_t)indexes[i]);
}

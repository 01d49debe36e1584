/* Lists longer than SCANNED_MAX (selection.c) are selected by index, with the same result as a
 * scan. */
#include "archive_fixture.h"
#include "select/event_archive.h"
#include "select/order_cache.h"
#include "select/selection.h"
#include "select/value_indexes.h"
#include "work/work.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum {
    SCANNED_MAX = 256,
    EVENTS = 4000
};

static json_int_t total_of(const struct archive_fixture *fixture, const char *target)
{
    json_t *answer = answer_json(fixture, target, 200, NULL);
    const json_int_t total =
        json_integer_value(json_object_get(json_object_get(answer, "meta"), "total"));
    json_decref(answer);
    return total;
}

/* Checks whether a list is scanned: only a scan makes an array of all selected records. */
static void check_strategy(unsigned count, bool is_scanned)
{
    struct archive *archive = load_events(count);
    struct selector *selector = selector_create(archive);
    struct selection selection;
    struct selection_request request = {
        .selector = selector, .type = record_types[TYPE_EVENT], .limit = 10};
    request.records = archive_all(archive, request.type, &request.count);
    cr_assert(selection_make(&request, &selection));
    cr_expect_eq(selection.total, count);
    cr_expect_eq(selection.matching != NULL, is_scanned, "%u", count);
    selection_finish(&selection);
    selector_destroy(selector);
    archive_destroy(archive);
}

Test(long_lists, up_to_256_records_are_scanned_and_longer_lists_use_indexes)
{
    check_strategy(SCANNED_MAX, true);
    check_strategy(SCANNED_MAX + 1, false);
}

/* Reports whether the values of a field of few records are counted within the work. */
static bool counts_values(uint64_t allowed)
{
    struct archive *archive = load_events(SCANNED_MAX);
    struct selector *selector = selector_create(archive);
    struct selection selection;
    struct work work;
    struct facet facet;
    work_begin(&work, allowed, false);
    struct selection_request request = {
        .selector = selector, .type = record_types[TYPE_EVENT], .limit = 10, .work = &work};
    request.records = archive_all(archive, request.type, &request.count);
    cr_assert(selection_make(&request, &selection));
    const struct field_path id = {.steps = {{&request.type->fields.at[0], 0}},
                                  .count = 1,
                                  .end = &request.type->fields.at[0]};
    const bool counted = selection_count_values(&selection, &id, &facet);
    cr_expect_neq(counted, work_is_used_up(&work));
    if (counted)
        facet_finish(&facet);
    selection_finish(&selection);
    selector_destroy(selector);
    archive_destroy(archive);
    return counted;
}

Test(long_lists, an_index_for_one_facet_is_work_of_its_request)
{
    const uint64_t made = SCANNED_MAX * (uint64_t)WORK_INDEXED;
    const uint64_t counted = made + SCANNED_MAX * (uint64_t)(WORK_ENTRY + WORK_VALUE);
    cr_expect_not(counts_values(made - 1));
    cr_expect_not(counts_values(counted - 1));
    cr_expect(counts_values(counted));
}

Test(long_lists, q_works_alike_below_and_above_256_records)
{
    static const unsigned counts[] = {SCANNED_MAX - 1, SCANNED_MAX, SCANNED_MAX + 1, 1000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        const unsigned count = counts[i];
        const unsigned both = EVENTS_PER_HARBOUR * EVENTS_PER_PLANNED;
        struct archive_fixture fixture = archive_fixture_create(load_events(count));
        cr_expect_eq(total_of(&fixture, "/events"), count);
        cr_expect_eq(total_of(&fixture, "/events?q=harbour"),
                     (count + EVENTS_PER_HARBOUR - 1) / EVENTS_PER_HARBOUR, "%u", count);
        cr_expect_eq(total_of(&fixture, "/events?q=harbour&certainty=planned"),
                     (count + both - 1) / both, "%u", count);
        cr_expect_eq(total_of(&fixture, "/events?q=harbour+tide"), 0);
        cr_expect_eq(total_of(&fixture, "/events?q=000004"), 1);
        archive_fixture_finish(&fixture);
    }
}

/* Reports whether the order by title of planned events is in the cache. */
static bool has_order(struct selector *selector)
{
    const struct record_type *type = record_types[TYPE_EVENT];
    const struct field *id = &type->fields.at[0];
    struct field_path title;
    struct field_list fields;
    const char *name;
    cr_assert_eq(field_path_parse(type, "title", 5, &title, &fields, &name), FIELD_PATH_OK);
    const struct field_path id_path = {.steps = {{id, 0}}, .count = 1, .end = id};
    const struct ordering ordering = {
        .indexes = {value_indexes_get(selector_indexes(selector), type, &title, NULL)},
        .count = 1,
        .id_ranks = value_indexes_get(selector_indexes(selector), type, &id_path, NULL)->ranks};
    struct record_set planned;
    size_t count;
    const struct record *const *all = archive_all(selector_archive(selector), type, &count);
    cr_assert(record_set_init(&planned, count));
    for (size_t i = 0; i < count; i++)
        if (atoi(record_id(all[i]) + 2) % EVENTS_PER_PLANNED == 0)
            record_set_add(&planned, (uint32_t)i);
    uint32_t ordinal;
    const bool found = order_cache_page(selector_orders(selector), &ordering, &planned,
                                        record_set_count(&planned), 0, 1, &ordinal, &count);
    record_set_finish(&planned);
    return found;
}

Test(long_lists, a_deep_page_caches_the_order_of_its_list_and_a_shallow_one_does_not)
{
    struct archive_fixture fixture = archive_fixture_create(load_events(EVENTS));
    cr_expect_not(has_order(fixture.data.selector));
    total_of(&fixture, "/events?certainty=planned&sort=title&limit=9");
    cr_expect_not(has_order(fixture.data.selector));
    total_of(&fixture, "/events?certainty=planned&sort=title&limit=9&offset=800");
    cr_expect(has_order(fixture.data.selector));
    archive_fixture_finish(&fixture);
}

/* Titles are unique, so most values do not fit into the facet. */
Test(long_lists, a_facet_of_more_than_1000_equal_counts_has_the_first_1000)
{
    struct archive_fixture fixture = archive_fixture_create(load_events(EVENTS));
    json_t *answer = answer_json(&fixture, "/events?facet=title&limit=1", 200, NULL), *row;
    json_t *facet =
        json_object_get(json_object_get(json_object_get(answer, "meta"), "facets"), "title");
    size_t i;
    cr_assert_eq(json_array_size(facet), 1000);
    json_array_foreach(facet, i, row)
    {
        char title[24];
        snprintf(title, sizeof title, "%06zu", i);
        cr_assert_str_eq(json_string_value(json_object_get(row, "value")), title);
    }
    json_decref(answer);
    archive_fixture_finish(&fixture);
}

/* A list of related records is a part of its collection, and may have an order of its own. */
static void check_part(const struct archive *archive, struct selector *selector, bool is_reversed)
{
    enum {
        PART = EVENTS / 4
    };
    const struct record *part[PART];
    struct selection selection;
    struct selection_request request = {.selector = selector,
                                        .type = record_types[TYPE_EVENT],
                                        .records = part,
                                        .count = PART,
                                        .offset = 700,
                                        .limit = 100};
    size_t count;
    const struct record *const *all = archive_all(archive, request.type, &count);
    for (size_t i = 0; i < PART; i++)
        part[is_reversed ? PART - 1 - i : i] = all[3 * i + 1];
    cr_assert(selection_make(&request, &selection));
    cr_expect_eq(selection.total, PART);
    cr_assert_eq(selection.page_count, 100);
    for (size_t i = 0; i < selection.page_count; i++)
        cr_expect_eq(selection.page[i], part[700 + i], "%zu", i);
    selection_finish(&selection);
}

Test(long_lists, a_part_of_a_collection_has_its_own_order)
{
    struct archive *archive = load_events(EVENTS);
    struct selector *selector = selector_create(archive);
    check_part(archive, selector, false);
    check_part(archive, selector, true);
    selector_destroy(selector);
    archive_destroy(archive);
}

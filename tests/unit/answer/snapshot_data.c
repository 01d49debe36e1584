/* The first visitor of the page of a long list does not make its indexes. */
#include "answer/snapshot_data.h"
#include "router.h"
#include "search/searcher.h"
#include "select/event_archive.h"
#include "work/work.h"

#include <criterion/criterion.h>

static const struct publication with_pages = {.pages = PAGES_ON};

/* Loads `events` events. If `prepared`, makes the indexes for the pages of `publication`. Returns
 * the shared work of the first visitor of their list, which is that of making indexes. */
static uint64_t first_visit_of(const char *target, unsigned events, bool prepared,
                               const struct publication *publication)
{
    struct snapshot_data data;
    struct progress progress = {.step = NULL};
    struct response response;
    struct work work;
    cr_assert(snapshot_data_init(&data, load_events(events), &progress));
    if (prepared)
        snapshot_data_index_lists(&data, publication);
    work_begin(&work, UINT64_MAX / 2, 0);
    struct searcher *searcher = searcher_create(data.search_index);
    const struct snapshot_view view = snapshot_data_view(&data, searcher);
    const struct request request = {.method = METHOD_GET,
                                    .target = target,
                                    .publication = &with_pages,
                                    .accept = "text/html",
                                    .version = "HTTP/1.1",
                                    .work = &work};
    response_init(&response);
    router_answer(&view, &request, &response);
    cr_expect_eq(response.status, 200);
    response_finish(&response);
    searcher_destroy(searcher);
    snapshot_data_finish(&data);
    return work.shared;
}

static uint64_t first_visit(unsigned events, bool prepared, const struct publication *publication)
{
    return first_visit_of("/events", events, prepared, publication);
}

Test(snapshot_data, the_first_visitor_of_a_long_list_finds_its_indexes)
{
    cr_expect_gt(first_visit(SNAPSHOT_LONG_LIST, false, &with_pages), 0);
    cr_expect_eq(first_visit(SNAPSHOT_LONG_LIST, true, &with_pages), 0);
}

Test(snapshot_data, the_first_visitor_finds_the_orders_by_title_and_date)
{
    static const char *const targets[] = {"/events?sort=title", "/events?sort=-date"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        cr_expect_gt(first_visit_of(targets[i], SNAPSHOT_LONG_LIST, false, &with_pages), 0);
        cr_expect_eq(first_visit_of(targets[i], SNAPSHOT_LONG_LIST, true, &with_pages), 0, "%s",
                     targets[i]);
    }
}

Test(snapshot_data, the_first_visitor_of_the_reference_makes_no_index)
{
    cr_expect_eq(first_visit_of("/docs", SNAPSHOT_LONG_LIST, true, &with_pages), 0);
}

Test(snapshot_data, a_short_list_is_not_indexed_before_it_is_visited)
{
    cr_expect_gt(first_visit(SNAPSHOT_LONG_LIST - 1, true, &with_pages), 0);
}

Test(snapshot_data, nothing_is_indexed_if_there_are_no_pages)
{
    static const struct publication without = {.pages = PAGES_OFF};
    cr_expect_gt(first_visit(SNAPSHOT_LONG_LIST, true, &without), 0);
}

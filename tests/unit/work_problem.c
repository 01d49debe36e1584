/* Requests at the limit of their work, and one unit beyond it. */
#include "archive_fixture.h"
#include "select/event_archive.h"
#include "work/work.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

enum {
    EVENTS = 2000
};

static struct archive_fixture fixture;

static void set_up(void)
{
    fixture = archive_fixture_create(load_events(EVENTS));
}

static void tear_down(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(work_problem, .init = set_up, .fini = tear_down);

/* Answers within a limit. Returns the spent units. */
static uint64_t answer_within(const char *target, enum coding coding, uint64_t limit,
                              struct response *ret_response)
{
    struct work work;
    work_begin(&work, limit, 0);
    const struct request request = {
        .method = METHOD_GET, .target = target, .coding = {.best = coding}, .work = &work};
    answer_request(&fixture, &request, ret_response);
    return work.spent;
}

/* Returns the units that a request takes, which does not depend on earlier requests. */
static uint64_t work_of(const char *target)
{
    struct response response;
    uint64_t first = 0;
    for (int i = 0; i < 2; i++) {
        const uint64_t spent = answer_within(target, CODING_IDENTITY, UINT64_MAX, &response);
        cr_expect_eq(response.status, 200, "%s: %u", target, response.status);
        response_finish(&response);
        if (i)
            cr_expect_eq(spent, first, "%s: %zu, then %zu", target, (size_t)first, (size_t)spent);
        first = spent;
    }
    return first;
}

static void check_refused(const char *target, uint64_t limit, const char *parameter)
{
    struct response response;
    answer_within(target, CODING_IDENTITY, limit, &response);
    cr_expect_eq(response.status, 400, "%s: %u", target, response.status);
    cr_expect_str_eq(response_header(&response, "Content-Type"), "application/problem+json");
    json_t *problem = json_loadb(response.body.bytes, response.body.length, 0, NULL);
    const json_t *errors = json_object_get(problem, "errors");
    cr_expect_eq(json_array_size(errors), 1);
    cr_expect_str_eq(text_of(json_array_get(errors, 0), "parameter"), parameter, "%s: %s", target,
                     text_of(json_array_get(errors, 0), "parameter"));
    json_decref(problem);
    response_finish(&response);
}

/* Every kind of work, with the parameter that the refusal names. */
static const struct {
    const char *target, *parameter;
} kinds[] = {
    {"/search?q=0*&limit=1", "q"},
    {"/search?q=tide&limit=1000", "limit"},
    {"/events?q=0*+tide&limit=1", "q"},
    {"/events?title__contains=9,8,7,6,5,4,3&limit=1", "title__contains"},
    {"/events?description__contains=x&certainty__not=planned&limit=1", "description__contains"},
    {"/events?certainty=planned&sort=-certainty,title&limit=1&offset=450", "sort"},
    {"/events?sort=certainty,title&limit=1", "sort"},
    {"/events?facet=title,date&limit=1", "facet"},
    {"/events?limit=1000", "limit"},
    {"/events.json?limit=100&pretty", "limit"},
    {"/events.ndjson", "limit"},
    {"/events.csv", "limit"},
    {"/events.jsonld", "limit"},
    {"/events.jsonld?pretty", "limit"},
    {"/events.ics", "limit"},
    {"/documents.bib", "limit"},
    {"/documents.csl.json", "limit"},
    {"/documents.ris", "limit"},
};

Test(work_problem, a_request_is_answered_at_its_limit_and_refused_one_unit_beyond)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct response response;
        const uint64_t work = work_of(kinds[i].target);
        cr_expect_gt(work, 0, "%s", kinds[i].target);
        answer_within(kinds[i].target, CODING_IDENTITY, work, &response);
        cr_expect_eq(response.status, 200, "%s: %u", kinds[i].target, response.status);
        response_finish(&response);
        check_refused(kinds[i].target, work - 1, kinds[i].parameter);
    }
}

Test(work_problem, included_records_are_counted)
{
    tear_down();
    fixture = load_two_meetings();
    static const char *const targets[] = {"/meetings?include=sessions.papers&fields=name",
                                          "/meetings.ndjson?include=people,sessions",
                                          "/meetings/lisbon-2001?include=papers&fields=name"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        check_refused(targets[i], work_of(targets[i]) - 1, "include");
}

Test(work_problem, a_refused_request_stops_soon_after_its_limit)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct response response;
        const uint64_t work = work_of(kinds[i].target);
        const uint64_t spent = answer_within(kinds[i].target, CODING_IDENTITY, work / 2, &response);
        cr_expect_eq(response.status, 400, "%s", kinds[i].target);
        cr_expect_leq(spent, work, "%s", kinds[i].target);
        response_finish(&response);
    }
}

static const char *coding_within(const char *target, uint64_t limit)
{
    struct response response;
    answer_within(target, CODING_BROTLI, limit, &response);
    cr_expect_eq(response.status, 200);
    const char *coding = response_header(&response, "Content-Encoding");
    const char *known = coding ? "br" : "identity";
    response_finish(&response);
    return known;
}

Test(work_problem, a_body_is_compressed_if_the_work_suffices_and_sent_without_coding_if_not)
{
    static const char target[] = "/events?limit=50";
    struct response response;
    const uint64_t plain = work_of(target);
    const uint64_t coded = answer_within(target, CODING_BROTLI, UINT64_MAX, &response);
    response_finish(&response);
    cr_expect_gt(coded, plain);
    cr_expect_str_eq(coding_within(target, coded), "br");
    cr_expect_str_eq(coding_within(target, coded - 1), "identity");
}

Test(work_problem, a_trial_is_used_up_by_what_the_whole_limit_allows)
{
    struct work work;
    struct response response;
    work_begin(&work, 100 * WORK_TRIAL, WORK_TRIAL);
    work.limit = 1000;
    work.next_look = 0;
    const struct request request = {
        .method = METHOD_GET, .target = "/events?limit=1000", .work = &work};
    answer_request(&fixture, &request, &response);
    cr_expect(work_is_costly(&work));
    response_finish(&response);
}

Test(work_problem, options_of_a_costly_resource_are_answered)
{
    struct work work;
    struct response response;
    work_begin(&work, 1, 0);
    const struct request request = {
        .method = METHOD_OPTIONS, .target = "/events?limit=1000", .work = &work};
    answer_request(&fixture, &request, &response);
    cr_expect_eq(response.status, 204);
    response_finish(&response);
}

/* The filters that the contract of the interface names, with the built-in record and its numbers;
 * and references by number in lists of any length. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum {
    PAPERS_MAX = 300 /* more than a selection scans */
};

static json_int_t total_of(const struct archive_fixture *fixture, const char *target)
{
    json_t *answer = answer_json(fixture, target, 200, NULL);
    const json_int_t total =
        json_integer_value(json_object_get(json_object_get(answer, "meta"), "total"));
    json_decref(answer);
    return total;
}

struct total_case {
    const char *target;
    int total;
};

static void expect_totals(const struct archive_fixture *fixture, const struct total_case *cases,
                          size_t count)
{
    for (size_t i = 0; i < count; i++)
        cr_expect_eq(total_of(fixture, cases[i].target), cases[i].total, "%s: %d", cases[i].target,
                     (int)total_of(fixture, cases[i].target));
}

Test(contract, every_filter_that_it_names_selects_in_the_built_in_record)
{
    static const struct total_case cases[] = {
        {"/papers", 15},
        {"/papers?session=3", 6},
        {"/papers?session=1,3", 9},
        {"/papers?session__not=3", 9},
        {"/papers?session=99", 0},
        {"/papers?session=03", 0},
        {"/papers?session=beijing-2006-session-3", 6},
        {"/papers?session.number=3", 6},
        {"/papers?session.number__gte=3", 9},
        {"/papers?session.meeting=3", 15},
        {"/sessions?meeting=3", 5},
        {"/sessions/3/papers?session=3", 6},
        {"/meetings/3/sessions?number__gt=1&number__lt=4", 2},
        {"/papers?presenters.country=JP", 3},
        {"/papers?presenters.country=JP&session=3", 1},
        {"/papers?title__contains=six%20party", 1},
        {"/papers?title__startswith=the%20six", 1},
        {"/papers?title__isnull=true", 5},
        {"/people?country=CN,KR", 9},
        {"/people?country__not=CN,KR", 13},
        {"/meetings?start_date__lte=2006-12", 3},
        {"/proposals?related.record=papers/7", 1},
        {"/proposals?related.record=7", 1},
        {"/proposals?related.record=sessions/7", 0},
        {"/papers?q=energy", 1},
        {"/search?q=energy&type=paper,proposal", 2},
        {"/search?q=energy&meeting=3", 7},
    };
    struct archive_fixture fixture = archive_fixture_create(load_shipped_record());
    expect_totals(&fixture, cases, sizeof cases / sizeof *cases);
    archive_fixture_finish(&fixture);
}

/* Appends `count` papers, of which every third is in the same of the sessions a1, b1 and 2. */
static void append_papers(char *text, int count)
{
    static const char *const sessions[] = {"a1", "b1", "2"};
    for (int i = 0; i < count; i++)
        sprintf(text + strlen(text),
                "%s{'id':'p%d','session':'%s','position':%d,'sources':[{'document':'d'}]}",
                i ? "," : "", i, sessions[i % 3], i / 3 + 1);
}

/* Loads papers in the session 1 of each of two meetings, and in one whose id is the number of
 * another. */
static struct archive *load_papers(int count)
{
    static char text[PAPERS_MAX * 100 + 2000];
    strcpy(text, "{'documents':[{'id':'d','title':'D','sources':[{'document':'d'}]}],"
                 "'meetings':[{'id':'a','name':'A','status':'held','sources':[{'document':'d'}]},"
                 "{'id':'b','name':'B','status':'held','sources':[{'document':'d'}]}],'sessions':["
                 "{'id':'a1','number':1,'meeting':'a','sources':[{'document':'d'}]},"
                 "{'id':'b1','number':1,'meeting':'b','sources':[{'document':'d'}]},"
                 "{'id':'a2','number':2,'meeting':'a','sources':[{'document':'d'}]},"
                 "{'id':'2','number':5,'meeting':'b','sources':[{'document':'d'}]}],'papers':[");
    append_papers(text, count);
    strcat(text, "]}");
    return load_text(text);
}

Test(contract, a_number_means_each_record_with_it_unless_it_is_an_id)
{
    static const int counts[] = {30, PAPERS_MAX};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        const int third = counts[i] / 3;
        const struct total_case cases[] = {
            {"/papers?session=1", 2 * third},
            {"/papers?session=1&session.meeting=b", third},
            {"/papers?session__not=1", third},
            {"/papers?session=1,5", 3 * third},
            {"/papers?session=b1,5", 2 * third},
            {"/papers?session=2", third},
            {"/papers?session=3", 0},
        };
        struct archive_fixture fixture = archive_fixture_create(load_papers(counts[i]));
        expect_totals(&fixture, cases, sizeof cases / sizeof *cases);
        archive_fixture_finish(&fixture);
    }
}

Test(contract, a_limit_of_0_returns_the_total_and_the_facets_alone)
{
    struct archive_fixture fixture = archive_fixture_create(load_shipped_record());
    json_t *page = answer_json(&fixture, "/papers?limit=0&offset=2&facet=session", 200, NULL);
    const json_t *meta = json_object_get(page, "meta"), *links = json_object_get(page, "links");
    cr_expect_eq(json_array_size(json_object_get(page, "data")), 0);
    cr_expect_eq(json_integer_value(json_object_get(meta, "total")), 15);
    cr_expect_eq(json_array_size(json_object_get(json_object_get(meta, "facets"), "session")), 4);
    cr_expect(json_is_null(json_object_get(links, "next")));
    cr_expect(json_is_null(json_object_get(links, "prev")));
    json_decref(page);
    archive_fixture_finish(&fixture);
}

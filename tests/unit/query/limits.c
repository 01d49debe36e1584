/* The limits of a request, each at its edge and one beyond. */
#include "archive_fixture.h"
#include "query/query.h"
#include "search/query.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct archive_fixture fixture;

static void start(void)
{
    fixture = load_two_meetings();
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(query_limits, .init = start, .fini = stop);

static void check_accepted(const char *target)
{
    json_decref(answer_json(&fixture, target, 200, NULL));
}

/* Checks that a request is refused for one reason only. */
static void check_refused(const char *target, const char *detail)
{
    json_t *problem = answer_json(&fixture, target, 400, NULL);
    json_t *errors = json_object_get(problem, "errors");
    cr_expect_eq(json_array_size(errors), 1, "%s", target);
    cr_expect_str_eq(text_of(json_array_get(errors, 0), "detail"), detail);
    json_decref(problem);
}

/* Returns a target with the first `count` items of the list, in a buffer that the next call
 * overwrites. */
static const char *with_items(const char *start, const char *separator, const char *const *items,
                              size_t count)
{
    static char target[8000];
    size_t used = (size_t)sprintf(target, "%s", start);
    for (size_t i = 0; i < count; i++)
        used += (size_t)sprintf(target + used, "%s%s", i ? separator : "", items[i]);
    return target;
}

Test(query_limits, sixteen_filters_are_accepted_and_all_apply)
{
    static const char *const filters[] = {
        "id__not=x",       "id__gt=a",         "id__gte=a",     "id__lt=zz",
        "id__lte=zz",      "id__isnull=false", "title__not=x",  "title__gt=A",
        "title__gte=A",    "title__lt=zz",     "title__lte=zz", "title__isnull=false",
        "number__gte=0",   "number__lt=1000",  "number__not=7", "title__contains=nowhere",
        "number__lte=1000"};
    const char *target = with_items("/papers?", "&", filters, 15);
    json_t *page = answer_json(&fixture, target, 200, NULL);
    cr_expect_eq(json_array_size(json_object_get(page, "data")), 1);
    json_decref(page);
    page = answer_json(&fixture, with_items("/papers?", "&", filters, 16), 200, NULL);
    cr_expect_eq(json_array_size(json_object_get(page, "data")), 0, "the 16th filter applies");
    json_decref(page);
    check_refused(with_items("/papers?", "&", filters, 17),
                  "too many filters; at most 16 are allowed");
}

/* Returns a target with `count` values. The last is "tides-at-night", the others are not ids. */
static const char *with_values(size_t count)
{
    const char *values[FILTER_OPERANDS_MAX + 1];
    for (size_t i = 0; i < count; i++)
        values[i] = i + 1 == count ? "tides-at-night" : "x";
    return with_items("/papers?id=", ",", values, count);
}

Test(query_limits, thirty_two_values_of_a_filter_are_accepted_and_all_apply)
{
    json_t *page = answer_json(&fixture, with_values(FILTER_OPERANDS_MAX), 200, NULL);
    cr_expect_eq(json_array_size(json_object_get(page, "data")), 1, "the last value applies");
    json_decref(page);
    check_refused(with_values(FILTER_OPERANDS_MAX + 1), "too many values; at most 32 are allowed");
}

Test(query_limits, eight_facets_are_counted)
{
    static const char *const facets[] = {"id",         "title",  "kind",    "number",  "position",
                                         "presenters", "topics", "session", "position"};
    json_t *page = answer_json(&fixture, with_items("/papers?facet=", ",", facets, 8), 200, NULL);
    json_t *counted = json_object_get(json_object_get(page, "meta"), "facets");
    cr_expect_eq(json_object_size(counted), 8);
    json_decref(page);
    check_refused(with_items("/papers?facet=", ",", facets, 9),
                  "too many facets; at most 8 are allowed");
}

Test(query_limits, eight_fields_to_sort_by_are_accepted_and_all_apply)
{
    static const char *const keys[] = {"kind", "kind", "kind", "kind",  "kind",
                                       "kind", "kind", "id",   "number"};
    check_accepted(with_items("/papers?sort=", ",", keys, 8));
    check_refused(with_items("/papers?sort=", ",", keys, 9),
                  "too many fields to sort by; at most 8 are allowed");
}

Test(query_limits, eight_included_relations_are_accepted)
{
    static const char *const relations[] = {"presenters", "presenters", "presenters",
                                            "presenters", "presenters", "presenters",
                                            "presenters", "session",    "topics"};
    json_t *page =
        answer_json(&fixture, with_items("/papers?limit=1&include=", ",", relations, 8), 200, NULL);
    json_t *record = json_array_get(json_object_get(page, "data"), 0);
    cr_expect(json_object_get(json_object_get(record, "session"), "links"),
              "the eighth relation is included");
    json_decref(page);
    check_refused(with_items("/papers?limit=1&include=", ",", relations, 9),
                  "too many relations; at most 8 are allowed");
}

Test(query_limits, a_page_has_up_to_a_thousand_records_and_any_exact_offset)
{
    check_accepted("/papers?limit=1");
    check_accepted("/papers?limit=1000");
    check_refused("/papers?limit=-1", "expected a whole number from 0 to 1000, not \"-1\"");
    check_refused("/papers?limit=1001", "expected a whole number from 0 to 1000, not \"1001\"");
    check_accepted("/papers?offset=0");
    check_accepted("/papers?offset=9007199254740992");
    check_refused("/papers?offset=9007199254740993",
                  "expected a whole number from 0 to 9007199254740992, not \"9007199254740993\"");
}

/* Returns a target with a search term of `length` bytes. */
static const char *with_search(const char *start, size_t length)
{
    static char target[2000];
    const size_t used = (size_t)sprintf(target, "%s", start);
    memset(target + used, 'a', length);
    target[used + length] = '\0';
    return target;
}

Test(query_limits, a_search_has_up_to_a_thousand_bytes)
{
    static const char too_long[] = "the search is longer than 1000 bytes; use fewer words";
    check_accepted(with_search("/papers?q=", SEARCH_QUERY_BYTES_MAX));
    check_refused(with_search("/papers?q=", SEARCH_QUERY_BYTES_MAX + 1), too_long);
    check_accepted(with_search("/search?q=", SEARCH_QUERY_BYTES_MAX));
    check_refused(with_search("/search?q=", SEARCH_QUERY_BYTES_MAX + 1), too_long);
}

Test(query_limits, a_problem_names_up_to_sixteen_wrong_parameters)
{
    static const char *const wrong[] = {"a=1", "b=1", "c=1", "d=1", "e=1", "f=1",
                                        "g=1", "h=1", "i=1", "j=1", "k=1", "l=1",
                                        "m=1", "n=1", "o=1", "p=1", "r=1"};
    for (size_t count = 15; count <= 17; count++) {
        json_t *problem =
            answer_json(&fixture, with_items("/papers?", "&", wrong, count), 400, NULL);
        cr_expect_eq(json_array_size(json_object_get(problem, "errors")), count < 16 ? count : 16);
        json_decref(problem);
    }
}

/* A message quotes 60 bytes of a name. A name of 3-byte characters whose middle would be cut is
 * still valid JSON: answer_json fails otherwise. */
Test(query_limits, a_problem_quotes_sixty_bytes_of_a_name)
{
    char name[62], target[80], detail[120];
    memset(name, 'x', sizeof name);
    for (size_t length = 59; length <= 61; length++) {
        sprintf(target, "/papers?%.*s", (int)length, name);
        sprintf(detail, "unknown parameter \"%.*s\"", (int)(length < 60 ? length : 60), name);
        check_refused(target, detail);
    }
    json_t *problem = answer_json(
        &fixture,
        "/papers?x%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC"
        "%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC"
        "%E2%82%AC%E2%82%AC",
        400, NULL);
    json_decref(problem);
}

/* No route has more, so the status is the same. */
Test(query_limits, a_path_has_up_to_eight_segments)
{
    json_decref(answer_json(&fixture, "/1/2/3/4/5/6/7/8", 404, NULL));
    json_decref(answer_json(&fixture, "/1/2/3/4/5/6/7/8/9", 404, NULL));
}

Test(query_limits, a_target_has_up_to_8000_bytes)
{
    static char target[TARGET_BYTES_MAX + 2];
    memset(target, '&', sizeof target - 1);
    memcpy(target, "/papers?", 8);
    target[TARGET_BYTES_MAX] = '\0';
    check_accepted(target);
    target[TARGET_BYTES_MAX] = '&';
    json_decref(answer_json(&fixture, target, 414, NULL));
}

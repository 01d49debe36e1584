#include "archive_fixture.h"

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

TestSuite(search_page, .init = start, .fini = stop);

static json_t *search(const char *base_path, const char *target, struct response *ret_response)
{
    const struct request request = {.target = target, .base_path = base_path};
    answer_request(&fixture, &request, ret_response);
    json_t *page = json_loadb(ret_response->body.bytes, ret_response->body.length, 0, NULL);
    cr_assert(page, "%s", target);
    return page;
}

Test(search_page, a_hit_is_a_reference_with_a_score_and_a_snippet)
{
    struct response response;
    json_t *page = search("/record", "/search?q=night&type=paper", &response);
    json_t *hit = json_array_get(json_object_get(page, "data"), 0);
    cr_expect_eq(json_array_size(json_object_get(page, "data")), 1);
    cr_expect_eq(json_object_size(hit), 6);
    cr_expect_str_eq(text_of(hit, "id"), "tides-at-night");
    cr_expect_str_eq(text_of(hit, "type"), "paper");
    cr_expect_str_eq(text_of(hit, "label"), "Tides at Night");
    cr_expect_str_eq(text_of(hit, "href"), "/record/papers/tides-at-night");
    cr_expect_gt(json_number_value(json_object_get(hit, "score")), 0);
    cr_expect(strstr(text_of(hit, "snippet"), "<mark>night</mark>"), "%s", text_of(hit, "snippet"));
    cr_expect_str_eq(response_header(&response, "Content-Type"), "application/json");
    cr_expect_str_eq(response_header(&response, "X-Total-Count"), "1");
    json_decref(page);
    response_finish(&response);
}

Test(search_page, text_of_the_record_in_a_snippet_is_escaped)
{
    struct response response;
    archive_fixture_finish(&fixture);
    fixture =
        archive_fixture_create(load_text("{'documents': [{'id': 'd', 'title': 'tide <b>&amp;</b>',"
                                         " 'sources': [{'document': 'd'}]}]}"));
    json_t *page = search(NULL, "/search?q=tide", &response);
    cr_expect_str_eq(text_of(json_array_get(json_object_get(page, "data"), 0), "snippet"),
                     "<mark>tide</mark> &lt;b&gt;&amp;amp;&lt;/b&gt;");
    json_decref(page);
    response_finish(&response);
}

Test(search_page, the_facet_has_the_types_with_most_hits_first_then_in_their_order)
{
    static const char *const types[] = {"discussion", "paper", "proposal"};
    static const json_int_t counts[] = {3, 2, 2};
    struct response response;
    archive_fixture_finish(&fixture);
    fixture = archive_fixture_create(load_text(
        "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"
        " 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held',"
        "  'sources': [{'document': 'd'}]}],"
        " 'sessions': [{'id': 's', 'number': 1, 'title': 'S', 'meeting': 'm',"
        "  'sources': [{'document': 'd'}]}],"
        " 'people': [{'id': 'a', 'name': 'A', 'sources': [{'document': 'd'}]}],"
        " 'papers': ["
        "  {'id': 'p', 'number': 1, 'title': 'wave', 'session': 's', 'position': 1,"
        "   'presenters': ['a'], 'sources': [{'document': 'd'}]},"
        "  {'id': 'q', 'number': 2, 'title': 'wave', 'session': 's', 'position': 2,"
        "   'presenters': ['a'], 'sources': [{'document': 'd'}]}],"
        " 'discussions': ["
        "  {'id': 'x', 'session': 's', 'position': 1, 'kind': 'question', 'speaker': 'a',"
        "   'text': 'wave', 'sources': [{'document': 'd'}]},"
        "  {'id': 'y', 'session': 's', 'position': 2, 'kind': 'question', 'speaker': 'a',"
        "   'text': 'wave', 'sources': [{'document': 'd'}]},"
        "  {'id': 'z', 'session': 's', 'position': 3, 'kind': 'question', 'speaker': 'a',"
        "   'text': 'wave', 'sources': [{'document': 'd'}]}],"
        " 'proposals': [{'id': 'r', 'number': 1, 'title': 'wave', 'text': 'T', 'meeting': 'm',"
        "  'sources': [{'document': 'd'}]},"
        "  {'id': 't', 'number': 2, 'title': 'wave', 'text': 'T', 'meeting': 'm',"
        "  'sources': [{'document': 'd'}]}]}"));
    json_t *page = search(NULL, "/search?q=wave&type=paper&limit=1", &response);
    json_t *meta = json_object_get(page, "meta"), *facets = json_object_get(meta, "facets");
    for (size_t i = 0; i < 3; i++) {
        json_t *value = json_array_get(json_object_get(facets, "type"), i);
        cr_expect_str_eq(text_of(value, "value"), types[i]);
        cr_expect_str_eq(text_of(value, "label"), types[i]);
        cr_expect_eq(json_integer_value(json_object_get(value, "count")), counts[i]);
        cr_expect_eq(json_object_size(value), 3);
    }
    cr_expect_eq(json_array_size(json_object_get(facets, "type")), 3);
    cr_expect_eq(json_object_size(facets), 1);
    cr_expect_eq(json_integer_value(json_object_get(meta, "total")), 2);
    cr_expect_eq(json_integer_value(json_object_get(meta, "limit")), 1);
    cr_expect_eq(json_integer_value(json_object_get(meta, "offset")), 0);
    cr_expect_str_eq(text_of(json_object_get(page, "links"), "next"),
                     "/search?q=wave&type=paper&limit=1&offset=1");
    json_decref(page);
    response_finish(&response);
}

Test(search_page, a_missing_q_and_other_faults_are_reported_together)
{
    struct response response;
    json_t *problem = search("/record", "/search?type=x", &response);
    json_t *errors = json_object_get(problem, "errors");
    cr_expect_eq(response.status, 400);
    cr_expect_eq(json_array_size(errors), 2);
    cr_expect_str_eq(text_of(json_array_get(errors, 1), "parameter"), "q");
    cr_expect_str_eq(
        text_of(json_array_get(errors, 1), "detail"),
        "\"q\" is missing; add the words to search for, as in /record/search?q=energy");
    json_decref(problem);
    response_finish(&response);
}

Test(search_page, it_is_available_as_json_and_as_a_page)
{
    static const struct {
        const char *accept;
        unsigned status;
    } cases[] = {{NULL, 200},
                 {"*/*", 200},
                 {"application/json", 200},
                 {"text/html", 200},
                 {"text/csv", 406}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {.target = "/search?q=tide", .accept = cases[i].accept};
        struct response response;
        answer_request(&fixture, &request, &response);
        cr_expect_eq(response.status, cases[i].status, "%s", cases[i].accept);
        response_finish(&response);
    }
}

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
    cr_expect_eq(json_object_size(facets), 5);
    cr_expect_eq(json_integer_value(json_object_get(meta, "total")), 2);
    cr_expect_eq(json_integer_value(json_object_get(meta, "limit")), 1);
    cr_expect_eq(json_integer_value(json_object_get(meta, "offset")), 0);
    cr_expect_str_eq(text_of(json_object_get(page, "links"), "next"),
                     "/search?q=wave&type=paper&limit=1&offset=1");
    json_decref(page);
    response_finish(&response);
}

/* Counts of one facet, in its order: "council 2, board 1". */
static const char *facet_text(const json_t *page, const char *facet)
{
    static char text[1000];
    size_t used = 0, i;
    json_t *counted;
    *text = '\0';
    json_t *facets = json_object_get(json_object_get(page, "meta"), "facets");
    json_array_foreach(json_object_get(facets, facet), i, counted)
    {
        json_t *value = json_object_get(counted, "value");
        char *shown = json_dumps(value, JSON_ENCODE_ANY);
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s %d", i ? ", " : "", shown,
                                 (int)json_integer_value(json_object_get(counted, "count")));
        free(shown);
    }
    return text;
}

#define SAID(id, position, meeting, speaker, topics)                  \
    "{'id': '" id "', 'position': " position ", 'meeting': '" meeting \
    "', 'kind': 'comment', 'speaker': '" speaker "',"                 \
    "'topics': [" topics "], 'text': 'wave', 'sources': [{'document': 'd'}]}"

#define FACETED                                                                             \
    "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"            \
    "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'start_date': '2031-05-06',"   \
    "'sources': [{'document': 'd'}]}, {'id': 'n', 'name': 'N', 'status': 'held',"           \
    "'start_date': '2032', 'sources': [{'document': 'd'}]}],"                               \
    "'people': [{'id': 'a', 'name': 'A wave', 'sources': [{'document': 'd'}],"              \
    "'attendance': [{'meeting': 'm', 'roles': ['participant']}, {'meeting': 'n', 'roles': " \
    "['participant']}]},"                                                                   \
    "{'id': 'b', 'name': 'B', 'sources': [{'document': 'd'}]}],"                            \
    "'topics': [{'id': 's', 'label': 'Sea', 'sources': [{'document': 'd'}]},"               \
    "{'id': 't', 'label': 'Tide', 'sources': [{'document': 'd'}]}],"                        \
    "'discussions': [" SAID("u", "1", "m", "a", "'s', 't'") "," SAID(                       \
        "v", "2", "m", "b", "'t'") "," SAID("w", "1", "n", "b", "") "]}"

static void use_faceted(void)
{
    archive_fixture_finish(&fixture);
    fixture = archive_fixture_create(load_text(FACETED));
}

static void expect_facet(const char *target, const char *facet, const char *expected)
{
    struct response response;
    json_t *page = search(NULL, target, &response);
    cr_expect_str_eq(facet_text(page, facet), expected, "%s: %s", target, facet_text(page, facet));
    json_decref(page);
    response_finish(&response);
}

Test(search_page, the_facets_count_meetings_years_topics_and_people)
{
    use_faceted();
    expect_facet("/search?q=wave", "type", "\"discussion\" 3, \"person\" 1");
    expect_facet("/search?q=wave", "meeting", "\"m\" 3, \"n\" 2");
    expect_facet("/search?q=wave", "year", "2031 3, 2032 2");
    expect_facet("/search?q=wave", "topic", "\"t\" 2, \"s\" 1");
    expect_facet("/search?q=wave", "person", "\"a\" 2, \"b\" 2");
}

Test(search_page, a_count_ignores_the_choice_in_its_own_facet_only)
{
    use_faceted();
    expect_facet("/search?q=wave&year=2031", "year", "2031 3, 2032 2");
    expect_facet("/search?q=wave&year=2031", "type", "\"discussion\" 2, \"person\" 1");
    expect_facet("/search?q=wave&year=2031&type=discussion", "year", "2031 2, 2032 1");
    expect_facet("/search?q=wave&person=b", "meeting", "\"m\" 1, \"n\" 1");
    expect_facet("/search?q=wave&person=b&meeting=n", "meeting", "\"m\" 1, \"n\" 1");
    expect_facet("/search?q=wave&person=b&meeting=n", "topic", "");
    expect_facet("/search?q=wave&person=none", "person", "\"a\" 2, \"b\" 2");
}

Test(search_page, each_count_is_the_number_of_results_with_that_choice)
{
    static const char *const facets[] = {"type", "meeting", "year", "topic", "person"};
    static const char *const bases[] = {"/search?q=wave", "/search?q=wave&year=2031",
                                        "/search?q=wave&person=b&type=discussion"};
    use_faceted();
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++)
        for (size_t j = 0; j < sizeof facets / sizeof *facets; j++) {
            struct response response;
            size_t k;
            json_t *page = search(NULL, bases[i], &response), *counted;
            json_t *list = json_object_get(json_object_get(json_object_get(page, "meta"), "facets"),
                                           facets[j]);
            char name[40], target[200];
            snprintf(name, sizeof name, "&%s=", facets[j]);
            json_array_foreach(list, k, counted)
            {
                json_t *value = json_object_get(counted, "value");
                char year[20] = "";
                if (strstr(bases[i], name))
                    continue;
                snprintf(year, sizeof year, "%d", (int)json_integer_value(value));
                snprintf(target, sizeof target, "%s%s%s", bases[i], name,
                         json_is_string(value) ? json_string_value(value) : year);
                json_t *narrowed = answer_json(&fixture, target, 200, NULL);
                cr_expect_eq(
                    json_integer_value(json_object_get(json_object_get(narrowed, "meta"), "total")),
                    json_integer_value(json_object_get(counted, "count")), "%s", target);
                json_decref(narrowed);
            }
            json_decref(page);
            response_finish(&response);
        }
}

Test(search_page, a_choice_that_is_no_year_is_a_fault)
{
    struct response response;
    json_t *problem = search(NULL, "/search?q=tide&year=soon", &response);
    cr_expect_eq(response.status, 400);
    cr_expect_str_eq(text_of(json_array_get(json_object_get(problem, "errors"), 0), "detail"),
                     "expected a year such as 2031, not \"soon\"");
    json_decref(problem);
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

/* Returns the body of an answer, which the caller frees, and expects a status. */
static char *body_of(const struct request *request, unsigned status, struct response *ret_response)
{
    answer_request(&fixture, request, ret_response);
    cr_expect_eq(ret_response->status, status, "%s: %u", request->target, ret_response->status);
    char *body = strndup(ret_response->body.bytes, ret_response->body.length);
    cr_assert(body);
    return body;
}

Test(search_page, the_format_is_chosen_by_suffix_or_by_accept)
{
    static const struct {
        const char *target, *accept, *type, *location;
    } cases[] = {
        {"/search?q=tide", NULL, "application/json", NULL},
        {"/search?q=tide", "*/*", "application/json", NULL},
        {"/search?q=tide", "text/html", "text/html; charset=utf-8", NULL},
        {"/search?q=tide", "text/csv", "text/csv; charset=utf-8; header=present",
         "/search.csv?q=tide"},
        {"/search?q=tide", "application/x-ndjson, application/json;q=0.5", "application/x-ndjson",
         "/search.ndjson?q=tide"},
        {"/search.json?q=tide", "text/html", "application/json", NULL},
        {"/search.csv?q=tide", "text/html", "text/csv; charset=utf-8; header=present", NULL},
        {"/search.ndjson?q=tide", NULL, "application/x-ndjson", NULL},
        {"/search.html?q=tide", NULL, "text/html; charset=utf-8", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static const struct publication published = {.pages = PAGES_ON};
        const struct request request = {
            .target = cases[i].target, .accept = cases[i].accept, .publication = &published};
        struct response response;
        free(body_of(&request, 200, &response));
        cr_expect_str_eq(response_header(&response, "Content-Type"), cases[i].type, "%s",
                         cases[i].target);
        const char *location = response_header(&response, "Content-Location");
        cr_expect_str_eq(location ? location : "", cases[i].location ? cases[i].location : "");
        response_finish(&response);
    }
}

Test(search_page, a_missing_format_lists_the_available_ones)
{
    static const struct publication without = {.pages = PAGES_OFF};
    static const struct {
        struct request request;
        unsigned status;
        const char *formats;
    } cases[] = {
        {{.target = "/search.ics?q=tide"}, 404, "only as .json, .html, .ndjson and .csv"},
        {{.target = "/search.?q=tide"}, 404, "only as .json, .html, .ndjson and .csv"},
        {{.target = "/search?q=tide", .accept = "image/png"}, 406, ".json, .html, .ndjson and"},
        {{.target = "/search.html?q=tide", .publication = &without}, 404, ".json, .ndjson and"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct response response;
        char *body = body_of(&cases[i].request, cases[i].status, &response);
        cr_expect(strstr(body, cases[i].formats), "%s", body);
        free(body);
        response_finish(&response);
    }
}

Test(search_page, lines_are_the_results_of_the_json)
{
    struct response response;
    char *lines =
        body_of(&(const struct request){.target = "/search.ndjson?q=tide"}, 200, &response);
    response_finish(&response);
    json_t *page = search(NULL, "/search?q=tide", &response), *hit;
    size_t i;
    const char *at = lines;
    json_array_foreach(json_object_get(page, "data"), i, hit)
    {
        const size_t length = strcspn(at, "\n");
        json_t *line = json_loadb(at, length, 0, NULL);
        cr_expect(line && json_equal(line, hit), "%.*s", (int)length, at);
        json_decref(line);
        at += length + 1;
    }
    cr_expect_gt(i, 1);
    cr_expect_str_eq(at, "");
    free(lines);
    json_decref(page);
    response_finish(&response);
}

Test(search_page, rows_are_plain_text_that_spreadsheets_do_not_evaluate)
{
    struct response response;
    archive_fixture_finish(&fixture);
    fixture =
        archive_fixture_create(load_text("{'documents': [{'id': 'd', 'title': '=tide, <b>&</b>',"
                                         " 'sources': [{'document': 'd'}]}]}"));
    char *rows =
        body_of(&(const struct request){.target = "/search.csv?q=tide&bom"}, 200, &response);
    static const char start[] = "\xEF\xBB\xBF"
                                "id,type,label,href,score,snippet\r\n"
                                "d,document,\"'=tide, <b>&</b>\",/documents/d,";
    cr_expect_eq(strncmp(rows, start, sizeof start - 1), 0, "%s", rows);
    cr_expect(strstr(rows, ",\"'=tide, <b>&</b>\"\r\n"), "%s", rows);
    free(rows);
    response_finish(&response);
}

Test(search_page, a_file_has_a_thousand_results_and_leads_to_the_others)
{
    struct response response;
    free(body_of(&(const struct request){.target = "/search.csv?q=tide&limit=1"}, 200, &response));
    cr_expect(strstr(response_header(&response, "Link"),
                     "</search.csv?q=tide&limit=1&offset=1>; rel=\"next\""),
              "%s", response_header(&response, "Link"));
    response_finish(&response);
    free(body_of(&(const struct request){.target = "/search.csv?q=tide&limit=1000"}, 200,
                 &response));
    response_finish(&response);
    free(body_of(&(const struct request){.target = "/search.csv?q=tide&limit=1001"}, 400,
                 &response));
    response_finish(&response);
}

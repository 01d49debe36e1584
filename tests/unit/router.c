#include "router.h"

#include "archive_fixture.h"
#include "http/target.h"
#include "search/searcher.h"

#include <criterion/criterion.h>
#include <stddef.h>
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

TestSuite(router, .init = start, .fini = stop);

Test(router, a_record_has_every_field_of_its_type_and_links_to_its_relations)
{
    json_t *record = answer_json(&fixture, "/papers/untitled", 200, NULL);
    size_t count;
    for (size_t i = 0; i < paper_type.fields.count; i++) {
        const struct field *field = &paper_type.fields.at[i];
        json_t *value = json_object_get(record, field->name);
        cr_assert(value, "there is no %s", field->name);
        cr_expect(!field->list || json_is_array(value), "%s", field->name);
    }
    cr_expect_eq(json_object_size(record), paper_type.fields.count + 2, "besides type and links");
    cr_expect_str_eq(text_of(record, "type"), "paper");
    cr_expect(json_is_null(json_object_get(record, "title")));
    json_t *links = json_object_get(record, "links");
    cr_expect_str_eq(text_of(links, "self"), "/papers/untitled");
    const struct relation *relations = archive_relations(fixture.archive, &paper_type, &count);
    cr_expect_eq(json_object_size(links), count + 1);
    for (size_t i = 0; i < count; i++)
        cr_expect_neq(strcmp(text_of(links, relations[i].name), "none"), 0);
    json_decref(record);
}

Test(router, a_reference_can_be_shown_without_a_second_request)
{
    json_t *record = answer_json(&fixture, "/discussions/d1", 200, NULL);
    json_t *person = json_array_get(json_object_get(record, "addressed_to"), 0);
    cr_expect_eq(json_object_size(person), 4);
    cr_expect_str_eq(text_of(person, "id"), "b-berg");
    cr_expect_str_eq(text_of(person, "type"), "person");
    cr_expect_str_eq(text_of(person, "label"), "B. Berg");
    cr_expect_str_eq(text_of(person, "href"), "/people/b-berg");
    json_decref(record);
    json_t *proposal = answer_json(&fixture, "/proposals/1", 200, NULL);
    json_t *related = json_array_get(json_object_get(proposal, "related"), 1);
    cr_expect_str_eq(text_of(json_object_get(related, "record"), "href"), "/discussions/d2");
    json_decref(proposal);
}

Test(router, a_long_label_is_cut_at_a_word)
{
    static const char text[] =
        "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"sources\": [{\"document\": \"d\"}]}],"
        "\"meetings\": [{\"id\": \"m\", \"status\": \"held\", \"sources\": [{\"document\": \"d\"}],"
        "\"name\": \"One two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen "
        "fifteen sixteen seventeen\"}],"
        "\"events\": [{\"id\": \"e\", \"title\": \"E\", \"meeting\": \"m\","
        "\"sources\": [{\"document\": \"d\"}]}]}";
    struct archive_fixture other = archive_fixture_create(load_json(text));
    json_t *event = answer_json(&other, "/events/e", 200, NULL);
    cr_expect_str_eq(text_of(json_object_get(event, "meeting"), "label"),
                     "One two three four five six seven eight nine ten eleven twelve thirteen "
                     "fourteen fifteen sixteen\xe2\x80\xa6");
    json_decref(event);
    archive_fixture_finish(&other);
}

/* Returns the label of a meeting, as a reference has it, in a buffer that the next call overwrites.
 */
static const char *label_of(const char *name)
{
    static char label[300];
    char text[1000];
    sprintf(text,
            "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"
            "'meetings': [{'id': 'm', 'status': 'held', 'sources': [{'document': 'd'}],"
            "'name': '%s'}], 'events': [{'id': 'e', 'title': 'E', 'meeting': 'm',"
            "'sources': [{'document': 'd'}]}]}",
            name);
    struct archive_fixture other = archive_fixture_create(load_text(text));
    json_t *event = answer_json(&other, "/events/e", 200, NULL);
    sprintf(label, "%s", text_of(json_object_get(event, "meeting"), "label"));
    json_decref(event);
    archive_fixture_finish(&other);
    return label;
}

/* A label has up to 100 bytes. The characters after `before` letters have 4 bytes each. */
Test(router, a_long_label_without_spaces_is_cut_after_a_whole_character)
{
    for (int before = 0; before < 4; before++) {
        char name[300] = "aaaa", expected[300];
        for (int i = 0; i < 30; i++)
            memcpy(name + before + (ptrdiff_t)4 * i, "\xf0\x9f\x8c\x8a", 5);
        sprintf(expected, "%.*s\xe2\x80\xa6", before ? 100 - 4 + before : 100, name);
        cr_expect_str_eq(label_of(name), expected, "%d letters before", before);
    }
}

Test(router, a_label_of_100_bytes_is_not_cut)
{
    char name[120], expected[300];
    memset(name, 'a', sizeof name);
    name[100] = '\0';
    cr_expect_str_eq(label_of(name), name);
    sprintf(expected, "%s\xe2\x80\xa6", name);
    name[100] = 'a';
    name[101] = '\0';
    cr_expect_str_eq(label_of(name), expected);
    name[50] = name[60] = ' ';
    sprintf(expected, "%.60s\xe2\x80\xa6", name);
    cr_expect_str_eq(label_of(name), expected, "it is cut at the last space in the second half");
    name[50] = name[60] = 'a';
    name[49] = ' ';
    sprintf(expected, "%.100s\xe2\x80\xa6", name);
    cr_expect_str_eq(label_of(name), expected, "a space in the first half does not count");
}

Test(router, unknown_paths_are_404_with_the_nearest_name)
{
    static const struct {
        const char *target, *detail;
    } cases[] = {
        {"/sesions", "unknown path \"/sesions\"; did you mean \"/sessions\"?"},
        {"/weather", "unknown path \"/weather\"; see / for the available paths"},
        {"//papers", "unknown path \"//\"; see / for the available paths"},
        {"/people/b-burg", "/people has no record \"b-burg\"; did you mean \"/people/b-berg\"?"},
        {"/speakers/c-cruz", "/speakers has no record \"c-cruz\"; see /speakers for its records"},
        {"/sessions/9", "/sessions has no record \"9\"; did you mean \"/sessions/2\"?"},
        {"/sessions/02", "/sessions has no record \"02\"; see /sessions for its records"},
        {"/papers/1/presenter",
         "a paper has no relation \"presenter\"; did you mean \"presenters\"?"},
        {"/organizations/tide-department/people/1", "unknown path; see / for the available paths"},
        {"/topics/sea/weather", "a topic has no relation \"weather\"; its relations are "}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct response response;
        json_t *problem = answer_json(&fixture, cases[i].target, 404, &response);
        cr_expect_str_eq(response_header(&response, "Content-Type"), "application/problem+json");
        cr_expect_eq(strncmp(text_of(problem, "detail"), cases[i].detail, strlen(cases[i].detail)),
                     0, "%s: %s", cases[i].target, text_of(problem, "detail"));
        cr_expect_str_eq(text_of(problem, "title"), "Not Found");
        cr_expect_str_eq(text_of(problem, "type"), "about:blank");
        cr_expect_str_eq(text_of(problem, "instance"), cases[i].target);
        cr_expect_eq(json_integer_value(json_object_get(problem, "status")), 404);
        json_decref(problem);
        response_finish(&response);
    }
}

Test(router, problems_show_paths_below_the_base_path)
{
    static const struct {
        const char *target, *detail;
    } cases[] = {
        {"/sesions", "unknown path \"/r/sesions\"; did you mean \"/r/sessions\"?"},
        {"/weather", "unknown path \"/r/weather\"; see /r/ for the available paths"},
        {"//papers", "unknown path \"/r//\"; see /r/ for the available paths"},
        {"/a/b/c/d", "unknown path; see /r/ for the available paths"},
        {"/people/b-burg",
         "/r/people has no record \"b-burg\"; did you mean \"/r/people/b-berg\"?"},
        {"/people/nobody", "/r/people has no record \"nobody\"; see /r/people for its records"},
        {"/topics/sea/weather", "a topic has no relation \"weather\"; its relations are "
                                "agenda_items, papers, discussions, proposals, decisions, broader, "
                                "narrower"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {.target = cases[i].target, .base_path = "/r"};
        struct response response;
        answer_request(&fixture, &request, &response);
        json_t *problem = json_loadb(response.body.bytes, response.body.length, 0, NULL);
        cr_expect_eq(response.status, 404);
        cr_expect_str_eq(text_of(problem, "detail"), cases[i].detail, "%s",
                         text_of(problem, "detail"));
        json_decref(problem);
        response_finish(&response);
    }
}

Test(router, all_wrong_parameters_are_named_at_once)
{
    static const struct {
        const char *target, *parameters;
    } cases[] = {{"/papers?limit=-1", "limit"},
                 {"/papers?limit=1001", "limit"},
                 {"/papers?limit=", "limit"},
                 {"/papers?limit=+1", "limit"},
                 {"/papers?limit=1e2", "limit"},
                 {"/papers?offset=-1", "offset"},
                 {"/papers?offset=99999999999999999999", "offset"},
                 {"/papers?limit=1&limit=1", "limit"},
                 {"/papers?limt=1&offset=x&what", "limt offset what"},
                 {"/papers/1?limit=1", "limit"},
                 {"/?pretty", "pretty"},
                 {"/livez?verbose", "verbose"},
                 {"/papers/1/topics?ofset=1", "ofset"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *problem = answer_json(&fixture, cases[i].target, 400, NULL), *error;
        char names[200] = "";
        size_t index;
        json_array_foreach(json_object_get(problem, "errors"), index, error)
        {
            strcat(strcat(names, index ? " " : ""), text_of(error, "parameter"));
            cr_expect_neq(strcmp(text_of(error, "detail"), "none"), 0);
        }
        cr_expect_str_eq(names, cases[i].parameters, "%s", cases[i].target);
        json_decref(problem);
    }
}

static void answer(enum method method, const char *target, struct response *response)
{
    const struct request request = {.method = method, .target = target};
    answer_request(&fixture, &request, response);
}

Test(router, only_get_head_and_options_are_allowed)
{
    struct response response;
    answer(METHOD_OTHER, "/papers", &response);
    cr_expect_eq(response.status, 405);
    cr_expect_str_eq(response_header(&response, "Allow"), "GET, HEAD, OPTIONS");
    response_finish(&response);
    answer(METHOD_UNKNOWN, "/papers", &response);
    cr_expect_eq(response.status, 501);
    response_finish(&response);
    answer(METHOD_OPTIONS, "*", &response);
    cr_expect_eq(response.status, 204);
    cr_expect_str_eq(response_header(&response, "Allow"), "GET, HEAD, OPTIONS");
    response_finish(&response);
}

Test(router, options_reports_a_target_that_no_method_can_have)
{
    static const struct {
        const char *target;
        unsigned status;
    } cases[] = {{"/papers", 204},       {"/papers?limit=-1", 400}, {"/nothing", 404},
                 {"/papers.csv", 204},   {"/people.ics", 404},      {"/sessions/1", 204},
                 {"/papers/?limit", 204}};
    char longest[TARGET_BYTES_MAX + 2] = "/papers?q=";
    struct response response;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        answer(METHOD_OPTIONS, cases[i].target, &response);
        cr_expect_eq(response.status, cases[i].status, "%s: %u", cases[i].target, response.status);
        cr_expect_eq(response_header(&response, "Allow") != NULL, cases[i].status == 204);
        response_finish(&response);
    }
    memset(longest + strlen(longest), 'x', sizeof longest - 1 - strlen(longest));
    longest[sizeof longest - 1] = '\0';
    answer(METHOD_OPTIONS, longest, &response);
    cr_expect_eq(response.status, 414, "%u", response.status);
    response_finish(&response);
}

Test(router, the_same_request_gets_the_same_bytes)
{
    static const char *const targets[] = {"/",        "/papers", "/people/b-berg",
                                          "/nothing", "/livez",  "/search?q=tide"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        struct response once, again;
        answer(METHOD_GET, targets[i], &once);
        answer(METHOD_GET, targets[i], &again);
        cr_expect_eq(once.body.length, again.body.length);
        cr_expect_eq(memcmp(once.body.bytes, again.body.bytes, once.body.length), 0);
        cr_assert_eq(once.header_count, again.header_count);
        for (size_t j = 0; j < once.header_count; j++)
            cr_expect_str_eq(once.headers[j].value, again.headers[j].value);
        response_finish(&once);
        response_finish(&again);
    }
}

Test(router, every_answer_has_the_common_headers)
{
    static const char *const targets[] = {"/",           "/papers",  "/nothing", "/papers?limit=-1",
                                          "/sessions/1", "/papers/", "/livez"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        struct response response;
        answer(METHOD_GET, targets[i], &response);
        cr_expect_str_eq(response_header(&response, "X-Content-Type-Options"), "nosniff");
        cr_expect_str_eq(response_header(&response, "Access-Control-Allow-Origin"), "*");
        cr_expect_str_eq(response_header(&response, "Cache-Control"),
                         strcmp(targets[i], "/livez") ? "public, no-cache" : "no-store");
        response_finish(&response);
    }
}

Test(router, the_directives_of_the_operator_are_on_answers_that_are_no_errors)
{
    static const struct publication published = {.pages = PAGES_ON,
                                                 .url = "https://record.example.org",
                                                 .cache_control = "public, max-age=60"};
    static const struct {
        const char *target, *accept, *directives;
        unsigned status;
    } cases[] = {
        {"/papers", NULL, "public, max-age=60", 200},
        {"/papers", "text/html", "public, max-age=60", 200},
        {"/papers.csv", NULL, "public, max-age=60", 200},
        {"/papers/untitled", NULL, "public, max-age=60", 200},
        {"/docs", NULL, "public, max-age=60", 200},
        {"/context.jsonld", NULL, "public, max-age=60", 200},
        {"/papers/", NULL, "public, max-age=60", 308},
        {"/nothing", NULL, "public, no-cache", 404},
        {"/nothing", "text/html", "public, no-cache", 404},
        {"/papers?limit=-1", NULL, "public, no-cache", 400},
        {"/papers.xyz", NULL, "public, no-cache", 404},
        {"/livez", NULL, "no-store", 200},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {
            .target = cases[i].target, .accept = cases[i].accept, .publication = &published};
        struct response response;
        answer_request(&fixture, &request, &response);
        cr_expect_eq(response.status, cases[i].status, "%s: %u", cases[i].target, response.status);
        cr_expect_str_eq(response_header(&response, "Cache-Control"), cases[i].directives, "%s",
                         cases[i].target);
        response_finish(&response);
    }
}

Test(router, answers_that_are_made_from_the_host_are_validated_each_time)
{
    static const struct publication published = {.pages = PAGES_ON,
                                                 .cache_control = "public, max-age=60"};
    static const struct {
        const char *target, *accept, *directives;
    } cases[] = {
        {"/papers", NULL, "public, max-age=60"},
        {"/papers", "text/html", "public, no-cache"},
        {"/papers.bib", NULL, "public, no-cache"},
        {"/papers.csv", NULL, "public, max-age=60"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {.target = cases[i].target,
                                        .accept = cases[i].accept,
                                        .host = "a.example",
                                        .publication = &published};
        struct response response;
        answer_request(&fixture, &request, &response);
        cr_expect_eq(response.status, 200, "%s", cases[i].target);
        cr_expect_str_eq(response_header(&response, "Cache-Control"), cases[i].directives, "%s",
                         cases[i].target);
        response_finish(&response);
    }
}

Test(router, a_shared_cache_does_not_store_what_is_chosen_by_user_agent)
{
    static const struct publication published = {.pages = PAGES_ON,
                                                 .cache_control = "public, max-age=60"};
    static const struct publication *const publications[] = {NULL, &published};
    static const char *const targets[] = {"/papers", "/papers/untitled", "/nothing"};
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < sizeof targets / sizeof *targets; j++) {
            const struct request request = {.target = targets[j],
                                            .accept = "text/html",
                                            .by_user_agent = true,
                                            .publication = publications[i]};
            struct response response;
            answer_request(&fixture, &request, &response);
            cr_expect_str_eq(response_header(&response, "Cache-Control"), "private, no-cache", "%s",
                             targets[j]);
            response_finish(&response);
        }
}

Test(router, only_answers_from_the_record_have_validators)
{
    static const struct {
        const char *target, *accept, *vary;
        enum coding coding;
        unsigned status;
        bool validated;
    } cases[] = {
        {"/papers", NULL, "Accept, Accept-Encoding", CODING_IDENTITY, 200, true},
        {"/docs", NULL, "Accept, Accept-Encoding", CODING_BROTLI, 200, true},
        {"/papers", "text/x", "Accept, Accept-Encoding", CODING_IDENTITY, 406, false},
        {"/", "text/x", "Accept, Accept-Encoding", CODING_IDENTITY, 406, false},
        {"/search?q=tide", "text/x", "Accept, Accept-Encoding", CODING_IDENTITY, 406, false},
        {"/search", "text/x", "Accept, Accept-Encoding", CODING_IDENTITY, 406, false},
        {"/papers", NULL, "Accept, Accept-Encoding", CODING_NONE, 406, false},
        {"/papers/x", NULL, "Accept, Accept-Encoding", CODING_IDENTITY, 404, false},
        {"/sessions/1", NULL, "Accept, Accept-Encoding", CODING_IDENTITY, 300, false},
        {"/papers/", NULL, NULL, CODING_IDENTITY, 308, false},
        {"/a/b/c/d", NULL, "Accept", CODING_IDENTITY, 404, false},
        {"/assets/x/y", NULL, "Accept", CODING_IDENTITY, 404, false},
        {"/livez", NULL, NULL, CODING_BROTLI, 200, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {
            .target = cases[i].target,
            .accept = cases[i].accept,
            .coding = {cases[i].coding, cases[i].coding == CODING_NONE}};
        struct response response;
        answer_request(&fixture, &request, &response);
        const char *vary = response_header(&response, "Vary");
        cr_expect_eq(response.status, cases[i].status, "case %zu", i);
        cr_expect_eq(response.validated, cases[i].validated, "case %zu", i);
        cr_expect_eq(response_header(&response, "ETag") != NULL, cases[i].validated, "case %zu", i);
        cr_expect_str_eq(vary ? vary : "none", cases[i].vary ? cases[i].vary : "none", "case %zu",
                         i);
        response_finish(&response);
    }
}

Test(router, without_a_record_only_routes_that_need_it_are_503)
{
    static const struct {
        const char *target;
        unsigned status;
    } cases[] = {{"/papers", 503}, {"/", 503},        {"/docs", 503},       {"/livez", 200},
                 {"/readyz", 503}, {"/metrics", 200}, {"/assets/x/y", 404}, {"/a/b/c/d", 404}};
    const struct snapshot_view nothing = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {.target = cases[i].target};
        struct response response;
        response_init(&response);
        router_answer(&nothing, &request, &response);
        cr_expect_eq(response.status, cases[i].status, "%s: %u", cases[i].target, response.status);
        response_finish(&response);
    }
}

Test(router, a_page_that_is_a_file_has_its_parameters_in_a_folder)
{
    static const struct {
        const char *target;
        unsigned status;
    } cases[] = {{"/query/limit=1/papers.html", 200},
                 {"/query/limit=1", 404},
                 {"/query/", 308},
                 {"/query/limit=1/papers.html?offset=0", 404},
                 {"/query/limit=1&weather=2/papers.html", 400}};
    const struct publication files = {.files = true};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {.target = cases[i].target, .publication = &files};
        struct response response;
        answer_request(&fixture, &request, &response);
        cr_expect_eq(response.status, cases[i].status, "%s: %u", cases[i].target, response.status);
        response_finish(&response);
    }
}

Test(router, readiness_says_whether_the_record_is_loaded)
{
    static const char *const texts[] = {"[!]record: being loaded\n", "[+]record: loaded\n"};
    const struct snapshot_view nothing = {0};
    const struct snapshot_view *const views[] = {&nothing, &fixture.view};
    for (size_t i = 0; i < 2; i++) {
        const struct request request = {.target = "/readyz?verbose"};
        struct response response;
        response_init(&response);
        router_answer(views[i], &request, &response);
        cr_expect(strstr(response.body.bytes, texts[i]), "%s", response.body.bytes);
        response_finish(&response);
    }
}

Test(router, a_search_that_fails_is_503_and_other_requests_are_answered)
{
    static const struct {
        const char *target;
        unsigned status;
    } cases[] = {{"/search?q=tide", 503}, {"/papers?q=tide", 503}, {"/papers.csv?q=tide", 503},
                 {"/papers", 200},        {"/docs", 503},          {"/search?q=", 503}};
    struct snapshot_view view = fixture.view;
    view.searcher = searcher_create(NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {.target = cases[i].target};
        struct response response;
        response_init(&response);
        router_answer(&view, &request, &response);
        cr_expect_eq(response.status, cases[i].status, "%s: %u", cases[i].target, response.status);
        response_finish(&response);
    }
    searcher_destroy(view.searcher);
}

Test(router, answers_vary_by_origin_if_the_operator_allows_origins)
{
    static const struct {
        const char *target, *vary;
    } cases[] = {{"/papers", "Accept, Accept-Encoding, Origin"}, {"/livez", "Origin"}};
    for (size_t i = 0; i < 2; i++) {
        const struct request request = {.target = cases[i].target,
                                        .origin = "https://a.example",
                                        .cors = CORS_ORIGIN,
                                        .cors_varies = true};
        struct response response;
        answer_request(&fixture, &request, &response);
        cr_expect_str_eq(response_header(&response, "Vary"), cases[i].vary);
        cr_expect_str_eq(response_header(&response, "Access-Control-Allow-Origin"),
                         "https://a.example");
        response_finish(&response);
    }
}

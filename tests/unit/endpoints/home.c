/* "/": the home page, or the service document. */
#include "archive_fixture.h"
#include "http/publication.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#define BROWSER "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"

/* One meeting with a session, and one that is only mentioned. */
#define ONE_MEETING                                                                        \
    "{'meetings': [{'id': 'm', 'name': 'Harbour board', 'status': 'held', 'sources': []}," \
    "{'id': 'n', 'name': 'The next one', 'status': 'planned', 'sources': []}],"            \
    "'sessions': [{'id': 's', 'title': 'Morning', 'meeting': 'm', 'sources': []}],"        \
    "'topics': [{'id': 't', 'label': 'Tides', 'sources': []}]}"

static struct archive_fixture fixture;

static void start(void)
{
    fixture = load_two_meetings();
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(home, .init = start, .fini = stop);

/* Answers a request as text, which the caller frees. */
static char *answer(const char *target, const char *accept, const struct publication *publication,
                    struct response *response)
{
    const struct request request = {
        .method = METHOD_GET, .target = target, .accept = accept, .publication = publication};
    answer_request(&fixture, &request, response);
    char *body = strndup(response->body.bytes ? response->body.bytes : "", response->body.length);
    cr_assert(body);
    return body;
}

static void expect_type(const char *target, const char *accept, enum pages_mode pages,
                        unsigned status, const char *type)
{
    const struct publication publication = {.pages = pages};
    struct response response;
    char *body = answer(target, accept, &publication, &response);
    cr_expect_eq(response.status, status, "%s %s: %u", target, accept, response.status);
    cr_expect_str_eq(response_header(&response, "Content-Type"), type, "%s %s", target, accept);
    cr_expect_str_eq(response_header(&response, "Vary"), "Accept, Accept-Encoding");
    free(body);
    response_finish(&response);
}

static void expect_has(const char *body, const char *part)
{
    cr_expect(strstr(body, part), "%s\nis not in\n%s", part, body);
}

static void use_record(const char *text)
{
    archive_fixture_finish(&fixture);
    fixture = archive_fixture_create(load_text(text));
}

Test(home, browsers_get_the_page_and_other_clients_get_the_service_document)
{
    static const struct {
        const char *accept;
        bool page;
    } cases[] = {{BROWSER, true},
                 {"text/html", true},
                 {"application/json;q=0.5, text/html", true},
                 {"application/json, text/html;q=0.5", false},
                 {"text/html, application/json", false},
                 {"application/json", false},
                 {"*/*", false},
                 {NULL, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_type("/", cases[i].accept, PAGES_ON, 200,
                    cases[i].page ? "text/html; charset=utf-8" : "application/json");
}

Test(home, the_suffix_names_the_page_unless_there_are_none)
{
    expect_type("/index.html", NULL, PAGES_ON, 200, "text/html; charset=utf-8");
    expect_type("/index.html", NULL, PAGES_SUFFIX, 200, "text/html; charset=utf-8");
    expect_type("/index.html", NULL, PAGES_OFF, 404, "application/problem+json");
    expect_type("/", BROWSER, PAGES_SUFFIX, 200, "application/json");
    expect_type("/", BROWSER, PAGES_OFF, 200, "application/json");
}

Test(home, pages_of_suffixes_link_to_the_suffix)
{
    const struct publication publication = {.pages = PAGES_SUFFIX};
    struct response response;
    char *body = answer("/index.html", NULL, &publication, &response);
    expect_has(body, "<a class=\"brand\" href=\"/index.html\">");
    expect_has(body, "href=\"/meetings/lisbon-2001.html\"");
    expect_has(body, "<link rel=\"canonical\" href=\"/index.html\">");
    free(body);
    response_finish(&response);
    body = answer("/", BROWSER, &publication, &response);
    expect_has(body, "\"links\":{\"self\":\"/\",\"home\":\"/index.html\"");
    free(body);
    response_finish(&response);
    body = answer("/manifest.webmanifest", NULL, &publication, &response);
    expect_has(body, "\"start_url\":\"/index.html\"");
    free(body);
    response_finish(&response);
}

Test(home, the_page_loads_only_from_its_origin_and_has_validators)
{
    struct response response;
    char *body = answer("/", BROWSER, NULL, &response);
    const char *policy = response_header(&response, "Content-Security-Policy");
    cr_assert(policy);
    cr_expect(strstr(policy, "default-src 'self'") && !strstr(policy, "unsafe"), "%s", policy);
    cr_expect_str_eq(response_header(&response, "Cache-Control"), "public, no-cache");
    cr_expect(response_header(&response, "ETag"));
    cr_expect(response_header(&response, "Last-Modified"));
    cr_expect(strstr(response_header(&response, "Link"), "</>; rel=\"self\""));
    cr_expect(!strstr(body, "style=") && !strstr(body, "<script>") && !strstr(body, "=\"//"));
    free(body);
    response_finish(&response);
}

Test(home, several_meetings_are_listed_by_year_with_what_they_have)
{
    struct response response;
    char *body = answer("/", BROWSER, NULL, &response);
    expect_has(body, "<title>Records of meetings");
    expect_has(body, "2 meetings from 2001 to 2002.");
    const char *later = strstr(body, "<h3>2002</h3>"), *earlier = strstr(body, "<h3>2001</h3>");
    cr_assert(later && earlier);
    cr_expect_lt(later, earlier);
    expect_has(later, "about May 2002</bdi> \xC2\xB7 planned");
    expect_has(earlier, "<bdi>Lisbon</bdi>");
    expect_has(earlier, "1 proposal");
    expect_has(body, "<section class=\"sec\" id=\"decisions\"><h2>Latest decisions</h2>");
    expect_has(body, "<a href=\"/topics/tides\"><bdi>Tides</bdi>");
    cr_expect(!strstr(body, "class=\"crumbs\""));
    free(body);
    response_finish(&response);
}

Test(home, the_only_meeting_with_records_is_the_home_page)
{
    struct response response;
    use_record(ONE_MEETING);
    char *body = answer("/", BROWSER, NULL, &response);
    expect_has(body, "<h1 class=\"title\" dir=\"auto\">Harbour board</h1>");
    expect_has(body, "<link rel=\"canonical\" href=\"/meetings/m\">");
    expect_has(body, "id=\"programme\"");
    cr_expect(!strstr(body, "class=\"crumbs\""));
    free(body);
    response_finish(&response);
}

Test(home, several_series_are_links_to_their_meetings)
{
    struct response response;
    use_record("{'meetings': ["
               "{'id': 'a', 'name': 'A', 'status': 'held', 'series': 'Tides, high', 'sources': []},"
               "{'id': 'b', 'name': 'B', 'status': 'held', 'series': 'Tides, high', 'sources': []},"
               "{'id': 'c', 'name': 'C', 'status': 'held', 'series': 'Winds', 'sources': []}]}");
    char *body = answer("/", BROWSER, NULL, &response);
    expect_has(body, "<a href=\"/meetings?series=Winds\"><bdi>Winds</bdi> "
                     "<span class=\"soft\">1</span></a>");
    const char *link = strstr(body, "<a href=\"/meetings?series=Tides");
    cr_assert(link);
    char target[100];
    snprintf(target, sizeof target, "%.*s", (int)strcspn(link + 9, "\""), link + 9);
    struct response list;
    json_t *json = answer_json(&fixture, target, 200, &list);
    cr_expect_eq(json_integer_value(json_object_get(json_object_get(json, "meta"), "total")), 2);
    json_decref(json);
    response_finish(&list);
    free(body);
    response_finish(&response);
}

Test(home, an_archive_without_meetings_has_a_page)
{
    struct response response;
    use_record("{'topics': [{'id': 't', 'label': 'Tides', 'sources': []}]}");
    char *body = answer("/", BROWSER, NULL, &response);
    cr_expect_eq(response.status, 200);
    expect_has(body, "<h1>Records</h1>");
    cr_expect(!strstr(body, "id=\"meetings\""));
    free(body);
    response_finish(&response);
}

/* The page must stay small: it shows the latest whole years, and links to the other years. */
Test(home, the_years_of_many_meetings_are_links)
{
    struct response response;
    struct buffer text;
    char meeting[200];
    buffer_init(&text, 1 << 20);
    buffer_append_text(&text, "{'meetings': [");
    for (int i = 0; i < 240; i++) {
        snprintf(meeting, sizeof meeting,
                 "%s{'id': 'm%d', 'name': 'Meeting %d', 'status': 'held', 'series': 'Board',"
                 "'start_date': '%d-01-0%d', 'sources': []}",
                 i ? "," : "", i, i, 2000 + i / 8, i % 8 + 1);
        buffer_append_text(&text, meeting);
    }
    buffer_append_text(&text, "]}");
    char *record = buffer_steal_text(&text);
    use_record(record);
    char *body = answer("/", BROWSER, NULL, &response);
    expect_has(body, "<h1><bdi>Board</bdi></h1>");
    expect_has(body, "<h3>2023</h3>");
    cr_expect(!strstr(body, "<h3>2022</h3>"));
    expect_has(body,
               "<a href=\"/meetings?start_date=2022\">2022 <span class=\"soft\">8</span></a>");
    expect_has(body, "<a href=\"/meetings?sort=-start_date\">All 240 meetings</a>");
    free(body);
    free(record);
    response_finish(&response);
}

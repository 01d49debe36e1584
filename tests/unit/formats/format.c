/* The choice of a format. tests/tools/formats reads each format with the programs that use it. */
#include "formats/format.h"

#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct archive_fixture fixture;

static void set_up(void)
{
    fixture = load_two_meetings();
}

static void tear_down(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(format, .init = set_up, .fini = tear_down);

/* Answers a GET request. Returns the body, ended by a NUL, which the caller frees. */
static char *get(const char *target, const char *accept, struct response *ret_response)
{
    const struct request request = {.method = METHOD_GET, .target = target, .accept = accept};
    answer_request(&fixture, &request, ret_response);
    char *body = strndup(ret_response->body.bytes ? ret_response->body.bytes : "",
                         ret_response->body.length);
    cr_assert(body);
    return body;
}

static void expect(const char *target, const char *accept, unsigned status, const char *media_type,
                   const char *location)
{
    struct response response;
    char *body = get(target, accept, &response);
    const char *type = response_header(&response, "Content-Type");
    const char *own = response_header(&response, "Content-Location");
    cr_expect_eq(response.status, status, "%s %s: %u %s", target, accept, response.status, body);
    cr_expect(type && strncmp(type, media_type, strlen(media_type)) == 0, "%s %s: %s", target,
              accept, type);
    cr_expect_str_eq(own ? own : "none", location ? location : "none", "%s %s", target, accept);
    free(body);
    response_finish(&response);
}

Test(format, a_suffix_overrides_accept_and_json_is_the_default)
{
    static const struct {
        const char *target, *accept, *media_type, *location;
    } cases[] = {
        {"/papers", NULL, "application/json", NULL},
        {"/papers", "*/*", "application/json", NULL},
        {"/papers.json", "text/csv", "application/json", NULL},
        {"/papers.csv", "application/json", "text/csv", NULL},
        {"/papers", "text/csv", "text/csv", "/papers.csv"},
        {"/papers?limit=1", "text/csv;header=present", "text/csv", "/papers.csv?limit=1"},
        {"/papers", "text/csv;q=0.4, application/x-ndjson;q=0.5", "application/x-ndjson",
         "/papers.ndjson"},
        {"/papers", "text/csv;q=0.4, */*;q=0.5", "application/json", NULL},
        {"/sessions/2/papers.csv", NULL, "text/csv", "/sessions/lisbon-2001-session-2/papers.csv"},
        {"/people/b-berg/papers", "text/csv", "text/csv", "/people/b-berg/papers.csv"},
        {"/papers/1.csv", NULL, "text/csv", "/papers/tides-at-night.csv"},
        {"/papers/tides-at-night.ndjson", NULL, "application/x-ndjson", NULL},
        {"/speakers/b-berg.jsonld", NULL, "application/ld+json", "/people/b-berg.jsonld"},
        {"/meetings/oslo-2002.ics", NULL, "text/calendar", NULL},
        {"/events", "text/calendar, */*;q=0.1", "text/calendar", "/events.ics"},
        {"/decisions.popolo.json", NULL, "application/vnd.popolo+json", NULL},
        {"/people/b-berg", "application/vnd.popolo+json", "application/vnd.popolo+json",
         "/people/b-berg.popolo.json"},
        {"/context.jsonld", "application/ld+json", "application/ld+json", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(cases[i].target, cases[i].accept, 200, cases[i].media_type, cases[i].location);
}

Test(format, missing_format_lists_the_available_ones)
{
    static const struct {
        const char *target, *accept;
        unsigned status;
        const char *said;
    } cases[] = {
        {"/people.ics", NULL, 404,
         "people are not available as \\\".ics\\\", only as .json, .html, .ndjson, "},
        {"/people/b-berg.ics", NULL, 404, "\"href\":\"/people/b-berg.csv\""},
        {"/papers/1/presenters.xml", NULL, 404, "\"href\":\"/papers/tides-at-night/presenters.csv"},
        {"/people", "text/calendar", 406, "\"media_type\":\"application/ld+json\""},
        {"/people", "application/json;q=0, text/x", 406, "\"href\":\"/people.ndjson\""},
        {"/papers?limit=2&presenters.country=DE", "text/x", 406,
         "\"href\":\"/papers.json?limit=2&presenters.country=DE\""},
        {"/papers?q=a%26%22b&facet=kind&pretty", "text/x", 406,
         "\"href\":\"/papers.csv?q=a%26%22b\""},
        {"/papers?q=a%26%22b&facet=kind&pretty", "text/x", 406,
         "\"href\":\"/papers.json?q=a%26%22b&facet=kind&pretty=\""},
        {"/poeple.csv", NULL, 404, "unknown path \\\"/poeple.csv\\\""},
        {"/people/nobody.csv", NULL, 404, "/people has no record \\\"nobody\\\""},
        {"/people.csv/b-berg", NULL, 404, "unknown path \\\"/people.csv\\\""},
        {"/papers/1.csv/presenters", NULL, 404, "/papers has no record \\\"1.csv\\\""},
        {"/papers.csv?facet=kind", NULL, 400, "\"parameter\":\"facet\""},
        {"/papers.ndjson?pretty", NULL, 400, "\"parameter\":\"pretty\""},
        {"/papers.csv?include=session&limit=-1", NULL, 400, "2 parameters are wrong"},
        {"/papers.json?limit=1001", NULL, 400, "from 0 to 1000"},
        {"/papers.csv?limit=100001", NULL, 400, "from 0 to 100000"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct response response;
        char *body = get(cases[i].target, cases[i].accept, &response);
        cr_expect_eq(response.status, cases[i].status, "%s: %s", cases[i].target, body);
        cr_expect(strstr(body, cases[i].said), "%s: %s", cases[i].target, body);
        free(body);
        response_finish(&response);
    }
}

Test(format, an_id_that_ends_with_a_suffix_has_precedence)
{
    static const char text[] =
        "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"sources\": [{\"document\": \"d\"}]},"
        "{\"id\": \"d.csv\", \"title\": \"E\", \"sources\": [{\"document\": \"d\"}]}]}";
    static const struct {
        const char *target, *media_type;
    } cases[] = {{"/documents/d.csv", "application/json"},
                 {"/documents/d.csv.csv", "text/csv"},
                 {"/documents/d.ndjson", "application/x-ndjson"}};
    archive_fixture_finish(&fixture);
    fixture = archive_fixture_create(load_json(text));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(cases[i].target, NULL, 200, cases[i].media_type, NULL);
}

static size_t count_lines(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += *text == '\n';
    return count;
}

Test(format, a_file_accepts_the_parameters_of_its_collection_and_links_to_itself)
{
    static const struct {
        const char *target;
        size_t lines;
        const char *total, *next;
    } cases[] = {{"/people.ndjson", 3, "3", NULL},
                 {"/people.ndjson?country=PT", 1, "1", NULL},
                 {"/people.csv?sort=-name&limit=2", 3, "3",
                  "</people.csv?sort=-name&limit=2&offset=2>; rel=\"next\""},
                 {"/people.csv?limit=100", 4, "3", NULL},
                 {"/people.csv?q=almada", 2, "1", NULL},
                 {"/people.ndjson?offset=2", 1, "3", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct response response;
        char *body = get(cases[i].target, NULL, &response);
        const char *link = response_header(&response, "Link");
        cr_expect_eq(count_lines(body), cases[i].lines, "%s: %s", cases[i].target, body);
        cr_expect_str_eq(response_header(&response, "X-Total-Count"), cases[i].total);
        if (cases[i].next)
            cr_expect(strstr(link, cases[i].next), "%s", link);
        else
            cr_expect(!strstr(link, "rel=\"next\""), "%s", link);
        free(body);
        response_finish(&response);
    }
}

Test(format, the_stem_of_a_name_ends_before_the_longest_suffix)
{
    static const struct {
        const char *segment;
        size_t stem;
    } segments[] = {{"papers", 6},
                    {"papers.csv", 6},
                    {"papers.csl.json", 6},
                    {"papers.json", 6},
                    {"papers.odd", 6},
                    {"a.b.csv", 3},
                    {"a.b.csl.json", 3},
                    {"a.csl", 1},
                    {".csv", 0},
                    {".csl.json", 4},
                    {"csv", 3},
                    {"", 0},
                    {"papers.popolo.json", 6},
                    {"x.csl.json.csv", 10}};
    for (size_t i = 0; i < sizeof segments / sizeof *segments; i++)
        cr_expect_eq(format_stem(segments[i].segment), segments[i].stem, "%s: %zu",
                     segments[i].segment, format_stem(segments[i].segment));
}

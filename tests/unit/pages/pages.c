/* The pages, as a client gets them. */
#include "archive_fixture.h"
#include "looks/looks.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BROWSER "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

#define RECORD                                                                                    \
    "{'documents': [{'id': 'd', 'title': 'The minutes', 'sources': [{'document': 'd'}]}],"        \
    "'meetings': [{'id': 'm', 'name': 'Harbour board', 'status': 'held', 'city': 'Port Fable',"   \
    "'start_date': '2031-03-11', 'sources': [{'document': 'd'}]}],"                               \
    "'people': [{'id': 'p', 'name': '\\u05d0<\\u2069b>', 'sources': [{'document': 'd'}]}],"       \
    "'papers': [{'id': 'a', 'number': 1, 'title': 'Tides & \\\"night\\\"', 'meeting': 'm',"       \
    "'presenters': ['p'], 'abstract': '</p><script>alert(1)</script>',"                           \
    "'arguments': [{'text': 'The tide rises.', 'sources': [{'document': 'd', 'lines': '3-5'}]}]," \
    "'inferred': ['presenters'], 'web_links': [{'url': 'https://example.org/a', 'title': "        \
    "'Slides'}],"                                                                                 \
    "'sources': [{'document': 'd', 'lines': '2'}]}],"                                             \
    "'sessions': [{'id': 's1', 'number': 1, 'title': 'Lamps', 'meeting': 'm',"                    \
    "'start_date': '2031-03-11', 'room': 'East', 'sources': [{'document': 'd'}]},"                \
    "{'id': 's2', 'number': 2, 'title': 'Lamps', 'meeting': 'm', 'room': 'West',"                 \
    "'sources': [{'document': 'd'}]},"                                                            \
    "{'id': 's3', 'number': 3, 'title': 'Lamp', 'meeting': 'm', 'room': 'East',"                  \
    "'sources': [{'document': 'd'}]}]}"

static struct archive_fixture fixture;

static void start(void)
{
    fixture = archive_fixture_create(load_text(RECORD));
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(pages, .init = start, .fini = stop);

/* Answers a request as text, which the caller frees. */
static char *answer_of(const char *target, const char *accept,
                       const struct publication *publication, struct response *response)
{
    const struct request request = {.target = target, .accept = accept, .publication = publication};
    answer_request(&fixture, &request, response);
    char *body = strndup(response->body.bytes ? response->body.bytes : "", response->body.length);
    cr_assert(body);
    return body;
}

static void expect_page(const char *target, unsigned status, const char *const *parts)
{
    struct response response;
    char *body = answer_of(target, BROWSER, NULL, &response);
    cr_expect_eq(response.status, status, "%s: %u", target, response.status);
    cr_expect_str_eq(response_header(&response, "Content-Type"), "text/html; charset=utf-8");
    cr_expect(response_header(&response, "Content-Security-Policy"), "%s", target);
    cr_expect(strstr(response_header(&response, "Vary"), "Accept"), "%s", target);
    cr_expect_eq(strncmp(body, "<!DOCTYPE html>", 15), 0);
    cr_expect(strstr(body, "</html>\n"), "%s", body);
    cr_expect(!strstr(body, "<script>") && !strstr(body, " style="), "%s", body);
    for (; *parts; parts++)
        cr_expect(strstr(body, *parts), "%s: %s\nnot in\n%s", target, *parts, body);
    free(body);
    response_finish(&response);
}

Test(pages, a_record_has_a_page_with_its_claims_and_their_sources)
{
    expect_page("/papers/a", 200,
                (const char *const[]){
                    "<title>Tides &amp; \"night\" \xE2\x80\x93 Port Fable 2031</title>",
                    "<h1 class=\"title\" dir=\"auto\">Tides &amp; \"night\"</h1>",
                    "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
                    "<link rel=\"canonical\" href=\"/papers/a\">",
                    "<link rel=\"alternate\" href=\"/papers/a.bib\"", "<h2>One argument</h2>",
                    "<p dir=\"auto\">The tide rises.</p><div class=\"source\"><a class=\"ref\" "
                    "href=\"/documents/d\">Lines 3\xE2\x80\x93"
                    "5</a>",
                    "href=\"https://example.org/a\"", "<p id=\"inferred\">",
                    "<summary>All fields</summary>",
                    "<li><a href=\"/meetings/m\"><bdi>Port Fable 2031</bdi></a></li>", NULL});
}

Test(pages, sessions_of_one_title_are_told_apart_by_their_day_and_room)
{
    static const struct {
        const char *target, *title;
    } sessions[] = {
        {"/sessions/s1", "<title>Lamps, 11 March 2031, East \xE2\x80\x93 Port Fable 2031</title>"},
        {"/sessions/s2", "<title>Lamps, West \xE2\x80\x93 Port Fable 2031</title>"},
        {"/sessions/s3", "<title>Lamp \xE2\x80\x93 Port Fable 2031</title>"},
    };
    for (size_t i = 0; i < sizeof sessions / sizeof *sessions; i++)
        expect_page(sessions[i].target, 200, (const char *const[]){sessions[i].title, NULL});
}

Test(pages, a_name_cannot_change_the_direction_of_its_neighbours)
{
    expect_page("/people/p", 200,
                (const char *const[]){"<bdi>\xD7\x90&lt;b&gt;</bdi>",
                                      "<title>\xE2\x81\xA8\xD7\x90&lt;b&gt;\xE2\x81\xA9 ", NULL});
}

Test(pages, every_type_list_and_relation_has_one)
{
    static const char *const targets[] = {"/meetings/m",
                                          "/documents/d",
                                          "/people",
                                          "/papers?kind=&q=tide",
                                          "/meetings/m/papers",
                                          "/papers/a/presenters",
                                          "/papers/1",
                                          "/papers?sort=title&limit=1&facet=kind",
                                          "/actions",
                                          "/search?q=tide",
                                          "/search",
                                          "/search?q=",
                                          "/search.html?q=tide",
                                          "/papers.html",
                                          "/papers?q=tode",
                                          "/search?q=tode",
                                          "/search?q=zzzzzz"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        expect_page(targets[i], 200, (const char *const[]){"<main class=\"page", NULL});
}

Test(pages, the_title_of_a_list_names_its_filters_in_words)
{
    expect_page("/papers?meeting=m&kind=paper", 200,
                (const char *const[]){"Papers; meeting: Port Fable 2031; kind: paper", NULL});
    expect_page("/meetings?start_date__gte=2031&offset=1", 200,
                (const char *const[]){"Meetings; start date from: 2031; from 2", NULL});
    expect_page("/papers?meeting=m", 200,
                (const char *const[]){"Meeting:\xC2\xA0<bdi>Port Fable 2031</bdi>", NULL});
}

Test(pages, the_title_of_a_search_has_its_words)
{
    expect_page("/search?q=tide+tables", 200,
                (const char *const[]){"<title>Search: tide tables ", NULL});
}

Test(pages, a_search_can_be_narrowed_by_meeting_and_person)
{
    expect_page("/search?q=tides&meeting=m&person=p", 200,
                (const char *const[]){
                    "href=\"/search?q=tides&amp;person=p\"><span class=\"vh\">Without ",
                    "Meeting:\xC2\xA0<bdi>Port Fable 2031</bdi>", "<h2>Person</h2>", NULL});
    expect_page(
        "/search?q=tides&meeting=none", 200,
        (const char *const[]){"Nothing here has these words", "Meeting:\xC2\xA0unknown", NULL});
}

Test(pages, a_list_offers_what_is_near_and_the_filters_that_are_on)
{
    expect_page("/papers?q=tode", 200,
                (const char *const[]){"Did you mean <a href=\"/papers?q=", "Without ", NULL});
    expect_page("/search?q=tode", 200,
                (const char *const[]){"Did you mean <a href=\"/search?q=", NULL});
}

Test(pages, a_search_marks_the_words)
{
    expect_page("/search?q=tide", 200,
                (const char *const[]){"<mark>", "<a href=\"/papers/a\">", "Everything ", NULL});
}

Test(pages, a_snippet_isolates_each_field)
{
    expect_page(
        "/search?q=alert", 200,
        (const char *const[]){"<bdi>\xD7\x90&lt;b&gt;</bdi> \xC2\xB7 <bdi>&lt;/p&gt;&lt;script"
                              "&gt;<mark>alert</mark>(1)",
                              NULL});
    expect_page("/search?q=%22b+p%22", 200,
                (const char *const[]){"<bdi>\xD7\x90&lt;<mark>b&gt;</mark></bdi> \xC2\xB7 "
                                      "<bdi><mark>&lt;/p</mark>&gt;",
                                      NULL});
}

Test(pages, a_citation_isolates_each_text_of_the_record)
{
    expect_page(
        "/papers/a", 200,
        (const char *const[]){"<span><bdi>\xD7\x90&lt;b&gt;</bdi>. \xE2\x80\x9C<bdi>Tides &amp; "
                              "\"night\"</bdi>.\xE2\x80\x9D Paper presented at <bdi>Harbour "
                              "board</bdi>, <bdi>Port Fable</bdi>, March 11, 2031.</span>",
                              NULL});
}

Test(pages, problems_are_pages_for_browsers_and_for_the_suffix)
{
    struct response response;
    expect_page("/nothing", 404, (const char *const[]){"<h1>There is no page here</h1>", NULL});
    expect_page("/papers?limit=x&sort=y", 400, (const char *const[]){"limit", "sort", NULL});
    char *body = answer_of("/papers/b.html", NULL, NULL, &response);
    cr_expect_eq(response.status, 404);
    cr_expect(strstr(body, "<h1>There is no page here</h1>"), "%s", body);
    free(body);
    response_finish(&response);
}

Test(pages, a_problem_leads_on_to_what_is_near_to_a_search_and_to_the_home_page)
{
    expect_page(
        "/papers/b", 404,
        (const char *const[]){"did you mean \"<a href=\"/papers/a\"><bdi>/papers/a</bdi></a>\"?",
                              "<form class=\"big\" role=\"search\"",
                              "<a href=\"/\">To the home page</a>", NULL});
    expect_page("/x%22;did%20you%20mean%20%22%2F%2Fevil.example", 404,
                (const char *const[]){"\"<bdi>//evil.example</bdi>\"", NULL});
}

Test(pages, a_problem_of_a_suffix_leads_to_suffixes)
{
    const struct publication publication = {.pages = PAGES_SUFFIX};
    struct response response;
    char *body = answer_of("/papers/b.html", "application/json", &publication, &response);
    cr_expect_eq(response.status, 404);
    cr_expect_str_eq(response_header(&response, "Content-Type"), "text/html; charset=utf-8");
    cr_expect(strstr(body, "<a href=\"/papers/a.html\">"), "%s", body);
    cr_expect(strstr(body, "<a href=\"/index.html\">"), "%s", body);
    free(body);
    response_finish(&response);
    body = answer_of("/papers/b", BROWSER, &publication, &response);
    cr_expect_str_eq(response_header(&response, "Content-Type"), "application/problem+json");
    free(body);
    response_finish(&response);
}

Test(pages, a_problem_isolates_what_the_request_says)
{
    expect_page("/nix%E2%80%AEabc", 404,
                (const char *const[]){"<p class=\"soft\">unknown path \"<bdi>/nix\xE2\x80\xAE"
                                      "abc</bdi>\"",
                                      NULL});
    expect_page("/papers?sort=%E2%80%AEabc", 400,
                (const char *const[]){"\"<bdi>\xE2\x80\xAE"
                                      "abc</bdi>\"",
                                      NULL});
}

Test(pages, a_quotation_mark_in_a_request_does_not_end_the_isolation)
{
    expect_page("/nix%22%E2%80%AEabc", 404,
                (const char *const[]){"\"<bdi>/nix</bdi>\"\xE2\x81\xA8\xE2\x80\xAE"
                                      "abc\xE2\x81\xA9\"",
                                      NULL});
}

Test(pages, a_tie_or_no_preference_is_json)
{
    static const char *const accepts[] = {NULL,
                                          "*/*",
                                          "application/json",
                                          "text/html, application/json",
                                          "text/html;q=0.5, */*",
                                          "application/json, text/html;q=0.9"};
    for (size_t i = 0; i < sizeof accepts / sizeof *accepts; i++) {
        struct response response;
        free(answer_of("/papers/a", accepts[i], NULL, &response));
        cr_expect_str_eq(response_header(&response, "Content-Type"), "application/json", "%s",
                         accepts[i]);
        response_finish(&response);
    }
}

Test(pages, by_suffix_alone_link_to_each_other_there)
{
    const struct publication publication = {.pages = PAGES_SUFFIX};
    struct response response;
    free(answer_of("/papers/a", BROWSER, &publication, &response));
    cr_expect_str_eq(response_header(&response, "Content-Type"), "application/json");
    response_finish(&response);
    char *body = answer_of("/papers/a.html", NULL, &publication, &response);
    cr_expect(strstr(body, "<a href=\"/meetings/m.html\">"), "%s", body);
    cr_expect(strstr(body, "data-suffix=\".html\""), "%s", body);
    cr_expect(strstr(body, "action=\"/search.html\""), "%s", body);
    free(body);
    response_finish(&response);
}

Test(pages, can_be_switched_off)
{
    static const char *const targets[] = {"/papers/a.html", "/papers.html", "/search.html?q=tide"};
    const struct publication publication = {.pages = PAGES_OFF};
    struct response response;
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        free(answer_of(targets[i], NULL, &publication, &response));
        cr_expect_eq(response.status, 404, "%s", targets[i]);
        cr_expect_str_eq(response_header(&response, "Content-Type"), "application/problem+json");
        response_finish(&response);
    }
    free(answer_of("/papers/a", BROWSER, &publication, &response));
    cr_expect_str_eq(response_header(&response, "Content-Type"), "application/json");
    response_finish(&response);
}

Test(pages, are_in_the_style_of_the_house)
{
    const struct publication publication = {.pages = PAGES_ON,
                                            .title = "Port <Fable>",
                                            .footer = "The town clerk is responsible.",
                                            .accent = "#0b5c3d"};
    struct response response;
    char *body = answer_of("/papers/a", BROWSER, &publication, &response);
    cr_expect(strstr(body, ">Port &lt;Fable&gt;</a>"), "%s", body);
    cr_expect(strstr(body, "<p>The town clerk is responsible.</p>"), "%s", body);
    cr_expect(strstr(body, "/accent-0b5c3d.css\""), "%s", body);
    free(body);
    response_finish(&response);
}

Test(pages, have_a_stylesheet_for_each_colour)
{
    char target[100];
    struct response response;
    snprintf(target, sizeof target, "/assets/%s/accent-0b5c3d.css", looks_version);
    char *body = answer_of(target, NULL, NULL, &response);
    cr_expect_eq(response.status, 200);
    cr_expect_str_eq(response_header(&response, "Content-Type"), "text/css; charset=utf-8");
    cr_expect(strstr(body, "--accent: #0b5c3d;"), "%s", body);
    free(body);
    response_finish(&response);
    static const char *const names[] = {"accent-0b5c3.css",  "accent-0b5c3G.css",
                                        "accent-0b5c3d.js",  "accent-0b5c3d.txt",
                                        "accent_0b5c3d.css", "accent-0b5c3d1.css"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(target, sizeof target, "/assets/%s/%s", looks_version, names[i]);
        free(answer_of(target, NULL, NULL, &response));
        cr_expect_eq(response.status, 404, "%s", names[i]);
        response_finish(&response);
    }
}

Test(pages, give_the_public_address)
{
    const struct publication publication = {.pages = PAGES_ON, .url = "https://record.example.org"};
    struct response response;
    char *body = answer_of("/papers/a", BROWSER, &publication, &response);
    cr_expect(strstr(body, "<link rel=\"canonical\" href=\"https://record.example.org/papers/a\">"),
              "%s", body);
    cr_expect(strstr(body, "curl 'https://record.example.org/papers/a'"), "%s", body);
    cr_expect(strstr(body, "https://record.example.org/papers/a (record version "), "%s", body);
    free(body);
    response_finish(&response);
}

/* A quotation mark in a parameter would end the quotation of the command. */
Test(pages, a_command_to_copy_is_one_word_of_a_shell)
{
    struct response response;
    char *body = answer_of("/papers.html?q=a'b", NULL, NULL, &response);
    cr_expect(strstr(body, "<code>curl '/papers?q=a%27b'</code>"), "%s", body);
    free(body);
    response_finish(&response);
}

Test(pages, links_begin_with_the_base_path)
{
    const struct request request = {
        .target = "/papers/a", .accept = BROWSER, .base_path = "/record"};
    struct response response;
    answer_request(&fixture, &request, &response);
    buffer_append_byte(&response.body, '\0');
    for (const char *href = response.body.bytes; (href = strstr(href, "href=\"/")); href++)
        cr_expect_eq(strncmp(href, "href=\"/record", 13), 0, "%.60s", href);
    response_finish(&response);
}

static const struct publication files = {.pages = PAGES_SUFFIX, .files = true};

/* Expects the page of a target to have each of the first parts, and none of the others; both lists
 * end with NULL. */
static void expect_parts(const char *target, const char *const *parts, const char *const *others)
{
    struct response response;
    char *body = answer_of(target, NULL, &files, &response);
    cr_expect_eq(response.status, 200, "%s", target);
    for (; *parts; parts++)
        cr_expect(strstr(body, *parts), "%s: no %s in %s", target, *parts, body);
    for (; *others; others++)
        cr_expect_not(strstr(body, *others), "%s: %s in %s", target, *others, body);
    free(body);
    response_finish(&response);
}

Test(pages, as_files_search_with_a_script_in_one_file)
{
    struct response response;
    expect_parts("/search.html?q=x", (const char *const[]){" data-search=\"\"", "<noscript>", NULL},
                 (const char *const[]){"class=\"rows", NULL});
    expect_parts("/papers.html", (const char *const[]){"action=\"/search.html\"", NULL},
                 (const char *const[]){"Search these papers", NULL});
    free(answer_of("/search-index.json", NULL, NULL, &response));
    cr_expect_eq(response.status, 404);
    response_finish(&response);
    char *body = answer_of("/search-index.json", NULL, &files, &response);
    cr_expect_eq(response.status, 200);
    cr_expect(strstr(body, ",\"a\",\"Paper"), "%s", body);
    free(body);
    response_finish(&response);
}

Test(pages, as_files_have_their_parameters_in_the_path)
{
    expect_parts("/query/sort=title/papers.html",
                 (const char *const[]){"href=\"/query/sort=title/papers.html\"", NULL},
                 (const char *const[]){"?", ">Download<", ">API<", NULL});
    expect_parts("/papers.html", (const char *const[]){"curl '/papers.json'", NULL},
                 (const char *const[]){"href=\"/papers.csv?", NULL});
}

Test(pages, load_the_style_and_the_logo_of_the_house)
{
    char css[] = "a{}", svg[] = "<svg/>";
    const struct theme theme = {.files = {{"favicon.svg", "image/svg+xml", svg, 6},
                                          {"logo.svg", "image/svg+xml", svg, 6},
                                          {"theme.css", "text/css; charset=utf-8", css, 3}},
                                .count = 3,
                                .version = "0123456789ab"};
    static const char *const parts[] = {
        "site.css\">\n<link rel=\"stylesheet\" href=\"/assets/0123456789ab/theme.css\">",
        "<link rel=\"icon\" href=\"/assets/0123456789ab/favicon.svg\" type=\"image/svg+xml\">",
        "<img alt=\"\" src=\"/assets/0123456789ab/logo.svg\">rapporteur</a>"};
    static const char *const targets[] = {"/assets/0123456789ab/theme.css",
                                          "/assets/0123456789ab/logo.svg", "/favicon.svg"};
    static const char *const bodies[] = {"a{}", "<svg/>", "<svg/>"};
    const struct publication publication = {.pages = PAGES_ON, .theme = &theme};
    struct response response;
    char *body = answer_of("/papers/a", BROWSER, &publication, &response);
    for (size_t i = 0; i < 3; i++)
        cr_expect(strstr(body, parts[i]), "no %s in %s", parts[i], body);
    free(body);
    response_finish(&response);
    for (size_t i = 0; i < 3; i++) {
        body = answer_of(targets[i], NULL, &publication, &response);
        cr_expect_eq(response.status, 200, "%s", targets[i]);
        cr_expect_str_eq(body, bodies[i]);
        free(body);
        response_finish(&response);
    }
    free(answer_of(targets[0], NULL, NULL, &response));
    cr_expect_eq(response.status, 404, "without the theme");
    response_finish(&response);
}

/* Parts of JSON that other formats do not have: labels, facets, and the headers of a record. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Expects the label of a document with a title. */
static void expect_label(const char *title, const char *label)
{
    char text[600];
    snprintf(text, sizeof text,
             "{'documents': [{'id': 'd', 'title': '%s', 'sources': [{'document': 'd'}]}]}", title);
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    json_t *record = answer_json(&fixture, "/documents/d", 200, NULL);
    json_t *source = json_array_get(json_object_get(record, "sources"), 0);
    cr_expect_str_eq(text_of(json_object_get(source, "document"), "label"), label, "%s", label);
    json_decref(record);
    archive_fixture_finish(&fixture);
}

#define TEN "xxxxxxxxxx"
#define FORTY TEN TEN TEN TEN
#define NINETY FORTY FORTY TEN
#define ELLIPSIS "\xe2\x80\xa6"

Test(record_json, a_label_over_100_bytes_is_cut_at_a_space_in_its_second_half)
{
    expect_label(NINETY TEN, NINETY TEN);
    expect_label(NINETY TEN "y", NINETY TEN ELLIPSIS);
    expect_label(NINETY TEN " y", NINETY TEN ELLIPSIS);
    expect_label(NINETY "xxxxxxxxx y", NINETY "xxxxxxxxx" ELLIPSIS);
    expect_label(NINETY " " TEN, NINETY ELLIPSIS);
    expect_label(FORTY TEN " " FORTY TEN, FORTY TEN ELLIPSIS);
    expect_label(FORTY "xxxxxxxxx " FORTY TEN "x", FORTY "xxxxxxxxx " FORTY TEN ELLIPSIS);
}

Test(record_json, a_cut_label_has_only_whole_characters)
{
    expect_label(NINETY "xxxxxxxxx\xc3\xa9", NINETY "xxxxxxxxx" ELLIPSIS);
    expect_label(NINETY "xxxxxxxx\xc3\xa9y", NINETY "xxxxxxxx\xc3\xa9" ELLIPSIS);
    expect_label(NINETY "xxxxxxx\xf0\x9f\x8c\x8a", NINETY "xxxxxxx" ELLIPSIS);
}

static void expect_facet(const struct archive_fixture *fixture, const char *target,
                         const char *name, const char *expected)
{
    json_t *page = answer_json(fixture, target, 200, NULL);
    json_t *facets = json_object_get(json_object_get(page, "meta"), "facets");
    char *text = json_dumps(json_object_get(facets, name), JSON_COMPACT);
    cr_expect_str_eq(text, expected, "%s: %s", target, text);
    free(text);
    json_decref(page);
}

Test(record_json, a_facet_has_values_as_filters_take_them_with_labels_and_counts)
{
    struct archive_fixture fixture = load_two_meetings();
    expect_facet(&fixture, "/sessions?facet=number", "number",
                 "[{\"value\":1,\"label\":\"1\",\"count\":2},"
                 "{\"value\":2,\"label\":\"2\",\"count\":1}]");
    expect_facet(&fixture, "/sessions?facet=meeting", "meeting",
                 "[{\"value\":\"lisbon-2001\",\"label\":\"First Meeting\",\"count\":2},"
                 "{\"value\":\"oslo-2002\",\"label\":\"Second Meeting\",\"count\":1}]");
    expect_facet(&fixture, "/people?facet=attendance.roles&country=PT", "attendance.roles",
                 "[{\"value\":\"chair\",\"label\":\"chair\",\"count\":1},"
                 "{\"value\":\"participant\",\"label\":\"participant\",\"count\":1}]");
    archive_fixture_finish(&fixture);
}

Test(record_json, a_record_links_to_itself_and_to_its_collection_below_the_base_path)
{
    static const struct {
        const char *target, *accept, *location, *self, *collection;
    } cases[] = {
        {"/papers/tides-at-night", NULL, NULL, "/papers/tides-at-night", "/papers"},
        {"/papers/1", NULL, "/papers/tides-at-night", "/papers/tides-at-night", "/papers"},
        {"/papers/1.csv", NULL, "/papers/tides-at-night.csv", "/papers/tides-at-night.csv",
         "/papers"},
        {"/papers/tides-at-night.csv", NULL, NULL, "/papers/tides-at-night.csv", "/papers"},
        {"/papers/tides-at-night", "text/csv", "/papers/tides-at-night.csv",
         "/papers/tides-at-night.csv", "/papers"},
        {"/papers/tides-at-night.json", NULL, NULL, "/papers/tides-at-night.json", "/papers"},
        {"/speakers/b-berg", NULL, "/people/b-berg", "/people/b-berg", "/speakers"},
    };
    struct archive_fixture fixture = load_two_meetings();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {
            .target = cases[i].target, .accept = cases[i].accept, .base_path = "/r"};
        struct response response;
        char expected[300];
        answer_request(&fixture, &request, &response);
        const char *location = response_header(&response, "Content-Location");
        snprintf(expected, sizeof expected, "%s%s", cases[i].location ? "/r" : "none",
                 cases[i].location ? cases[i].location : "");
        cr_expect_str_eq(location ? location : "none", expected, "%s", cases[i].target);
        snprintf(expected, sizeof expected,
                 "</r%s>; rel=\"self\", </r%s>; rel=\"collection\", <https://schema.org/",
                 cases[i].self, cases[i].collection);
        cr_expect_eq(strncmp(response_header(&response, "Link"), expected, strlen(expected)), 0,
                     "%s: %s", cases[i].target, response_header(&response, "Link"));
        response_finish(&response);
    }
    archive_fixture_finish(&fixture);
}

static const char moved[] =
    "{'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'start_date': '2031'}],"
    " 'people': [{'id': 'ann', 'name': 'Ann'}],"
    " 'organizations': [{'id': 'club', 'name': 'Club', 'kind': 'other'}],"
    " 'proposals': [{'id': 'p', 'meeting': 'm', 'number': 1, 'title': 'P',"
    "   'text': 'P', 'mover': 'organizations/club'},"
    "  {'id': 'q', 'meeting': 'm', 'number': 2, 'title': 'Q', 'text': 'Q'}],"
    " 'decisions': [{'id': 'd', 'title': 'D', 'meeting': 'm',"
    "   'movers': ['organizations/club', 'people/ann'], 'decides_on': ['proposals/p']}]}";

/* Expects values of an answer, which a path of names and positions leads to. */
static void expect_at(const struct archive_fixture *fixture, const char *target,
                      const char *const *path, const char *expected)
{
    json_t *page = answer_json(fixture, target, 200, NULL);
    const json_t *at = page;
    for (; path[1]; path++)
        at = json_is_array(at) ? json_array_get(at, (size_t)atoi(*path))
                               : json_object_get(at, *path);
    cr_expect_str_eq(text_of(at, *path), expected, "%s: %s", target, *path);
    json_decref(page);
}

#define AT(...) ((const char *const[]){__VA_ARGS__, NULL})

Test(record_json, a_reference_to_several_types_is_included_as_a_whole_record)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(moved));
    const char *const target = "/decisions/d?include=movers&fields=movers";
    expect_at(&fixture, target, AT("movers", "0", "kind"), "other");
    expect_at(&fixture, target, AT("movers", "1", "name"), "Ann");
    expect_at(&fixture, target, AT("decides_on"), "none");
    expect_at(&fixture, "/decisions/d?include=decides_on", AT("decides_on", "0", "text"), "P");
    expect_at(&fixture, "/proposals/p?include=mover", AT("mover", "name"), "Club");
    char *body = get_body(&fixture, "/proposals/q?include=mover&fields=mover");
    cr_expect(strstr(body, "\"mover\":null,"), "%s", body);
    free(body);
    archive_fixture_finish(&fixture);
}

Test(record_json, a_reference_to_several_types_is_included_after_a_relation)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(moved));
    const char *const target = "/meetings/m?include=decisions.movers";
    expect_at(&fixture, target, AT("decisions", "0", "movers", "1", "name"), "Ann");
    expect_at(&fixture, target, AT("decisions", "0", "movers", "0", "links", "self"),
              "/organizations/club");
    expect_at(&fixture, "/people/ann?include=decisions.movers",
              AT("decisions", "0", "movers", "1", "label"), "Ann");
    archive_fixture_finish(&fixture);
}

/* Python's splitlines and others end a line at them. */
Test(record_json, ndjson_escapes_the_line_separators_of_unicode)
{
    struct archive_fixture fixture = archive_fixture_create(
        load_text("{'documents': [{'id': 'd', 'title': 'a\xC2\x85"
                  "b\xE2\x80\xA8\xE2\x80\xA9"
                  "c\xE2\x80\x9C\xC3\x85', 'author': 'p', 'sources': [{'document': 'd'}]}],"
                  " 'people': [{'id': 'p', 'name': 'P\xE2\x80\xA8"
                  "Q', 'sources': [{'document': 'd'}]}]}"));
    char *body = get_body(&fixture, "/documents.ndjson?fields=title,author&include=author");
    cr_expect(strstr(body, "\"title\":\"a\\u0085b\\u2028\\u2029c\xE2\x80\x9C\xC3\x85\","), "%s",
              body);
    cr_expect(strstr(body, "\"name\":\"P\\u2028Q\""), "%s", body);
    cr_expect_eq(body[strlen(body) - 2], '}');
    cr_expect_not(strstr(body, "\xE2\x80\xA8") || strstr(body, "\xC2\x85"));
    free(body);
    archive_fixture_finish(&fixture);
}

Test(record_json, line_ends_of_other_systems_are_line_feeds)
{
    struct archive_fixture fixture = archive_fixture_create(
        load_text("{'documents': [{'id': 'd', 'title': 'a\\r\\nb\\rc\\n\\r\\nd\\r',"
                  " 'sources': [{'document': 'd'}]}]}"));
    char *body = get_body(&fixture, "/documents/d?fields=title");
    cr_expect(strstr(body, "\"title\":\"a\\nb\\nc\\n\\nd\\n\""), "%s", body);
    free(body);
    archive_fixture_finish(&fixture);
}

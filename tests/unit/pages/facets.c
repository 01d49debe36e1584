/* The facets of lists: the number beside a value is that of the records that its link shows, and no
 * two values look the same. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(facets);

enum {
    TARGET_BYTES = 400,
    PAPERS = 12
};

#define SOURCES "'sources': [{'document': 'd', 'lines': '1'}]}"

/* Three sessions with one title: two on one day, in different rooms, and one on the next. Every
 * second paper is about tides, every third about wind, and two are about both. */
static struct archive *load_conference(void)
{
    static char text[8000];
    size_t used = (size_t)snprintf(
        text, sizeof text, "%s",
        "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES
        "], 'meetings': [{'id': 'm', 'name': 'Harbour Days', 'status': 'held'," SOURCES
        "], 'topics': [{'id': 'tides', 'label': 'Tides'," SOURCES
        ", {'id': 'wind', 'label': 'Wind'," SOURCES ", {'id': 'rope', 'label': 'Rope'," SOURCES
        "], 'sessions': ["
        "{'id': 's0', 'number': 1, 'title': 'Nets', 'meeting': 'm', 'start_date': '2031-06-01', "
        "'room': 'Quay'," SOURCES
        ", {'id': 's1', 'number': 2, 'title': 'Nets', 'meeting': 'm', 'start_date': '2031-06-01', "
        "'room': 'Loft'," SOURCES
        ", {'id': 's2', 'number': 3, 'title': 'Nets', 'meeting': 'm', 'start_date': '2031-06-02', "
        "'room': 'Loft'," SOURCES "], 'papers': [");
    for (int i = 0; i < PAPERS; i++)
        used += (size_t)snprintf(text + used, sizeof text - used,
                                 "%s{'id': 'p%d', 'title': 'P%d', 'session': 's%d', 'kind': '%s', "
                                 "'topics': ['rope'%s%s],"
                                 "'presenters': []," SOURCES,
                                 i ? ", " : "", i, i, i % 3, i % 4 ? "talk" : "keynote",
                                 i % 2 ? "" : ", 'tides'", i % 3 ? "" : ", 'wind'");
    snprintf(text + used, sizeof text - used, "]}");
    return load_text(text);
}

/* Writes the target of the page that a link refers to. */
static void page_target(const char *link, char target[TARGET_BYTES])
{
    const char *end = strpbrk(link, "?\">");
    const char *rest = *end == '?' ? end : "";
    size_t length = (size_t)snprintf(target, TARGET_BYTES, "%.*s.html", (int)(end - link), link);
    for (; *rest && *rest != '"'; rest++) {
        if (length + 1 < TARGET_BYTES)
            target[length++] = *rest;
        if (strncmp(rest, "&amp;", 5) == 0)
            rest += 4;
    }
    target[length] = '\0';
}

/* Expects that each value of the facets of a page has the number of records that its link shows.
 * Returns the number of values. */
static size_t expect_true_numbers(const struct archive_fixture *fixture, const char *target)
{
    char *page = get_body(fixture, target);
    const char *place = strstr(page, "<nav class=\"facets\"");
    cr_assert(place, "%s", page);
    const char *end = strstr(place, "</nav>");
    size_t values = 0;
    while ((place = strstr(place, "<a href=\"")) && place < end) {
        char shown[TARGET_BYTES], expected[64];
        page_target(place + strlen("<a href=\""), shown);
        const char *number = strstr(place, "<span>") + strlen("<span>");
        snprintf(expected, sizeof expected, "<p class=\"kicker\">%.*s record",
                 (int)strcspn(number, "<"), number);
        char *linked = get_body(fixture, shown);
        cr_expect(strstr(linked, expected), "%s: %s has not %s", target, shown, expected);
        free(linked);
        values++;
        place = number;
    }
    free(page);
    return values;
}

Test(facets, a_number_is_that_of_the_records_that_its_link_shows)
{
    static const struct {
        const char *target;
        size_t values;
    } pages[] = {
        {"/papers.html", 2 + 3 + 3},
        {"/papers.html?topics=rope", 2 + 3 + 3},
        {"/papers.html?topics=tides,wind", 2 + 3 + 3},
        {"/papers.html?kind=talk", 2 + 3 + 3},
        {"/papers.html?kind=talk&topics=rope,wind", 2 + 3 + 3},
        {"/papers.html?topics__not=wind", 2 + 2 + 2},
        {"/papers.html?facet=topics&topics=rope", 3},
    };
    struct archive_fixture fixture = archive_fixture_create(load_conference());
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        cr_expect_eq(expect_true_numbers(&fixture, pages[i].target), pages[i].values, "%s",
                     pages[i].target);
    archive_fixture_finish(&fixture);
}

/* Takes a page. Expects that it has a text, or that it does not. */
static void expect_text(const struct archive_fixture *fixture, const char *target, const char *text,
                        bool expected)
{
    char *page = get_body(fixture, target);
    cr_expect_eq(strstr(page, text) != NULL, expected, "%s: %s\n%s", target, text, page);
    free(page);
}

Test(facets, the_chosen_values_are_marked)
{
    struct archive_fixture fixture = archive_fixture_create(load_conference());
    expect_text(&fixture, "/papers.html?topics=rope,wind",
                "topics=rope\" aria-current=\"true\"><bdi>Rope</bdi>", true);
    expect_text(&fixture, "/papers.html?topics=rope,wind",
                "topics=wind\" aria-current=\"true\"><bdi>Wind</bdi>", true);
    expect_text(&fixture, "/papers.html?topics=rope,wind", "topics=tides\" aria-current=\"true\"",
                false);
    archive_fixture_finish(&fixture);
}

Test(facets, values_with_one_label_are_told_apart_by_as_little_as_is_enough)
{
    struct archive_fixture fixture = archive_fixture_create(load_conference());
    expect_text(&fixture, "/papers.html", "<bdi>Nets, Harbour Days", false);
    expect_text(&fixture, "/papers.html", "<bdi>Nets, 1 June 2031, Quay</bdi>", true);
    expect_text(&fixture, "/papers.html", "<bdi>Nets, 1 June 2031, Loft</bdi>", true);
    expect_text(&fixture, "/papers.html", "<bdi>Nets, 2 June 2031</bdi>", true);
    expect_text(&fixture, "/papers.html", "<bdi>Rope</bdi> <span>", true);
    archive_fixture_finish(&fixture);
}

Test(facets, people_with_one_name_are_told_apart_by_their_ids)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(
        "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES
        "], 'people': [{'id': 'ada', 'name': 'Ada Tide'," SOURCES
        ", {'id': 'ada-2', 'name': 'Ada Tide'," SOURCES ", {'id': 'bo', 'name': 'Bo'," SOURCES
        "], 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES
        "], 'sessions': [{'id': 's', 'title': 'S', 'meeting': 'm'," SOURCES
        "], 'papers': [{'id': 'p1', 'title': '1', 'session': 's', 'presenters': ['ada']," SOURCES
        ", {'id': 'p2', 'title': '2', 'session': 's', 'presenters': ['ada-2']," SOURCES
        ", {'id': 'p3', 'title': '3', 'session': 's', 'presenters': ['bo']," SOURCES
        ", {'id': 'p4', 'title': '4', 'session': 's', 'presenters': ['bo']," SOURCES
        ", {'id': 'p5', 'title': '5', 'session': 's', 'presenters': ['bo']," SOURCES
        ", {'id': 'p6', 'title': '6', 'session': 's', 'presenters': ['bo']," SOURCES
        ", {'id': 'p7', 'title': '7', 'session': 's', 'presenters': ['bo']," SOURCES
        ", {'id': 'p8', 'title': '8', 'session': 's', 'presenters': ['bo']," SOURCES "]}"));
    expect_text(&fixture, "/papers.html", "<bdi>Ada Tide, ada-2</bdi> <span>1", true);
    expect_text(&fixture, "/papers.html", "<bdi>Bo</bdi> <span>6", true);
    archive_fixture_finish(&fixture);
}

Test(facets, a_chosen_session_has_its_date_and_room_in_the_title)
{
    struct archive_fixture fixture = archive_fixture_create(load_conference());
    expect_text(&fixture, "/papers.html?session=s1",
                "<title>Talks; session: Nets, 1 June 2031, Loft", true);
    expect_text(&fixture, "/papers.html?topics=wind", "<title>Talks; topics: Wind \xE2\x80\x93",
                true);
    archive_fixture_finish(&fixture);
}

Test(facets, people_with_one_name_are_told_apart_in_a_search)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(
        "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES
        "], 'people': [{'id': 'ada', 'name': 'Ada Tide'," SOURCES
        ", {'id': 'ada-2', 'name': 'Ada Tide'," SOURCES
        "], 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES
        "], 'sessions': [{'id': 's', 'title': 'S', 'meeting': 'm'," SOURCES
        "], 'papers': [{'id': 'p1', 'title': 'Rope', 'session': 's', 'presenters': ['ada']," SOURCES
        ", {'id': 'p2', 'title': 'Rope', 'session': 's', 'presenters': ['ada-2']," SOURCES "]}"));
    expect_text(&fixture, "/search.html?q=rope", "<bdi>Ada Tide, ada</bdi> <span>1", true);
    expect_text(&fixture, "/search.html?q=rope", "<bdi>Ada Tide, ada-2</bdi> <span>1", true);
    archive_fixture_finish(&fixture);
}

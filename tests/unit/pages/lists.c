/* The lists of pages. */
#include "archive_fixture.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(lists);

/* Takes the archive. Returns a page; free() it. */
static char *page_of(struct archive *archive, const char *target)
{
    struct archive_fixture fixture = archive_fixture_create(archive);
    char *page = get_body(&fixture, target);
    archive_fixture_finish(&fixture);
    return page;
}

/* A browser for terminals writes a number before each item of an "ol", besides that in the text. */
Test(lists, no_list_is_numbered_by_the_browser)
{
    static const char *const targets[] = {"/meetings/port-fable-2031-03-11.html",
                                          "/papers/port-fable-2031-03-11-paper-1.html",
                                          "/agenda_items/port-fable-2031-03-11-item-4.html",
                                          "/people/odile-renard.html",
                                          "/documents/port-fable-2031-03-11-minutes.html",
                                          "/search.html?q=lamp",
                                          "/index.html"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        char *page = page_of(load_path(source_path("data/examples/port-fable.json")), targets[i]);
        cr_expect(!strstr(page, "<ol"), "%s\n%s", targets[i], page);
        free(page);
    }
}

Test(lists, lines_of_a_document_are_apart_from_their_numbers_and_from_what_cites_them)
{
    char *page = page_of(load_path(source_path("data/example")), "/documents/bergen-minutes.html");
    cr_expect(strstr(page, "<a class=\"ln\" href=\"#L1\">1</a> <span"), "%s", page);
    cr_expect(strstr(page, "<div class=\"by\">"), "%s", page);
    free(page);
}

Test(lists, a_person_is_listed_once_on_the_page_of_an_organization)
{
    char *page = page_of(load_path(source_path("data/examples/port-fable.json")),
                         "/organizations/lantern-and-lens.html");
    cr_expect(strstr(page, "<h2>People</h2>"), "%s", page);
    cr_expect(!strstr(page, "<h2>Representatives</h2>"), "%s", page);
    free(page);
}

#define SOURCES "'sources': [{'document': 'd', 'lines': '1'}]}"

Test(lists, a_representative_from_elsewhere_is_listed_as_one)
{
    char *page = page_of(
        load_text("{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES
                  "],'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES
                  "],'organizations': [{'id': 'o', 'name': 'O'," SOURCES
                  "],'people': [{'id': 'a', 'name': 'Ada', 'memberships': [{'organization': 'o'}], "
                  "'attendance': [{'meeting': 'm', 'on_behalf_of': 'organizations/o'}]," SOURCES
                  ",{'id': 'b', 'name': 'Bo', 'attendance': [{'meeting': 'm', 'on_behalf_of': "
                  "'organizations/o'}]," SOURCES "]}"),
        "/organizations/o.html");
    const char *people = strstr(page, "<h2>People</h2>");
    const char *others = strstr(page, "<h2>Representatives</h2>");
    cr_assert(people && others, "%s", page);
    cr_expect(strstr(others, "<bdi>Bo</bdi>") && !strstr(others, "<bdi>Ada</bdi>"), "%s", page);
    free(page);
}

Test(lists, lines_of_a_document_without_its_text_are_one_link)
{
    char *page = page_of(load_shipped_record(), "/meetings/beijing-2006.html");
    cr_expect(strstr(page, "<a class=\"ref many\" href=\"/documents/beijing-2006-report\">Lines "
                           "1\xE2\x80\x93"
                           "2, 28\xE2\x80\x93"
                           "29,"),
              "%s", page);
    cr_expect(strstr(page, "<dt>sources</dt><dd><a href=\"/documents/beijing-2006-report\">"
                           "beijing-2006-report</a>, lines 1-5, 16-20, "),
              "%s", page);
    cr_expect(strstr(page, "(May 2006), lines 1\xE2\x80\x93"
                           "5, 16\xE2\x80\x93"
                           "20, "),
              "%s", page);
    free(page);
}

/* Expects that the home page of some data has a text. */
static void expect_home(const char *data, const char *text)
{
    char *page = page_of(load_text(data), "/index.html");
    cr_expect(strstr(page, text), "%s\n%s", text, page);
    free(page);
}

Test(lists, the_home_page_of_records_without_a_meeting_says_how_many_there_are)
{
    const char *data = "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES
                       "], 'people': [{'id': 'a', 'name': 'Ada'," SOURCES
                       ", {'id': 'b', 'name': 'Bo'," SOURCES "]}";
    expect_home(data, "<dl class=\"figures\"><div><dt><a href=\"/people\">people</a></dt><dd>2<");
    expect_home(data, "<div><dt><a href=\"/documents\">document</a></dt><dd>1</dd></div></dl>");
}

Test(lists, the_home_page_without_records_says_that_there_are_none)
{
    expect_home("{}", "<p class=\"lead\">There are no records yet.</p>");
    char *page = page_of(load_text("{}"), "/index.html");
    cr_expect(!strstr(page, "<dl"), "%s", page);
    free(page);
}

Test(lists, a_point_without_a_known_person_has_the_words_of_the_source_for_its_speaker)
{
    char *page = page_of(load_shipped_record(), "/discussions.html");
    cr_expect(
        strstr(page, "<p class=\"small soft\"><bdi>most participants</bdi> \xC2\xB7 question"),
        "%s", page);
    cr_expect(strstr(page, "K V Kesavan</bdi></a> \xC2\xB7 "), "%s", page);
    free(page);
}

/* Expects that the page of the shipped record has a text, or that it does not. */
static void expect_page(const char *target, const char *text, bool expected)
{
    char *page = page_of(load_shipped_record(), target);
    cr_expect_eq(strstr(page, text) != NULL, expected, "%s: %s\n%s", target, text, page);
    free(page);
}

Test(lists, a_page_after_the_last_record_says_so)
{
    static const char empty[] = "<ul class=\"rows\">\n</ul>";
    expect_page("/papers.html?limit=5&offset=14", "15 to 15 of 15</span>", true);
    expect_page("/papers.html?limit=5&offset=15", "The list ends before this page.", true);
    expect_page("/papers.html?limit=5&offset=15", "after the last of 15</span>", true);
    expect_page("/papers.html?limit=5&offset=15", empty, false);
    expect_page("/papers.html?limit=0", "The list ends", false);
    expect_page("/papers.html?limit=0", empty, false);
    expect_page("/search.html?q=energy&offset=900", "The results end before this page.", true);
    expect_page("/search.html?q=energy&limit=0", "The results end", false);
    expect_page("/search.html?q=zzzz&offset=900", "aria-label=\"Pages\"", false);
    expect_page("/papers.html?q=zzzz&offset=900", "aria-label=\"Pages\"", false);
}

Test(lists, a_search_without_a_word_says_what_is_missing)
{
    static const char *const without[] = {"%22", "*", "-", "-a", "((", "-a%20-b", "-%C3%A4"};
    static const char *const with[] = {"zzzz", "-a%20zz", "%22zz-", "-%20%C3%B8%C3%B8", "9999"};
    char target[60];
    for (size_t i = 0; i < sizeof without / sizeof *without; i++) {
        snprintf(target, sizeof target, "/search.html?q=%s", without[i]);
        expect_page(target, "The search has no word that records can have.", true);
    }
    for (size_t i = 0; i < sizeof with / sizeof *with; i++) {
        snprintf(target, sizeof target, "/search.html?q=%s", with[i]);
        expect_page(target, "No record has these words.", true);
    }
}

/* The titles of pages: no two pages of a record have the same one. */
#include "archive_fixture.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

TestSuite(titles);

/* Expects how the titles of pages begin; the list ends with NULL. */
static void expect_titles(const char *const (*pages)[2])
{
    struct archive_fixture fixture =
        archive_fixture_create(load_path(source_path("data/examples/port-fable.json")));
    for (size_t i = 0; pages[i][0]; i++) {
        char *page = get_body(&fixture, pages[i][0]);
        const char *title = strstr(page, "<title>");
        cr_assert(title);
        title += strlen("<title>");
        cr_expect_eq(strncmp(title, pages[i][1], strlen(pages[i][1])), 0, "%s: %.200s", pages[i][0],
                     title);
        free(page);
    }
    archive_fixture_finish(&fixture);
}

Test(titles, the_title_of_a_record_says_what_it_is_if_others_may_have_its_title)
{
    expect_titles((const char *const[][2]){
        {"/papers/port-fable-2031-03-11-paper-3.html",
         "Two designs for the lamp \xE2\x80\x93 Port Fable 2031</title>"},
        {"/agenda_items/port-fable-2031-03-11-item-4-1.html",
         "Two designs for the lamp \xE2\x80\x93 Agenda item 4.1 \xE2\x80\x93 Port Fable 2031<"},
        {"/proposals/port-fable-2031-03-11-proposal-1.html",
         "Buy design A \xE2\x80\x93 Proposal 1 \xE2\x80\x93 Port Fable 2031</title>"},
        {"/topics/harbour-light.html", "Harbour light \xE2\x80\x93 Topic \xE2\x80\x93 "},
        {"/topics/harbour-light/papers.html", "Papers of Harbour light \xE2\x80\x93 Port"},
        {NULL, NULL}});
}

Test(titles, the_title_of_a_search_or_a_comparison_says_what_was_chosen)
{
    expect_titles((const char *const[][2]){
        {"/search.html?q=harbour", "Search: harbour \xE2\x80\x93 "},
        {"/search.html?q=harbour&type=paper", "Search: harbour; papers \xE2\x80\x93 "},
        {"/search.html?q=harbour&type=paper,action&topic=harbour-light&year=2031",
         "Search: harbour; papers; actions; 2031; Harbour light \xE2\x80\x93 "},
        {"/search.html?q=harbour&limit=2&offset=2", "Search: harbour; from 3 \xE2\x80\x93 "},
        {"/compare.html?people=rosa-lark,anne-belette", "Rosa Lark and Anne Belette \xE2\x80\x93 "},
        {"/compare.html?people=rosa-lark,anne-belette&topic=harbour-light,moorings",
         "Rosa Lark and Anne Belette on Harbour light, Moorings \xE2\x80\x93 "},
        {NULL, NULL}});
}

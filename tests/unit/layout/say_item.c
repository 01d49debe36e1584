/* Titles of decisions, which name the item on which they were taken. */
#include "archive_fixture.h"
#include "layout/layout.h"

#include <criterion/criterion.h>
#include <string.h>

static const char minutes[] =
    "{'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'start_date': '2031-03-11'}],"
    " 'agenda_items': [{'id': 'fees', 'position': 1, 'title': 'Mooring fees', 'meeting': 'm'},"
    "  {'id': 'lease', 'position': 2, 'title': 'Lease', 'meeting': 'm'}],"
    " 'decisions': [{'id': 'a', 'title': 'Adopted.', 'meeting': 'm', 'agenda_item': 'fees'},"
    "  {'id': 'b', 'title': 'Adopted.', 'meeting': 'm', 'agenda_item': 'lease'},"
    "  {'id': 'c', 'title': 'The Lease ends.', 'meeting': 'm', 'agenda_item': 'lease'},"
    "  {'id': 'd', 'title': 'Closed.', 'meeting': 'm'}]}";

static struct archive_fixture fixture;

static void start(void)
{
    fixture = archive_fixture_create(load_text(minutes));
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(say_item, .init = start, .fini = stop);

Test(say_item, a_title_names_the_item_of_a_decision_unless_it_has_its_words)
{
    static const char *const cases[][2] = {{"a", "Mooring fees: Adopted."},
                                           {"b", "Lease: Adopted."},
                                           {"c", "The Lease ends."},
                                           {"d", "Closed."}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char title[SAY_TITLE_BYTES];
        const size_t length =
            say_title(find_record(fixture.archive, "decisions", cases[i][0]), title);
        cr_expect_str_eq(title, cases[i][1]);
        cr_expect_eq(length, strlen(cases[i][1]));
    }
}

static void expect_part(const char *target, const char *part, bool expected)
{
    const struct publication publication = {.pages = PAGES_ON, .url = "https://example.org"};
    const struct request request = {.target = target, .publication = &publication};
    struct response response;
    answer_request(&fixture, &request, &response);
    buffer_append_byte(&response.body, '\0');
    cr_expect_eq(strstr(response.body.bytes, part) != NULL, expected, "%s: %s", target, part);
    response_finish(&response);
}

Test(say_item, lists_hits_feeds_and_heads_tell_decisions_with_the_same_words_apart)
{
    static const char on_fees[] = "On <a href=\"/agenda_items/fees\"><bdi>Mooring fees</bdi></a>";
    expect_part("/decisions.html", on_fees, true);
    expect_part("/meetings/m.html", on_fees, true);
    expect_part("/search.html?q=adopted", "Decision on <bdi>Mooring fees</bdi>", true);
    expect_part("/agenda_items/fees/decisions.html", on_fees, false);
    expect_part("/feed.json", "\"Mooring fees: Adopted.\"", true);
    expect_part("/feed.atom", "<title>Lease: Adopted.</title>", true);
    expect_part("/decisions/a.html", "<title>Mooring fees: Adopted.", true);
}

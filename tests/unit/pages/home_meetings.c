/* The home page of an archive with many meetings. */
#include "archive_fixture.h"
#include "base/buffer.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ROWS_MAX = 60, /* meetings on the page */
    YEARS_MAX = 200,
    JSON_BYTES_MAX = 1 << 18,
    PART_BYTES = 200
};

#define SOURCES "\"sources\": [{\"document\": \"d\", \"lines\": \"1\"}]}"

static struct archive_fixture fixture;
static struct buffer json;
static char *page;

static void begin(void)
{
    buffer_init(&json, JSON_BYTES_MAX);
    buffer_append_text(&json,
                       "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"lines\": 9, " SOURCES
                       "], \"meetings\": [");
}

static void end(void)
{
    free(page);
    archive_fixture_finish(&fixture);
    buffer_finish(&json);
}

TestSuite(home_meetings, .init = begin, .fini = end);

/* Adds meetings on the first days of a year. */
static void add_meetings(int year, int count)
{
    for (int i = 0; i < count; i++) {
        char meeting[PART_BYTES];
        snprintf(meeting, sizeof meeting,
                 "%s{\"id\": \"m%d-%d\", \"name\": \"Meeting %d of %d\", \"status\": \"held\", "
                 "\"start_date\": \"%d-%02d-%02d\", " SOURCES,
                 json.bytes[json.length - 1] == '[' ? "" : ", ", year, i, i + 1, year, year,
                 1 + i / 28, 1 + i % 28);
        buffer_append_text(&json, meeting);
    }
}

static void get_page(void)
{
    buffer_append_text(&json, "]}");
    buffer_append_byte(&json, '\0');
    cr_assert(!json.failed);
    fixture = archive_fixture_create(load_json(json.bytes));
    page = get_body(&fixture, "/index.html");
}

static size_t count_of(const char *part)
{
    size_t count = 0;
    for (const char *at = page; (at = strstr(at, part)); at++)
        count++;
    return count;
}

/* Expects the link to the meetings of a year that are not on the page. */
static void expect_year(int year, int count)
{
    char link[PART_BYTES];
    snprintf(link, sizeof link,
             "<a href=\"/meetings?start_date=%d\">%d <span class=\"soft\">%d</span></a>", year,
             year, count);
    cr_expect_eq(count_of(link), 1, "%s\nis not once in\n%s", link, page);
}

Test(home_meetings, all_meetings_are_on_the_page_if_they_are_few)
{
    add_meetings(2031, ROWS_MAX / 2);
    add_meetings(2030, ROWS_MAX / 2);
    get_page();
    cr_expect_eq(count_of("href=\"/meetings/m20"), ROWS_MAX, "%s", page);
    cr_expect(strstr(page, "<h3>2031</h3>") && strstr(page, "<h3>2030</h3>"), "%s", page);
    cr_expect_not(strstr(page, "Earlier years"), "%s", page);
}

Test(home_meetings, a_year_that_is_not_on_the_page_as_a_whole_is_a_link)
{
    add_meetings(2029, 3);
    add_meetings(2030, ROWS_MAX - 39);
    add_meetings(2031, 40);
    get_page();
    cr_expect_eq(count_of("href=\"/meetings/m2031-"), 40, "%s", page);
    cr_expect_eq(count_of("href=\"/meetings/m2030-"), 0, "%s", page);
    expect_year(2030, ROWS_MAX - 39);
    expect_year(2029, 3);
    cr_expect(strstr(page, "sort=-start_date\">All 64 meetings</a>"), "%s", page);
}

Test(home_meetings, a_first_year_that_is_too_long_is_on_the_page_in_part)
{
    add_meetings(2031, ROWS_MAX + 1);
    get_page();
    cr_expect_eq(count_of("href=\"/meetings/m2031-"), ROWS_MAX, "%s", page);
    expect_year(2031, ROWS_MAX + 1);
}

/* Adds a meeting with a date, or without one. */
static void add_meeting(const char *id, const char *date)
{
    char meeting[PART_BYTES];
    snprintf(
        meeting, sizeof meeting,
        "%s{\"id\": \"%s\", \"name\": \"M\", \"status\": \"held\", \"start_date\": %s, " SOURCES,
        json.bytes[json.length - 1] == '[' ? "" : ", ", id, date);
    buffer_append_text(&json, meeting);
}

Test(home_meetings, each_heading_says_what_is_known_of_the_year_and_is_there_once)
{
    add_meeting("a", "\"1985-03-01\"");
    add_meeting("b", "\"198X\"");
    add_meeting("c", "\"1975\"");
    add_meeting("d", "\"197X\"");
    add_meeting("e", "null");
    add_meeting("f", "null");
    get_page();
    cr_expect_eq(count_of("<h3>1985</h3>"), 1, "%s", page);
    cr_expect_eq(count_of("<h3>The 1980s</h3>"), 1, "%s", page);
    cr_expect_eq(count_of("<h3>1975</h3>"), 1, "%s", page);
    cr_expect_eq(count_of("<h3>The 1970s</h3>"), 1, "%s", page);
    cr_expect_eq(count_of("<h3>Without a year</h3>"), 1, "%s", page);
    cr_expect(strstr(strstr(page, "<h3>Without a year</h3>"), "/meetings/f\""), "%s", page);
}

Test(home_meetings, two_hundred_earlier_years_are_links)
{
    for (int i = 0; i < ROWS_MAX + YEARS_MAX + 1; i++)
        add_meetings(2031 - i, 1);
    get_page();
    cr_expect_eq(count_of("/meetings?start_date="), YEARS_MAX, "%zu",
                 count_of("/meetings?start_date="));
    expect_year(2031 - ROWS_MAX, 1);
    expect_year(2031 - ROWS_MAX - YEARS_MAX + 1, 1);
    cr_expect(strstr(page, "All 261 meetings</a>"), "%s", page);
}

Test(home_meetings, less_than_one_thousand_have_no_comma_in_their_number)
{
    add_meetings(2030, 300);
    add_meetings(2031, 336);
    add_meetings(2032, 336);
    add_meetings(2033, 27);
    get_page();
    cr_expect(strstr(page, "<p class=\"lead\">999 meetings from 2030 to 2033.</p>"), "%s", page);
}

Test(home_meetings, one_thousand_have_a_comma_in_their_number)
{
    add_meetings(2030, 300);
    add_meetings(2031, 336);
    add_meetings(2032, 336);
    add_meetings(2033, 28);
    get_page();
    cr_expect(strstr(page, "<p class=\"lead\">1,000 meetings from 2030 to 2033.</p>"), "%s", page);
}

Test(home_meetings, one_year_is_that_of_the_only_meeting_with_a_date)
{
    add_meeting("a", "\"2031-03-01\"");
    add_meeting("b", "null");
    get_page();
    cr_expect(strstr(page, "<p class=\"lead\">2 meetings in 2031.</p>"), "%s", page);
}

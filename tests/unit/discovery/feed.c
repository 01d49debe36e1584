/* Feeds of the latest records. */
#include "discovery/discovery.h"

#include "archive_fixture.h"
#include "discovery/feed_date.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct publication known = {.pages = PAGES_ON, .url = "https://example.org"};

static const char record[] =
    "{'meetings': [{'id': 'm', 'name': 'First & Best', 'status': 'held', 'start_date': "
    "'2001-03-31'},"
    "  {'id': 'n', 'name': 'Second', 'status': 'held', 'start_date': '2002-05'},"
    "  {'id': 'u', 'name': 'Undated', 'status': 'planned'}],"
    " 'people': [{'id': 'a', 'name': 'Ada', 'attendance': [{'meeting': 'n'}]}],"
    " 'papers': [{'id': 'p', 'title': 'Tides', 'meeting': 'm', 'presenters': ['a'],"
    "  'abstract': 'They turn.'}],"
    " 'actions': [{'id': 'x', 'text': 'Measure', 'meeting': 'm', 'status': 'done',"
    "  'completed_date': '2003-01-02'}],"
    " 'decisions': [{'id': 'd', 'title': 'Watch', 'meeting': 'm'}]}";

/* Returns the answer, which the caller frees, or fails the test. */
static char *get_feed(const char *target)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(record));
    const struct request request = {.target = target, .base_path = "/b", .publication = &known};
    struct response response;
    answer_request(&fixture, &request, &response);
    buffer_append_byte(&response.body, '\0');
    char *body = strdup(response.body.bytes);
    cr_assert(body);
    cr_assert_eq(response.status, 200, "%s", body);
    response_finish(&response);
    archive_fixture_finish(&fixture);
    return body;
}

/* Expects the entries to have exactly these addresses, in this order. */
static void expect_entries(const char *target, const char *const *addresses)
{
    char *body = get_feed(target);
    json_t *feed = json_loads(body, 0, NULL);
    cr_assert(feed, "%s", body);
    json_t *items = json_object_get(feed, "items");
    size_t i;
    for (i = 0; addresses[i]; i++)
        cr_expect_str_eq(text_of(json_array_get(items, i), "url"), addresses[i], "%s", body);
    cr_expect_eq(json_array_size(items), i, "%s", body);
    json_decref(feed);
    free(body);
}

Test(feed, has_meetings_decisions_and_actions_by_their_dates_the_latest_first)
{
    expect_entries("/feed.json", (const char *const[]){"https://example.org/b/actions/x",
                                                       "https://example.org/b/meetings/n",
                                                       "https://example.org/b/meetings/m",
                                                       "https://example.org/b/decisions/d", NULL});
}

Test(feed, of_a_record_has_what_refers_to_it)
{
    expect_entries("/people/a/feed.json",
                   (const char *const[]){"https://example.org/b/papers/p", NULL});
    expect_entries("/meetings/m/feed.json",
                   (const char *const[]){"https://example.org/b/actions/x",
                                         "https://example.org/b/papers/p",
                                         "https://example.org/b/decisions/d", NULL});
}

/* Expects the first entry of the feed of a record to have a date. */
static void expect_first_date(const char *text, const char *target, const char *expected)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    const struct request request = {.target = target, .publication = &known};
    struct response response;
    answer_request(&fixture, &request, &response);
    json_t *feed = json_loadb(response.body.bytes, response.body.length, 0, NULL);
    cr_expect_str_eq(text_of(json_array_get(json_object_get(feed, "items"), 0), "date_published"),
                     expected, "%s", text);
    json_decref(feed);
    response_finish(&response);
    archive_fixture_finish(&fixture);
}

/* Expects the entry of a meeting with this start, in a city of this time zone, to have a date. */
static void expect_date(const char *zone, const char *start, const char *expected)
{
    char text[400];
    snprintf(text, sizeof text,
             "{'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'start_date': '%s'%s%s%s}]}",
             start, zone ? ", 'time_zone': '" : "", zone ? zone : "", zone ? "'" : "");
    expect_first_date(text, "/feed.json", expected);
}

Test(feed, a_record_has_its_date_or_that_of_its_session_or_of_the_meeting)
{
    static const char *const cases[][3] = {
        {"'session': 's', 'start_date': '2003-01-03'", "'start_date': '2003-01-02'",
         "2003-01-03T12:00:00Z"},
        {"'session': 's'", "'start_date': '2003-01-02'", "2003-01-02T12:00:00Z"},
        {"'session': 's'", "'number': 1", "2003-01-01T12:00:00Z"},
        {"'meeting': 'm'", "'number': 1", "2003-01-01T12:00:00Z"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[600];
        snprintf(text, sizeof text,
                 "{'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'start_date': "
                 "'2003-01-01'}], 'sessions': [{'id': 's', 'title': 'S', 'meeting': 'm', %s}], "
                 "'papers': [{'id': 'p', 'title': 'Tides', 'presenters': [], %s}]}",
                 cases[i][1], cases[i][0]);
        expect_first_date(text, "/search/feed.json?q=tides&type=paper", cases[i][2]);
    }
}

Test(feed, has_times_with_the_offset_of_the_place)
{
    expect_date("Asia/Shanghai", "2006-04-28T09:30", "2006-04-28T09:30:00+08:00");
    expect_date("America/St_Johns", "2006-01-28T09:30", "2006-01-28T09:30:00-03:30");
    expect_date("Europe/London", "2006-01-28T09:30", "2006-01-28T09:30:00Z");
    expect_date(NULL, "2006-04-28T09:30+02:00", "2006-04-28T07:30:00Z");
    expect_date("Asia/Shanghai", "2006-04-28T01:30Z", "2006-04-28T09:30:00+08:00");
}

/* Midnight in UTC would be the day before in America. */
Test(feed, has_days_at_noon_so_that_readers_show_the_same_day)
{
    expect_date("Asia/Shanghai", "2006-04-28", "2006-04-28T12:00:00+08:00");
    expect_date("Pacific/Auckland", "2006-01-28", "2006-01-28T12:00:00+13:00");
    expect_date(NULL, "2006-04-28", "2006-04-28T12:00:00Z");
    expect_date("Asia/Shanghai", "2006-04", "2006-04-01T12:00:00+08:00");
}

Test(feed, of_a_search_has_its_latest_results)
{
    expect_entries("/search/feed.json?q=first",
                   (const char *const[]){"https://example.org/b/meetings/m", NULL});
    expect_entries("/search/feed.json?q=measure+-nothing&type=action",
                   (const char *const[]){"https://example.org/b/actions/x", NULL});
    expect_entries("/search/feed.json?q=measure&type=paper", (const char *const[]){NULL});
    char *body = get_feed("/search/feed.atom?q=they%20turn&type=paper");
    cr_expect(
        strstr(body,
               "<title>Search: they turn</title>\n<link rel=\"self\" "
               "href=\"https://example.org/b/search/feed.atom?q=they%20turn&amp;type=paper\"/>"),
        "%s", body);
    cr_expect(strstr(body, "<link rel=\"alternate\" "
                           "href=\"https://example.org/b/search?q=they%20turn&amp;type=paper\"/>"),
              "%s", body);
    free(body);
}

Test(feed, of_a_search_takes_its_words_and_types_only)
{
    static const char *const targets[] = {"/search/feed.atom", "/search/feed.json?q=a&limit=3",
                                          "/search/feed.json?q=a&type=x"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        struct archive_fixture fixture = archive_fixture_create(load_text(record));
        const struct request request = {.target = targets[i], .publication = &known};
        struct response response;
        answer_request(&fixture, &request, &response);
        cr_expect_eq(response.status, 400, "%s", targets[i]);
        response_finish(&response);
        archive_fixture_finish(&fixture);
    }
}

Test(feed, names_the_page_that_it_is_about)
{
    static const char *const pages[][2] = {
        {"/feed.json", "\"home_page_url\":\"https://example.org/b/\""},
        {"/people/a/feed.json", "\"home_page_url\":\"https://example.org/b/people/a\""},
        {"/search/feed.json?q=x", "\"home_page_url\":\"https://example.org/b/search?q=x\""}};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        char *body = get_feed(pages[i][0]);
        cr_expect(strstr(body, pages[i][1]), "%s", body);
        free(body);
    }
}

Test(feed, in_atom_has_what_readers_require)
{
    static const char *const parts[] = {
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>rapporteur</title>\n",
        "<link rel=\"self\" href=\"https://example.org/b/feed.atom\"/>\n"
        "<id>https://example.org/b/feed.atom</id>\n",
        "<link rel=\"alternate\" href=\"https://example.org/b/\"/>\n",
        "<author>\n<name>rapporteur</name>\n</author>\n",
        "<entry>\n<title>First &amp; Best</title>\n"
        "<link rel=\"alternate\" href=\"https://example.org/b/meetings/m\"/>\n"
        "<id>https://example.org/b/meetings/m</id>\n<updated>2001-03-31T12:00:00Z</updated>\n"
        "<category term=\"meeting\"/>\n</entry>\n",
        "</feed>\n"};
    char *body = get_feed("/feed.atom");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        cr_expect(strstr(body, parts[i]), "%s\nnot in\n%s", parts[i], body);
    free(body);
    body = get_feed("/people/a/feed.atom");
    cr_expect(strstr(body, "<title>Ada</title>"), "%s", body);
    cr_expect(strstr(body, "<summary>They turn.</summary>"), "%s", body);
    free(body);
}

Test(feed, and_search_have_the_name_of_the_service)
{
    static const struct publication named = {
        .pages = PAGES_ON, .url = "https://example.org", .title = "Harbour & Tides of the Year"};
    static const char *const parts[][2] = {
        {"/feed.atom", "<title>Harbour &amp; Tides of the Year</title>"},
        {"/feed.json", "\"title\":\"Harbour & Tides of the Year\""},
        {"/opensearch.xml", "<ShortName>Harbour &amp; Tides </ShortName>"}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct archive_fixture fixture = archive_fixture_create(load_text(record));
        const struct request request = {.target = parts[i][0], .publication = &named};
        struct response response;
        answer_request(&fixture, &request, &response);
        buffer_append_byte(&response.body, '\0');
        cr_expect(strstr(response.body.bytes, parts[i][1]), "%s", response.body.bytes);
        response_finish(&response);
        archive_fixture_finish(&fixture);
    }
}

Test(feed, has_the_latest_fifty)
{
    char *text = calloc(1, 20000), *at = text;
    cr_assert(text);
    at += sprintf(at, "{'meetings': [");
    for (int i = 0; i < 120; i++)
        at += sprintf(at, "%s{'id': 'm%d', 'name': 'M', 'status': 'held', 'start_date': '%d'}",
                      i ? "," : "", i, 1900 + i * 7 % 120);
    sprintf(at, "]}");
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    const struct request request = {.target = "/feed.json", .publication = &known};
    struct response response;
    answer_request(&fixture, &request, &response);
    json_t *feed = json_loadb(response.body.bytes, response.body.length, 0, NULL);
    json_t *items = json_object_get(feed, "items");
    cr_expect_eq(json_array_size(items), 50);
    for (size_t i = 0; i < 50; i++) {
        char expected[40];
        snprintf(expected, sizeof expected, "%d-01-01T12:00:00Z", 2019 - (int)i);
        cr_expect_str_eq(text_of(json_array_get(items, i), "date_published"), expected);
    }
    json_decref(feed);
    response_finish(&response);
    archive_fixture_finish(&fixture);
    free(text);
}

Test(feed, of_an_unknown_record_or_without_an_address_is_not_found)
{
    static const struct request requests[] = {
        {.target = "/people/nobody/feed.atom", .publication = &known}, {.target = "/feed.atom"}};
    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
        struct archive_fixture fixture = archive_fixture_create(load_text(record));
        struct response response;
        answer_request(&fixture, &requests[i], &response);
        cr_expect_eq(response.status, 404, "%s", requests[i].target);
        response_finish(&response);
        archive_fixture_finish(&fixture);
    }
}

static const char dated[] =
    "{'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'time_zone': 'UTC',"
    "  'start_date': '2001-03-31'}, {'id': 'z', 'name': 'Z', 'status': 'held', 'time_zone': "
    "'Asia/Tokyo', 'start_date': '2002'},"
    "  {'id': 'u', 'name': 'U', 'status': 'planned'},"
    "  {'id': 'first', 'name': 'F', 'status': 'held', 'start_date': '0001-01-01'},"
    "  {'id': 'last', 'name': 'L', 'status': 'held', 'start_date': '9999-12-31'},"
    "  {'id': 'before', 'name': 'B', 'status': 'held', 'start_date': '0000-12-31'}],"
    " 'sessions': [{'id': 's', 'number': 1, 'meeting': 'm', 'start_date': '2001-04-01T10:30'},"
    "  {'id': 'undated', 'number': 2, 'meeting': 'm'}],"
    " 'papers': [{'id': 'of-meeting', 'title': 'P', 'meeting': 'z'},"
    "  {'id': 'of-session', 'title': 'P', 'session': 's', 'meeting': 'm'},"
    "  {'id': 'of-undated', 'title': 'P', 'session': 'undated'},"
    "  {'id': 'own', 'title': 'P', 'session': 's', 'start_date': '2001-04-02'},"
    "  {'id': 'nowhere', 'title': 'P', 'meeting': 'u'}],"
    " 'actions': [{'id': 'done', 'text': 'A', 'meeting': 'm', 'completed_date': '2003-01-02'},"
    "  {'id': 'open', 'text': 'A', 'meeting': 'm', 'due_date': '2004-01-02'}],"
    " 'documents': [{'id': 'd', 'title': 'D', 'date': '2005-06', 'meeting': 'm'}]}";

Test(feed, an_entry_has_the_date_of_its_record_or_else_of_its_session_or_meeting)
{
    static const struct {
        const char *collection, *id, *date;
    } cases[] = {{"meetings", "m", "2001-03-31T12:00:00Z"},
                 {"meetings", "z", "2002-01-01T12:00:00+09:00"},
                 {"meetings", "first", "0001-01-01T12:00:00Z"},
                 {"meetings", "last", "9999-12-31T12:00:00Z"},
                 {"meetings", "before", NULL},
                 {"meetings", "u", NULL},
                 {"sessions", "undated", "2001-03-31T12:00:00Z"},
                 {"papers", "of-meeting", "2002-01-01T12:00:00+09:00"},
                 {"papers", "of-session", "2001-04-01T10:30:00Z"},
                 {"papers", "of-undated", "2001-03-31T12:00:00Z"},
                 {"papers", "own", "2001-04-02T12:00:00Z"},
                 {"papers", "nowhere", NULL},
                 {"actions", "done", "2003-01-02T12:00:00Z"},
                 {"actions", "open", "2001-03-31T12:00:00Z"},
                 {"documents", "d", "2005-06-01T12:00:00Z"}};
    struct archive *archive = load_text(dated);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct feed_date date;
        char text[FEED_TIME_BYTES] = "none";
        if (feed_date_find(find_record(archive, cases[i].collection, cases[i].id), &date))
            feed_date_write(date.second, date.offset, text);
        cr_expect_str_eq(text, cases[i].date ? cases[i].date : "none", "%s", cases[i].id);
    }
    archive_destroy(archive);
}

/* The schedules of meetings, as XML and JSON. That they meet their schemas, and give the same
 * records again, is tested in tests/tools/formats/schedules.py. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DOCUMENT "'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"
#define SOURCES "'sources': [{'document': 'd'}]}"
#define MEETING(content) \
    "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," content SOURCES "],"
#define PAPER(id, content) "{'id': '" id "', 'meeting': 'm'," content SOURCES

TestSuite(programme);

/* Returns the schedule of the meeting "m" of a record. The caller frees it. */
static char *schedule_of(const char *record, const char *suffix)
{
    char target[60];
    struct archive_fixture fixture = archive_fixture_create(load_text(record));
    snprintf(target, sizeof target, "/meetings/m%s", suffix);
    char *body = get_body(&fixture, target);
    archive_fixture_finish(&fixture);
    return body;
}

static void expect_in_schedule(const char *record, const char *suffix, const char *expected)
{
    char *body = schedule_of(record, suffix);
    cr_expect(strstr(body, expected), "%s\nnot in\n%s", expected, body);
    free(body);
}

static void expect_no_schedule(const char *record)
{
    struct response response;
    struct archive_fixture fixture = archive_fixture_create(load_text(record));
    get_answer(&fixture, "/meetings/m.schedule.json", &response);
    buffer_append_byte(&response.body, '\0');
    cr_expect_eq(response.status, 404);
    cr_expect(strstr(response.body.bytes,
                     "meeting m is not available as \\\".schedule.json\\\": it has no paper "
                     "that takes place at a known time"),
              "%s", response.body.bytes);
    response_finish(&response);
    archive_fixture_finish(&fixture);
}

#define AT "'start_date': '2031-05-03T10:00:00+02:00',"

Test(programme, event_of_a_paper_in_xml)
{
    char *body = schedule_of(
        "{" DOCUMENT MEETING("") "'papers': [" PAPER(
            "p", "'title': 'A & B', 'kind': 'talk', 'abstract': 'x', 'track': 'T', 'room': 'R'," AT
                 "'end_date': '2031-05-03T11:30:00+02:00',") "]}",
        ".schedule.xml");
    const char *start = strstr(body, "  <conference>");
    cr_assert(start);
    cr_expect_str_eq(
        start, "  <conference>\n"
               "    <acronym>m___</acronym>\n"
               "    <title>M</title>\n"
               "    <days>1</days>\n"
               "  </conference>\n"
               "  <day index=\"1\" date=\"2031-05-03\" start=\"2031-05-03T00:00:00+02:00\" "
               "end=\"2031-05-04T00:00:00+02:00\">\n"
               "    <room name=\"R\">\n"
               "      <event guid=\"a13f55f3-a73f-859d-90ae-c2d35bb68c2a\" id=\"557798900\">\n"
               "        <room>R</room>\n"
               "        <title>A &amp; B</title>\n"
               "        <type>talk</type>\n"
               "        <date>2031-05-03T10:00:00+02:00</date>\n"
               "        <start>10:00</start>\n"
               "        <duration>01:30</duration>\n"
               "        <abstract>x</abstract>\n"
               "        <track>T</track>\n"
               "      </event>\n"
               "    </room>\n"
               "  </day>\n"
               "</schedule>\n");
    free(body);
}

Test(programme, time_without_an_offset_has_that_of_the_time_zone)
{
    expect_in_schedule("{" DOCUMENT MEETING("'time_zone': 'Europe/Lisbon',") "'papers': [" PAPER(
                           "p", "'start_date': '2031-05-03T10:00',") "]}",
                       ".schedule.xml", "<date>2031-05-03T10:00:00+01:00</date>");
    expect_in_schedule("{" DOCUMENT MEETING("") "'papers': [" PAPER(
                           "p", "'start_date': '2031-05-03T10:00Z',") "]}",
                       ".schedule.json", "\"date\":\"2031-05-03T10:00:00Z\"");
}

Test(programme, meeting_without_papers_at_known_times_has_no_schedule)
{
    expect_no_schedule("{" DOCUMENT MEETING("") "'papers': []}");
    expect_no_schedule(
        "{" DOCUMENT MEETING("") "'papers': [" PAPER("p", "'start_date': '2031-05-03',") "]}");
    expect_no_schedule("{" DOCUMENT MEETING("") "'papers': [" PAPER(
        "p", AT "'status': 'cancelled',") "," PAPER("q", AT "'status': 'withdrawn',") "]}");
}

Test(programme, papers_that_are_not_shown_are_counted)
{
    static const char record[] = "{" DOCUMENT MEETING("") "'papers': [" PAPER("p", AT) "," PAPER(
        "q", AT "'status': 'cancelled',") "," PAPER("r", "'title': 'Undated',") "]}";
    expect_in_schedule(record, ".schedule.xml",
                       "<!-- papers without a time, cancelled or withdrawn, not shown: 2 -->");
    expect_in_schedule(record, ".schedule.json", "\"papers_not_shown\":2");
}

#define IDS(guid, id)                                                                  \
    "'identifiers': [{'scheme': 'guid', 'value': '11111111-0000-4000-8000-" guid "'}," \
    "{'scheme': 'id', 'value': '" id "'}],"

Test(programme, no_two_events_have_the_same_keys)
{
    char *body = schedule_of(
        "{" DOCUMENT MEETING("") "'papers': [" PAPER("p", AT IDS("000000000001", "7")) "," PAPER(
            "q", AT IDS("000000000001", "7")) "]}",
        ".schedule.xml");
    const char *first = strstr(body, "000000000001\" id=\"7\"");
    cr_assert(first);
    cr_expect_null(strstr(first + 1, "000000000001"));
    cr_expect_null(strstr(first + 20, " id=\"7\""));
    free(body);
}

#define NUMBER(id) "'identifiers': [{'scheme': 'id', 'value': '" id "'}],"

/* The number of the paper "p" is 557798900, as the first test has it. */
Test(programme, a_number_that_the_record_gives_to_another_event_is_not_made_again)
{
    static const char record[] = "{" DOCUMENT MEETING("") "'papers': [" PAPER("p", AT) "," PAPER(
        "q", AT NUMBER("557798900")) "," PAPER("r", AT NUMBER("557798901")) "]}";
    expect_in_schedule(record, ".schedule.xml",
                       "guid=\"a13f55f3-a73f-859d-90ae-c2d35bb68c2a\" id=\"557798902\"");
}

Test(programme, text_is_escaped_and_has_only_characters_of_xml)
{
    static const char record[] = "{" DOCUMENT MEETING("") "'papers': [" PAPER(
        "p", AT "'title': 'a\\ufffe<b\\uffff', 'room': 'R\\\"\\n\\tx',") "]}";
    expect_in_schedule(record, ".schedule.xml", "<title>a\xEF\xBF\xBD&lt;b\xEF\xBF\xBD</title>");
    expect_in_schedule(record, ".schedule.xml", "<room name=\"R&quot;&#10;&#9;x\">");
    expect_in_schedule(record, ".schedule.json", "\"rooms\":{\"R\\\"\\n\\tx\":[{");
}

Test(programme, text_that_looks_like_html_is_escaped_as_html)
{
    expect_in_schedule("{" DOCUMENT MEETING("") "'papers': [" PAPER(
                           "p", AT "'abstract': 'a <b> & c\\nd\\n\\ne',") "]}",
                       ".schedule.json",
                       "\"abstract\":\"<p>a &lt;b&gt; &amp; c<br>\\nd</p>\\n<p>e</p>\"");
    expect_in_schedule(
        "{" DOCUMENT MEETING("") "'papers': [" PAPER("p", AT "'abstract': 'a < b & c',") "]}",
        ".schedule.json", "\"abstract\":\"a < b & c\"");
}

Test(programme, sessions_of_one_date_are_one_day)
{
    static const char record[] = "{" DOCUMENT MEETING(
        "") "'sessions': ["
            "{'id': 's', 'number': 1, 'meeting': 'm', 'start_date': "
            "'2031-05-03T09:00:00+02:00'," SOURCES
            ",{'id': 't', 'number': 2, 'meeting': 'm', 'start_date': "
            "'2031-05-03T14:00:00+02:00'," SOURCES
            ",{'id': 'u', 'number': 3, 'meeting': 'm', 'start_date': '2031-05-05'," SOURCES
            "], 'papers': [{'id': 'p', 'session': 's'," AT SOURCES
            ",{'id': 'q', 'session': 't'," AT SOURCES "]}";
    expect_in_schedule(record, ".schedule.json",
                       "\"index\":1,\"date\":\"2031-05-03\",\"day_start\":"
                       "\"2031-05-03T00:00:00+02:00\",\"day_end\":\"2031-05-04T00:00:00+02:00\"");
    expect_in_schedule(record, ".schedule.json",
                       "\"index\":2,\"date\":\"2031-05-05\",\"day_start\":"
                       "\"2031-05-05T00:00:00+02:00\",\"day_end\":\"2031-05-06T00:00:00+02:00\","
                       "\"rooms\":{}");
}

/* "2031-05-XX" has as many letters as a day. */
Test(programme, a_meeting_on_an_unknown_day_begins_on_the_first_day_of_its_programme)
{
    static const char record[] =
        "{" DOCUMENT MEETING("'start_date': '2031-05-XX',") "'papers': [" PAPER("p", AT) "]}";
    expect_in_schedule(record, ".schedule.json", "\"start\":\"2031-05-03\"");
}

Test(programme, duration_has_two_digits_for_hours_in_xml)
{
    static const char record[] = "{" DOCUMENT MEETING("") "'papers': [" PAPER(
        "p", AT "'end_date': '2031-05-13T10:00:00+02:00',") "]}";
    expect_in_schedule(record, ".schedule.xml", "<duration>99:59</duration>");
    expect_in_schedule(record, ".schedule.json",
                       "\"duration\":\"240:00\",\"end\":\"2031-05-13T10:00:00+02:00\"");
}

Test(programme, acronym_is_the_abbreviation_if_it_is_written_like_the_id)
{
    static const struct {
        const char *abbreviation, *acronym;
    } cases[] = {{"_m", "_m"}, {"m!", "m!"}, {"M", "M"}, {"mm", "m"}, {"n", "m"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char record[1000], expected[60];
        snprintf(record, sizeof record,
                 "{" DOCUMENT MEETING("'abbreviation': '%s',") "'papers': [" PAPER("p", AT) "]}",
                 cases[i].abbreviation);
        snprintf(expected, sizeof expected, "\"acronym\":\"%s\"", cases[i].acronym);
        expect_in_schedule(record, ".schedule.json", expected);
    }
}

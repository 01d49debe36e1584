/* How calendars and citations show dates that are not one day. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *get_dated(const char *record, const char *target)
{
    char text[600];
    snprintf(text, sizeof text,
             "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]%s", record);
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    char *body = get_body(&fixture, target);
    archive_fixture_finish(&fixture);
    return body;
}

static void expect_event(const char *dates, const char *expected)
{
    char record[400];
    snprintf(record, sizeof record,
             "}], 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'%s,"
             " 'sources': [{'document': 'd'}]}]}",
             dates);
    char *body = get_dated(record, "/meetings/m.ics");
    const char *start = strstr(body, "SUMMARY:M\r\n");
    cr_assert(start, "%s", body);
    cr_expect_str_eq(start + strlen("SUMMARY:M\r\n"), expected, "%s", dates);
    free(body);
}

static void expect_days(const char *dates, const char *first, const char *after)
{
    char expected[400];
    snprintf(expected, sizeof expected,
             "DTSTART;VALUE=DATE:%s\r\nDTEND;VALUE=DATE:%s\r\nSTATUS:CONFIRMED\r\n"
             "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
             first, after);
    expect_event(dates, expected);
}

Test(dates, a_calendar_entry_ends_on_the_day_after_its_last_day)
{
    expect_days(", 'start_date': '2001-03-01'", "20010301", "20010302");
    expect_days(", 'start_date': '2001-03-01', 'end_date': '2001-03-02'", "20010301", "20010303");
    expect_days(", 'start_date': '2001-01-31'", "20010131", "20010201");
    expect_days(", 'start_date': '2001-02-28'", "20010228", "20010301");
    expect_days(", 'start_date': '2000-02-28'", "20000228", "20000229");
    expect_days(", 'start_date': '2001-04-30'", "20010430", "20010501");
    expect_days(", 'start_date': '2001-12-31'", "20011231", "20020101");
    expect_days(", 'start_date': '0001-01-01'", "00010101", "00010102");
    expect_days(", 'start_date': '9999-12-30'", "99991230", "99991231");
}

static void expect_covered(const char *dates, const char *recorded, const char *first,
                           const char *after)
{
    char expected[600], description[200];
    snprintf(description, sizeof description,
             "DESCRIPTION:The date is recorded as %s\\; this entry covers all days that"
             " it may mean.",
             recorded);
    const size_t folded = 75;
    snprintf(expected, sizeof expected,
             "%.*s\r\n %s\r\nX-RAPPORTEUR-DATE:%s\r\nDTSTART;VALUE=DATE:%s\r\n"
             "DTEND;VALUE=DATE:%s\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
             "END:VCALENDAR\r\n",
             (int)folded, description, description + folded, recorded, first, after);
    expect_event(dates, expected);
}

Test(dates, a_calendar_entry_with_an_inexact_date_covers_all_days_and_says_so)
{
    expect_covered(", 'start_date': '2001'", "2001", "20010101", "20020101");
    expect_covered(", 'start_date': '2001-02'", "2001-02", "20010201", "20010301");
    expect_covered(", 'start_date': '2001-02-03?'", "2001-02-03?", "20010203", "20010204");
    expect_covered(", 'start_date': '2001-02-03', 'end_date': '2001-05'", "2001-02-03 to 2001-05",
                   "20010203", "20010601");
    expect_covered(", 'start_date': '2001-02', 'end_date': '2001-02-03'", "2001-02 to 2001-02-03",
                   "20010201", "20010204");
}

static void expect_journal(const char *dates, const char *recorded, const char *comment)
{
    char expected[300];
    snprintf(expected, sizeof expected, "%s%sCOMMENT:%s\r\nEND:VJOURNAL\r\nEND:VCALENDAR\r\n",
             recorded, *recorded ? "\r\n" : "", comment);
    expect_event(dates, expected);
}

Test(dates, a_meeting_that_has_no_first_or_last_day_is_a_journal_entry)
{
    static const char open[] = "The recorded date has no first or no last day.";
    expect_journal("", "", "The record gives no date.");
    expect_journal(", 'start_date': '2001-02-03/..'", "X-RAPPORTEUR-DATE:2001-02-03/..", open);
    expect_journal(", 'start_date': '../2001'", "X-RAPPORTEUR-DATE:../2001", open);
    expect_journal(", 'start_date': 'Y12345'", "X-RAPPORTEUR-DATE:Y12345", open);
    expect_journal(", 'start_date': '-0001'", "X-RAPPORTEUR-DATE:-0001", open);
    expect_journal(", 'start_date': '0000-12-31'", "", open);
    expect_journal(", 'start_date': '9999-12-31'", "", open);
}

static const struct {
    const char *date, *bibtex, *csl;
} citations[] = {
    {"2002", "year = {2002}\n}", "{\"date-parts\":[[2002]]}"},
    {"2002-01", "year = {2002},\n  month = jan\n}", "{\"date-parts\":[[2002,1]]}"},
    {"2002-12", "year = {2002},\n  month = dec\n}", "{\"date-parts\":[[2002,12]]}"},
    {"2002-05-06", "year = {2002},\n  month = may\n}", "{\"date-parts\":[[2002,5,6]]}"},
    {"2002-05?", "year = {2002},\n  month = may,\n  note = {date as recorded: 2002-05?}\n}",
     "{\"date-parts\":[[2002,5]],\"circa\":1}"},
    {"2002~", "year = {2002},\n  note = {date as recorded: 2002\\textasciitilde{}}\n}",
     "{\"date-parts\":[[2002]],\"circa\":1}"},
    {"2002%", "year = {2002},\n  note = {date as recorded: 2002\\%}\n}",
     "{\"date-parts\":[[2002]],\"circa\":1}"},
    {"2002/2003", "year = {2002},\n  note = {date as recorded: 2002/2003}\n}",
     "{\"date-parts\":[[2002],[2003]]}"},
    {"2002-03/2002-04", "year = {2002},\n  note = {date as recorded: 2002-03/2002-04}\n}",
     "{\"date-parts\":[[2002,3],[2002,4]]}"},
    {"2002-03-01/2002-03-09",
     "year = {2002},\n  month = mar,\n  note = {date as recorded: 2002-03-01/2002-03-09}\n}",
     "{\"date-parts\":[[2002,3,1],[2002,3,9]]}"},
    {"200X", "year = {2000},\n  note = {date as recorded: 200X}\n}",
     "{\"date-parts\":[[2000],[2009]],\"circa\":1}"},
    {"2002-21", "year = {2002},\n  note = {date as recorded: 2002-21}\n}",
     "{\"date-parts\":[[2002]],\"season\":1}"},
    {"2002-05-XX", "year = {2002},\n  month = may,\n  note = {date as recorded: 2002-05-XX}\n}",
     "{\"date-parts\":[[2002,5]]}"},
    {"2002-05-06/2003", "year = {2002},\n  note = {date as recorded: 2002-05-06/2003}\n}",
     "{\"date-parts\":[[2002,5,6],[2003]]}"},
    {"-0043", "year = {-43},\n  note = {date as recorded: -0043}\n}", "{\"literal\":\"-0043\"}"},
    {"0001/9999", "year = {1},\n  note = {date as recorded: 0001/9999}\n}",
     "{\"date-parts\":[[1],[9999]]}"},
    {"0000/9999", "year = {0},\n  note = {date as recorded: 0000/9999}\n}",
     "{\"literal\":\"0000/9999\"}"},
    {"2002/Y10000", "year = {2002},\n  note = {date as recorded: 2002/Y10000}\n}",
     "{\"literal\":\"2002/Y10000\"}"},
    {"2002/..", "year = {2002},\n  note = {date as recorded: 2002/..}\n}",
     "{\"literal\":\"2002/..\"}"},
    {"../2002", "title = {{D}},\n  note = {date as recorded: ../2002}\n}",
     "{\"literal\":\"../2002\"}"},
    {"Y12345", "year = {12345},\n  note = {date as recorded: Y12345}\n}",
     "{\"literal\":\"Y12345\"}"},
    {"2002/200X", "year = {2002},\n  note = {date as recorded: 2002/200X}\n}",
     "{\"date-parts\":[[2002],[2009]],\"circa\":1}"},
    {"2002-24", "year = {2002},\n  note = {date as recorded: 2002-24}\n}",
     "{\"date-parts\":[[2002]],\"season\":4}"},
};

Test(dates, a_citation_has_the_parts_of_a_date_that_are_known)
{
    for (size_t i = 0; i < sizeof citations / sizeof *citations; i++) {
        char record[100];
        snprintf(record, sizeof record, ", 'date': '%s'}]}", citations[i].date);
        char *bibtex = get_dated(record, "/documents/d.bib");
        cr_expect(strstr(bibtex, citations[i].bibtex), "%s: %s", citations[i].date, bibtex);
        free(bibtex);
        char *csl = get_dated(record, "/documents/d.csl.json");
        char *issued = strstr(csl, "\"issued\":");
        cr_assert(issued, "%s: %s", citations[i].date, csl);
        cr_expect_eq(strncmp(issued + 9, citations[i].csl, strlen(citations[i].csl)), 0, "%s: %s",
                     citations[i].date, issued);
        free(csl);
    }
}

static void expect_meeting_date(const char *dates, const char *expected)
{
    char record[500];
    snprintf(record, sizeof record,
             "}], 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'%s,"
             " 'sources': [{'document': 'd'}]}],"
             " 'proposals': [{'id': 'p', 'number': 1, 'title': 'P', 'text': 'T', 'meeting': 'm',"
             " 'sources': [{'document': 'd'}]}]}",
             dates);
    char *csl = get_dated(record, "/proposals/p.csl.json");
    char *issued = strstr(csl, "\"issued\":");
    cr_assert(issued || !*expected, "%s", csl);
    if (issued)
        cr_expect_eq(strncmp(issued + 9, expected, strlen(expected)), 0, "%s: %s", dates, issued);
    free(csl);
}

Test(dates, a_citation_of_a_meeting_has_its_first_and_last_day)
{
    expect_meeting_date("", "");
    expect_meeting_date(", 'start_date': '2001-03-01'", "{\"date-parts\":[[2001,3,1]]}");
    expect_meeting_date(", 'start_date': '2001-03-01', 'end_date': '2001-03-02'",
                        "{\"date-parts\":[[2001,3,1],[2001,3,2]]}");
    expect_meeting_date(", 'start_date': '2001-03', 'end_date': '2001-04?'",
                        "{\"date-parts\":[[2001,3],[2001,4]],\"circa\":1}");
    expect_meeting_date(", 'start_date': '2001-03-01', 'end_date': '2001-04/2001-05'",
                        "{\"date-parts\":[[2001,3,1],[2001,5]],\"circa\":1}");
}

static void expect_item(const char *dates, const char *expected)
{
    char record[400];
    snprintf(record, sizeof record,
             "}], 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'time_zone': "
             "'Europe/Lisbon'}], 'agenda_items': [{'id': 'i', 'meeting': 'm', 'position': 1, "
             "'title': 'I', %s}]}",
             dates);
    char *body = get_dated(record, "/agenda_items/i.ics");
    cr_expect(strstr(body, expected), "%s: %s", dates, body);
    free(body);
}

Test(dates, a_duration_ends_an_entry_and_nothing_else_does_without_a_last_date)
{
    expect_item("'start_date': '2031-05-03', 'duration': 'P1D'",
                "DTSTART;VALUE=DATE:20310503\r\nDTEND;VALUE=DATE:20310504\r\n");
    expect_item("'start_date': '2031-05-03', 'duration': 'P2D'",
                "DTSTART;VALUE=DATE:20310503\r\nDTEND;VALUE=DATE:20310505\r\n");
    expect_item("'start_date': '2031-05-03', 'duration': 'P1W'",
                "DTSTART;VALUE=DATE:20310503\r\nDTEND;VALUE=DATE:20310510\r\n");
    expect_item("'start_date': '2031-05-03', 'duration': 'PT2H'",
                "DTSTART;VALUE=DATE:20310503\r\nDTEND;VALUE=DATE:20310504\r\n");
    expect_item("'start_date': '2031-05-03T10:00', 'duration': 'P1DT1H'",
                "DTSTART;TZID=Europe/Lisbon:20310503T100000\r\n"
                "DTEND;TZID=Europe/Lisbon:20310504T110000\r\n");
    expect_item("'start_date': '2031-05-03T10:00', 'duration': 'PT45S'",
                "DTSTART;TZID=Europe/Lisbon:20310503T100000\r\n"
                "DTEND;TZID=Europe/Lisbon:20310503T100045\r\n");
    expect_item("'start_date': '2031-05-03', 'end_date': '2031-05-04', 'duration': 'P5D'",
                "DTSTART;VALUE=DATE:20310503\r\nDTEND;VALUE=DATE:20310505\r\n");
    expect_item("'start_date': '2031-05-03T10:00', 'duration': 'P1M'",
                "DTSTART;TZID=Europe/Lisbon:20310503T100000\r\nSTATUS");
}

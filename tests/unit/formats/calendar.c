/* iCalendar files have the properties that calendar programs show. */
#include "calendar/calendar.h"
#include "archive_fixture.h"
#include "calendar/calendar_status.h"
#include "formats/format.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Test(calendar, location_of_the_shipped_meeting_is_its_venue_city_and_country)
{
    struct archive_fixture fixture = archive_fixture_create(load_shipped_record());
    char *body = get_body(&fixture, "/meetings/beijing-2006.ics");
    cr_expect(strstr(body, "\r\nLOCATION:Beijing New Plaza Hotel\\, Beijing\\, CN\r\n"), "%s",
              body);
    free(body);
    archive_fixture_finish(&fixture);
}

Test(calendar, a_meeting_has_all_properties_that_calendars_show)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(
        "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"
        " 'meetings': [{'id': 'm', 'name': 'First, of all', 'kind': 'workshop', 'status': 'held',"
        "  'start_date': '2001-03-01', 'end_date': '2001-03-02', 'venue': 'Hall; old',"
        "  'city': 'Lisbon', 'country': 'PT', 'summary': 'Tides.',"
        "  'sources': [{'document': 'd'}]}]}"));
    char *body = get_body(&fixture, "/meetings.ics");
    cr_expect_str_eq(body, "BEGIN:VCALENDAR\r\n"
                           "VERSION:2.0\r\n"
                           "PRODID:-//rapporteur//EN\r\n"
                           "CALSCALE:GREGORIAN\r\n"
                           "NAME:rapporteur: meetings\r\n"
                           "X-WR-CALNAME:rapporteur: meetings\r\n"
                           "BEGIN:VEVENT\r\n"
                           "UID:meeting-m@rapporteur\r\n"
                           "DTSTAMP:19700101T000000Z\r\n"
                           "SUMMARY:First\\, of all\r\n"
                           "DESCRIPTION:Tides.\r\n"
                           "CATEGORIES:workshop\r\n"
                           "DTSTART;VALUE=DATE:20010301\r\n"
                           "DTEND;VALUE=DATE:20010303\r\n"
                           "LOCATION:Hall\\; old\\, Lisbon\\, PT\r\n"
                           "STATUS:CONFIRMED\r\n"
                           "TRANSP:TRANSPARENT\r\n"
                           "END:VEVENT\r\n"
                           "END:VCALENDAR\r\n");
    free(body);
    archive_fixture_finish(&fixture);
}

Test(calendar, a_status_is_what_the_record_says_and_not_what_is_inferred)
{
    static const char *const cases[][3] = {
        {"planned", "", "\r\nSTATUS:TENTATIVE\r\n"},
        {"planned", "'inferred': ['status'],", NULL},
        {"held", "'inferred': ['kind', 'status'],", NULL},
        {"cancelled", "", "\r\nSTATUS:CANCELLED\r\n"},
        {"held", "'inferred': ['kind'],", "\r\nSTATUS:CONFIRMED\r\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[700];
        snprintf(text, sizeof text,
                 "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"
                 " 'meetings': [{'id': 'm', 'name': 'M', 'kind': 'workshop', 'status': '%s',"
                 "  'start_date': '2031-05-03', %s 'sources': [{'document': 'd'}]}],"
                 " 'sessions': [{'id': 's', 'meeting': 'm', 'title': 'S', 'start_date': "
                 "'2031-05-03T10:00:00Z', 'sources': [{'document': 'd'}]}]}",
                 cases[i][0], cases[i][1]);
        struct archive_fixture fixture = archive_fixture_create(load_text(text));
        static const char *const targets[] = {"/meetings.ics", "/sessions.ics"};
        for (size_t j = 0; j < sizeof targets / sizeof *targets; j++) {
            char *body = get_body(&fixture, targets[j]);
            cr_expect(cases[i][2] ? strstr(body, cases[i][2]) != NULL : !strstr(body, "STATUS"),
                      "%s: %s", cases[i][0], body);
            free(body);
        }
        archive_fixture_finish(&fixture);
    }
}

Test(calendar, an_event_has_all_properties_that_calendars_show)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(
        "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"
        " 'events': [{'id': 'e', 'date': '2004-02', 'title': 'High water', 'kind': 'other',"
        "  'description': 'Wet.', 'certainty': 'certain', 'sources': [{'document': 'd'}]}]}"));
    char *body = get_body(&fixture, "/events/e.ics");
    cr_expect(
        strstr(body,
               "\r\nSUMMARY:High water\r\n"
               "DESCRIPTION:Wet.\\n\\nThe date is recorded as 2004-02\\; this entry covers all\r\n"
               "  days that it may mean.\r\n"
               "CATEGORIES:other\r\n"
               "X-RAPPORTEUR-DATE:2004-02\r\n"
               "DTSTART;VALUE=DATE:20040201\r\n"
               "DTEND;VALUE=DATE:20040301\r\n"
               "STATUS:CONFIRMED\r\n"),
        "%s", body);
    free(body);
    archive_fixture_finish(&fixture);
}

Test(calendar, planned_and_uncertain_events_are_tentative)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(
        "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"
        " 'meetings': [{'id': 'm', 'name': 'M', 'status': 'planned', 'start_date': '2001-03-01',"
        "  'sources': [{'document': 'd'}]}],"
        " 'events': [{'id': 'a', 'date': '2001', 'title': 'A', 'certainty': 'probable',"
        "  'sources': [{'document': 'd'}]},"
        "  {'id': 'b', 'date': '2001', 'title': 'B', 'certainty': 'planned',"
        "  'sources': [{'document': 'd'}]}]}"));
    static const char *const targets[] = {"/meetings/m.ics", "/events/a.ics", "/events/b.ics"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        char *body = get_body(&fixture, targets[i]);
        cr_expect(strstr(body, "\r\nSTATUS:TENTATIVE\r\n"), "%s: %s", targets[i], body);
        free(body);
    }
    archive_fixture_finish(&fixture);
}

#define SOURCED "'sources': [{'document': 'd'}]"

/* A meeting in two parts, with a record of each kind that calendars show. */
static const char programme[] =
    "{'documents': [{'id': 'd', 'title': 'D', " SOURCED "}],"
    " 'organizations': [{'id': 'o', 'name': 'Crew, night', " SOURCED "}],"
    " 'people': [{'id': 'p', 'name': 'Pia', 'email': 'pia@example.org', " SOURCED "}],"
    " 'topics': [{'id': 't', 'label': 'Lamps; oil', " SOURCED "}],"
    " 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'time_zone': 'Europe/Lisbon',"
    "   'start_date': '2031-03-29', 'end_date': '2031-03-31', 'venue': 'Hall', 'city': 'Faro',"
    "   'web_links': [{'url': 'https://example.org/a.pdf', 'media_type': 'application/pdf'},"
    "     {'url': 'https://example.org/m', 'kind': 'page'},"
    "     {'url': 'https://example.org/n', 'kind': 'page'}], " SOURCED "}],"
    " 'sessions': [{'id': 's', 'meeting': 'm', 'title': 'S', 'kind': 'talks', 'number': 1,"
    "   'start_date': '2031-03-29T22:00', 'end_date': '2031-03-30T03:00', 'room': 'R 1', " SOURCED
    "   }, {'id': 's-1', 'meeting': 'm', 'parent': 's', 'number': 1, 'title': 'Part', " SOURCED
    "}],"
    " 'agenda_items': [{'id': 'i', 'meeting': 'm', 'position': 1, 'title': 'I',"
    "   'start_date': '2031-03-30T00:30', 'duration': 'PT1H', " SOURCED "}],"
    " 'papers': [{'id': 'q', 'title': 'Q', 'kind': 'talk', 'session': 's', 'presenters': ['p'],"
    "   'start_date': '2031-03-29T22:00:00Z', 'status': 'cancelled', 'topics': ['t'], " SOURCED "},"
    "   {'id': 'r', 'session': 's', 'agenda_item': 'i', " SOURCED "}],"
    " 'actions': [{'id': 'a', 'meeting': 'm', 'session': 's', 'text': 'Light it.',"
    "   'owners': ['people/p', 'organizations/o'], 'owner_text': 'all', 'due_date': '2031-04',"
    "   'status': 'open', " SOURCED "}, {'id': 'b', 'meeting': 'm', 'text': 'Done.',"
    "   'due_date': '2031-04-01T10:00', 'completed_date': '2031-03-31T23:30', 'status': 'done',"
    "   " SOURCED "}, {'id': 'c', 'meeting': 'm', 'text': 'Drop it.', 'status': 'dropped', " SOURCED
    "   }, {'id': 'e', 'meeting': 'm', 'text': 'Some day.', 'due_date': '2031/..', " SOURCED "}]}";

/* Expects lines, which follow each other, in the answer to a request for the programme. */
static void expect_lines(const char *target, const char *lines)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(programme));
    char *body = get_body(&fixture, target);
    cr_expect(strstr(body, lines), "%s: %s", target, body);
    free(body);
    archive_fixture_finish(&fixture);
}

Test(calendar, a_page_is_the_url_and_other_links_are_attached)
{
    expect_lines("/meetings/m.ics",
                 "\r\nATTACH;FMTTYPE=application/pdf:https://example.org/a.pdf\r\n"
                 "URL:https://example.org/m\r\n"
                 "ATTACH:https://example.org/n\r\n");
}

Test(calendar, a_session_is_in_its_room_at_the_venue_of_its_meeting)
{
    expect_lines("/sessions/s.ics", "\r\nCATEGORIES:talks\r\n"
                                    "RELATED-TO:meeting-m@rapporteur\r\n"
                                    "DTSTART;TZID=Europe/Lisbon:20310329T220000\r\n"
                                    "DTEND;TZID=Europe/Lisbon:20310330T030000\r\n"
                                    "LOCATION:R 1\\, Hall\\, Faro\r\n"
                                    "STATUS:CONFIRMED\r\n");
    expect_lines("/sessions/s-1.ics", "\r\nSUMMARY:Part\r\nRELATED-TO:session-s@rapporteur\r\n"
                                      "COMMENT:The record gives no date.\r\nEND:VJOURNAL\r\n");
}

Test(calendar, a_duration_ends_an_agenda_item_across_a_change_of_the_clocks)
{
    expect_lines("/agenda_items/i.ics", "\r\nDTSTART;TZID=Europe/Lisbon:20310330T003000\r\n"
                                        "DTEND;TZID=Europe/Lisbon:20310330T023000\r\n");
}

Test(calendar, a_paper_has_its_slot_presenters_and_topics)
{
    expect_lines("/papers/q.ics", "\r\nCATEGORIES:talk\r\nCATEGORIES:Lamps\\; oil\r\n"
                                  "CONTACT:Pia\r\nRELATED-TO:session-s@rapporteur\r\n"
                                  "DTSTART;TZID=Europe/Lisbon:20310329T220000\r\n"
                                  "LOCATION:R 1\\, Hall\\, Faro\r\nSTATUS:CANCELLED\r\n");
    expect_lines("/sessions/s/papers.ics", "\r\nUID:paper-r@rapporteur\r\n");
    expect_lines("/papers/r.ics", "\r\nRELATED-TO:agenda_item-i@rapporteur\r\n");
}

Test(calendar, an_action_is_a_to_do)
{
    expect_lines("/actions/a.ics",
                 "\r\nSUMMARY:Light it.\r\n"
                 "DESCRIPTION:The date is recorded as 2031-04\\; this entry is due on the last\r\n"
                 "  day that it may mean.\r\n"
                 "CONTACT:Pia\r\nCONTACT:Crew\\, night\r\nCONTACT:all\r\n"
                 "RELATED-TO:session-s@rapporteur\r\n"
                 "X-RAPPORTEUR-DATE:2031-04\r\nDUE;VALUE=DATE:20310430\r\n"
                 "STATUS:NEEDS-ACTION\r\nEND:VTODO\r\n");
    expect_lines("/actions/b.ics", "\r\nDUE;TZID=Europe/Lisbon:20310401T100000\r\n"
                                   "COMPLETED:20310331T223000Z\r\nSTATUS:COMPLETED\r\n");
    expect_lines("/actions/c.ics", "\r\nSUMMARY:Drop it.\r\nRELATED-TO:meeting-m@rapporteur\r\n"
                                   "STATUS:CANCELLED\r\nEND:VTODO\r\n");
    expect_lines("/actions/e.ics", "\r\nX-RAPPORTEUR-DATE:2031/..\r\n"
                                   "COMMENT:The recorded date has no first or no last day.\r\n"
                                   "END:VTODO\r\n");
}

Test(calendar, a_file_has_each_time_zone_once_before_its_entries)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(programme));
    char *body = get_body(&fixture, "/sessions.ics");
    const char *zone = strstr(body, "\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Lisbon\r\n");
    cr_assert(zone, "%s", body);
    cr_expect_lt(zone, strstr(body, "BEGIN:VEVENT"));
    cr_expect_null(strstr(zone + 10, "BEGIN:VTIMEZONE"));
    free(body);
    archive_fixture_finish(&fixture);
}

Test(calendar, times_beyond_the_year_2499_are_written_in_utc)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(
        "{'documents': [{'id': 'd', 'title': 'D', " SOURCED "}],"
        " 'meetings': [{'id': 'm', 'name': 'M', 'status': 'planned', 'time_zone': 'Asia/Tokyo',"
        "  'start_date': '2500-01-02T10:00', " SOURCED "}]}"));
    char *body = get_body(&fixture, "/meetings/m.ics");
    cr_expect(strstr(body, "\r\nDTSTART:25000102T010000Z\r\n"), "%s", body);
    cr_expect_null(strstr(body, "VTIMEZONE"));
    free(body);
    archive_fixture_finish(&fixture);
}

/* Reports whether a status is one of a component (RFC 5545, section 3.8.1.11). */
static bool is_status_of(bool task, const char *status)
{
    static const char *const allowed[2][4] = {
        {"TENTATIVE", "CONFIRMED", "CANCELLED", NULL},
        {"NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"}};
    for (size_t i = 0; status && i < 4 && allowed[task][i]; i++)
        if (strcmp(allowed[task][i], status) == 0)
            return true;
    return false;
}

Test(calendar, every_recorded_status_has_one_of_its_component)
{
    size_t entries = 0;
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct field_list fields = record_types[i]->fields;
        const struct field *status = field_list_with_role(fields, ROLE_EVENT_STATUS);
        if (!format_is_for(&format_calendar, record_types[i], false))
            continue;
        entries++;
        for (const char *const *word = status ? status->choices : NULL; word && *word; word++)
            cr_expect(is_status_of(field_list_with_role(fields, ROLE_DUE), calendar_status(*word)),
                      "%s of a %s", *word, record_types[i]->name);
    }
    cr_expect_eq(entries, 6);
    cr_expect_null(calendar_status("unknown"));
}

/* A part of a part, and so on, up to eight levels below the session with the room. */
Test(calendar, a_part_of_a_session_is_in_its_room_eight_levels_below_and_no_deeper)
{
    char text[4000] =
        "{'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'start_date': '2031-05-03'}], "
        "'sessions': [{'id': 's-0', 'number': 1, 'meeting': 'm', 'room': 'Attic', 'start_date': "
        "'2031-05-03'}";
    for (int i = 1; i < 10; i++)
        sprintf(text + strlen(text),
                ", {'id': 's-%d', 'number': 1, 'meeting': 'm', 'parent': 's-%d', 'start_date': "
                "'2031-05-03'}",
                i, i - 1);
    strcat(text, "]}");
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    for (int i = 0; i < 10; i++) {
        char target[40];
        sprintf(target, "/sessions/s-%d.ics", i);
        char *body = get_body(&fixture, target);
        cr_expect_eq(strstr(body, "\r\nLOCATION:Attic\r\n") != NULL, i <= 8, "%s: %s", target,
                     body);
        free(body);
    }
    archive_fixture_finish(&fixture);
}

Test(calendar, a_cancelled_meeting_without_a_date_is_cancelled)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(
        "{'documents': [{'id': 'd', 'title': 'D'}], 'meetings': ["
        "{'id': 'off', 'name': 'Off', 'status': 'cancelled', 'sources': [{'document': 'd'}]},"
        "{'id': 'on', 'name': 'On', 'status': 'planned', 'sources': [{'document': 'd'}]}]}"));
    char *off = get_body(&fixture, "/meetings/off.ics"),
         *on = get_body(&fixture, "/meetings/on.ics");
    cr_expect(
        strstr(off, "COMMENT:The record gives no date.\r\nSTATUS:CANCELLED\r\nEND:VJOURNAL\r\n"),
        "%s", off);
    cr_expect_not(strstr(on, "STATUS:"), "%s", on);
    free(off);
    free(on);
    archive_fixture_finish(&fixture);
}

/* Returns the lists and records of a service with two sources and a public address. */
static struct archive_fixture dated_fixture(void)
{
    return archive_fixture_create(load_text(
        "{'documents': [{'id': 'd', 'title': 'D', 'date': '2001-05', 'sources': "
        "[{'document': 'd'}]}, {'id': 'e', 'title': 'E', 'date': '2000-05-01', 'sources': "
        "[{'document': 'd'}]}],"
        " 'meetings': [{'id': 'm', 'name': 'Tides, twice', 'status': 'held',"
        "  'start_date': '2001-03-01', 'sources': [{'document': 'd'}]}],"
        " 'agenda_items': [{'id': 'i', 'meeting': 'm', 'position': 1, 'title': 'I'}]}"));
}

static void expect_in_calendar(const struct publication *publication, const char *target,
                               const char *expected)
{
    struct archive_fixture fixture = dated_fixture();
    const struct request request = {
        .method = METHOD_GET, .target = target, .publication = publication};
    struct response response;
    response_init(&response);
    answer_request(&fixture, &request, &response);
    buffer_append_byte(&response.body, '\0');
    cr_expect(strstr(response.body.bytes, expected), "%s: %s", target, response.body.bytes);
    response_finish(&response);
    archive_fixture_finish(&fixture);
}

/* Two services may have records with the same ids; a calendar shows one entry for each UID. */
Test(calendar, uids_have_the_host_of_the_public_address)
{
    const struct publication publication = {.url = "https://record.example:8443"};
    expect_in_calendar(&publication, "/meetings.ics", "\r\nUID:meeting-m@record.example\r\n");
    expect_in_calendar(&publication, "/agenda_items/i.ics",
                       "\r\nRELATED-TO:meeting-m@record.example\r\n");
    expect_in_calendar(NULL, "/meetings.ics", "\r\nUID:meeting-m@rapporteur\r\n");
}

Test(calendar, a_list_has_a_name)
{
    const struct publication publication = {.title = "Harbour"};
    expect_in_calendar(&publication, "/meetings.ics",
                       "\r\nNAME:Harbour: meetings\r\nX-WR-CALNAME:Harbour: meetings\r\n");
    expect_in_calendar(NULL, "/meetings/m/agenda_items.ics",
                       "\r\nNAME:Tides\\, twice: agenda items\r\n");
}

/* RFC 5545, section 3.4, requires a component. */
Test(calendar, an_empty_list_has_the_component_of_utc)
{
    expect_in_calendar(NULL, "/meetings.ics?start_date__gt=2040",
                       "\r\nBEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\nBEGIN:STANDARD\r\n");
}

/* Copies of a record on several servers have files with different times. */
Test(calendar, the_stamp_of_an_entry_is_the_date_of_the_newest_source)
{
    expect_in_calendar(NULL, "/meetings.ics", "\r\nDTSTAMP:20010501T000000Z\r\nSUMMARY:");
}

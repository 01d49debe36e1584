/* iCalendar files have the properties that calendar programs show. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
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

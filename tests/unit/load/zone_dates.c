/* Dates and times in time zones: filters and orders compare instants, a day is that of its zone,
 * and calendars know the zone. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct archive_fixture fixture;

static void set_up(void)
{
    fixture = archive_fixture_create(load_text(
        "{'meetings': [{'id': 'ny', 'name': 'N', 'status': 'held', 'time_zone': "
        "'America/New_York', 'start_date': '2031-05-03T18:10', 'end_date': '2031-05-03T20:00'}, "
        "{'id': 'utc', 'name': 'U', 'status': 'held', 'start_date': '2031-05-03T23:10:00-04:00'}, "
        "{'id': 'day', 'name': 'D', 'status': 'held', 'time_zone': 'Asia/Tokyo', 'start_date': "
        "'2031-05-03'}], 'sessions': [{'id': 's', 'meeting': 'ny', 'start_date': "
        "'2031-05-03T19:00'}], 'papers': [{'id': 'p', 'session': 's', 'start_date': "
        "'2031-05-03T19:30'}]}"));
}

static void tear_down(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(zone_dates, .init = set_up, .fini = tear_down);

static void expect_ids(const char *target, const char *expected)
{
    char ids[200] = "";
    size_t i;
    json_t *record, *body = answer_json(&fixture, target, 200, NULL);
    json_array_foreach(json_object_get(body, "data"), i, record)
    {
        strcat(ids, i ? " " : "");
        strcat(ids, text_of(record, "id"));
    }
    cr_expect_str_eq(ids, expected, "%s: %s", target, ids);
    json_decref(body);
}

Test(zone_dates, a_day_matches_the_times_on_that_day_in_the_zone_of_the_meeting)
{
    expect_ids("/meetings?start_date=2031-05-03", "ny day");
    expect_ids("/meetings?start_date=2031-05-04", "utc");
    expect_ids("/meetings?start_date=2031-05", "ny utc day");
    expect_ids("/meetings?start_date=2031-05-03T18:10", "ny");
}

Test(zone_dates, times_with_an_offset_are_compared_as_instants)
{
    expect_ids("/meetings?start_date__gte=2031-05-03T22:10:00Z", "ny utc");
    expect_ids("/meetings?start_date__gt=2031-05-03T22:10:59Z", "utc");
    expect_ids("/meetings?start_date=2031-05-04T05:10:00%2B02:00", "utc");
    expect_ids("/meetings?start_date=2031-05-04T05:10:00+02:00", "utc");
    expect_ids("/meetings?sort=start_date", "day ny utc");
    expect_ids("/meetings?sort=-start_date", "utc ny day");
}

Test(zone_dates, a_record_has_the_zone_of_the_meeting_that_it_belongs_to)
{
    expect_ids("/sessions?start_date__lt=2031-05-03T23:01:00Z", "s");
    expect_ids("/sessions?start_date__lt=2031-05-03T22:59:00Z", "");
    expect_ids("/papers?start_date__gte=2031-05-03T23:30:00Z", "p");
    expect_ids("/papers?start_date__gt=2031-05-03T23:31:00Z", "");
}

Test(zone_dates, a_time_without_seconds_is_the_instant_at_which_they_are_0)
{
    expect_ids("/meetings?start_date=2031-05-03T22:10:00Z", "ny");
    expect_ids("/meetings?start_date=2031-05-03T18:10:00", "ny");
    expect_ids("/meetings?start_date=2031-05-03T22:10:01Z", "");
    expect_ids("/sessions?start_date__lte=2031-05-03T23:00:00Z", "s");
    expect_ids("/sessions?start_date__lt=2031-05-03T23:00:00Z", "");
}

Test(zone_dates, json_has_the_date_as_written)
{
    json_t *record = answer_json(&fixture, "/meetings/ny", 200, NULL);
    cr_expect_str_eq(text_of(record, "start_date"), "2031-05-03T18:10");
    json_decref(record);
}

Test(zone_dates, a_calendar_has_the_zone_of_its_times)
{
    char *const body = get_body(&fixture, "/meetings.ics");
    const char *const zone = strstr(body, "BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n");
    const char *const start = strstr(body, "DTSTART;TZID=America/New_York:20310503T181000\r\n");
    cr_expect(zone && start && zone < start, "%s", body);
    cr_expect(strstr(body, "DTEND;TZID=America/New_York:20310503T200000\r\n"), "%s", body);
    cr_expect(strstr(body, "DTSTART:20310504T031000Z\r\n"), "%s", body);
    cr_expect(strstr(body, "DTSTART;VALUE=DATE:20310503\r\nDTEND;VALUE=DATE:20310504\r\n"), "%s",
              body);
    free(body);
}

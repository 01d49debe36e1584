#include "discovery/feed_date.h"

#include "archive/date_bounds.h"
#include "values/calendar_day.h"
#include "values/time_zone.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    NOON = 12 * 3600
};

/* Sets the second that is published, and its offset. */
static void set_second(struct feed_date *date, const struct edtf_date *read, uint16_t zone)
{
    const int64_t first = edtf_local(read, zone).earliest;
    const int64_t noon = calendar_day_of_time(first) * SECONDS_OF_DAY + NOON;
    date->second = read->clock == EDTF_DAYS ? time_zone_instant(zone, noon, NULL) : date->earliest;
    date->offset = time_zone_offset(zone, date->second);
    if (date->offset % 60 != 0) /* RFC 3339 has no seconds in it */
        date->offset = 0;
}

static bool has_four_digit_year(int64_t second)
{
    return second >= calendar_day(1, 1, 1) * SECONDS_OF_DAY &&
           second < calendar_day(10000, 1, 1) * SECONDS_OF_DAY;
}

/* Reads a date. Returns false if RFC 3339 cannot express it. */
static bool read_date(const struct value *value, struct feed_date *ret_date)
{
    struct edtf_date read;
    if (!value->count || !edtf_read(value->text, value->count, &read) ||
        !has_four_digit_year(read.bounds.earliest))
        return false;
    ret_date->earliest = edtf_instants(&read, value->zone).earliest;
    set_second(ret_date, &read, value->zone);
    return has_four_digit_year(ret_date->second) &&
           has_four_digit_year(ret_date->second + ret_date->offset);
}

bool feed_date_find(const struct record *record, struct feed_date *ret_date)
{
    static const enum field_role roles[] = {ROLE_START, ROLE_COMPLETED, ROLE_ISSUED};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (read_date(record_value(record, roles[i]), ret_date))
            return true;
    const struct value *session = record_value(record, ROLE_SESSION);
    const struct value *meeting = record_value(record, ROLE_MEETING);
    if (session->count && read_date(record_value(session->record, ROLE_START), ret_date))
        return true;
    return meeting->count && read_date(record_value(meeting->record, ROLE_START), ret_date);
}

void feed_date_write(int64_t second, int32_t offset, char text[FEED_TIME_BYTES])
{
    const int64_t local = second + offset, day = calendar_day_of_time(local);
    const struct calendar_date date = calendar_date_of(day);
    const int of_day = (int)(local - day * SECONDS_OF_DAY), distance = abs(offset) / 60;
    const int length =
        snprintf(text, FEED_TIME_BYTES, "%04" PRId64 "-%02d-%02dT%02d:%02d:%02d", date.year,
                 date.month, date.day, of_day / 3600, of_day / 60 % 60, of_day % 60);
    if (length <= 0 || length >= FEED_TIME_BYTES)
        return;
    snprintf(text + length, FEED_TIME_BYTES - (size_t)length, distance ? "%c%02d:%02d" : "Z",
             offset < 0 ? '-' : '+', distance / 60, distance % 60);
}

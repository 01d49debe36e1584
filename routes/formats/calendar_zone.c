#include "formats/calendar_zone.h"

#include "archive/date_bounds.h"
#include "formats/calendar_line.h"
#include "values/calendar_day.h"
#include "values/time_zone.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    TEXT_MAX = 100,
    ZONES_MAX = 64,    /* in one file; times in further zones are written in UTC */
    CHANGES_MAX = 1000 /* of one zone */
};

/* A zone, and the time that entries in it take. */
struct used_zone {
    uint16_t zone;
    int64_t first, last;
};

static void write_time(int64_t seconds, const char *suffix, char text[TEXT_MAX])
{
    const int64_t day = calendar_day_of_time(seconds);
    const struct calendar_date date = calendar_date_of(day);
    const int second = (int)(seconds - day * SECONDS_OF_DAY);
    snprintf(text, TEXT_MAX, "%04d%02d%02dT%02d%02d%02d%s", (int)date.year, date.month, date.day,
             second / 3600, second / 60 % 60, second % 60, suffix);
}

static void append_time(struct buffer *out, const char *name, int64_t seconds, const char *suffix)
{
    char text[TEXT_MAX];
    write_time(seconds, suffix, text);
    calendar_line_append(out, name, text, strlen(text));
}

void calendar_zone_append_time(struct buffer *out, const char *name, uint16_t zone, int64_t instant)
{
    char named[TEXT_MAX];
    if (zone == TIME_ZONE_UTC) {
        append_time(out, name, instant, "Z");
        return;
    }
    snprintf(named, sizeof named, "%s;TZID=%s", name, time_zone_name(zone));
    append_time(out, named, instant + time_zone_offset(zone, instant), "");
}

/* Writes an offset as in "+0100", with seconds if it has any. */
static void append_offset(struct buffer *out, const char *name, int32_t offset)
{
    char text[TEXT_MAX];
    const int seconds = abs(offset);
    int length = snprintf(text, sizeof text, "%c%02d%02d", offset < 0 ? '-' : '+', seconds / 3600,
                          seconds / 60 % 60);
    if (seconds % 60)
        length += snprintf(text + length, sizeof text - (size_t)length, "%02d", seconds % 60);
    calendar_line_append(out, name, text, (size_t)length);
}

static void append_change(struct buffer *out, const struct time_zone_change *change)
{
    const char *component = change->daylight ? "DAYLIGHT" : "STANDARD";
    calendar_line_append(out, "BEGIN", component, strlen(component));
    append_time(out, "DTSTART", change->instant + change->offset_before, "");
    append_offset(out, "TZOFFSETFROM", change->offset_before);
    append_offset(out, "TZOFFSETTO", change->offset);
    calendar_line_append(out, "TZNAME", change->abbreviation, strlen(change->abbreviation));
    calendar_line_append(out, "END", component, strlen(component));
}

static void append_zone(struct buffer *out, const struct used_zone *used)
{
    const char *name = time_zone_name(used->zone);
    struct time_zone_change change = time_zone_state(used->zone, used->first - SECONDS_OF_DAY);
    calendar_line_append(out, "BEGIN", "VTIMEZONE", strlen("VTIMEZONE"));
    calendar_line_append(out, "TZID", name, strlen(name));
    for (size_t i = 0; i < CHANGES_MAX && change.instant <= used->last + SECONDS_OF_DAY; i++) {
        append_change(out, &change);
        if (!time_zone_next_change(used->zone, change.instant, &change))
            break;
    }
    calendar_line_append(out, "END", "VTIMEZONE", strlen("VTIMEZONE"));
}

static void note_time(struct used_zone *zones, size_t *count, uint16_t zone,
                      const struct edtf_bounds *bounds)
{
    size_t i = 0;
    while (i < *count && zones[i].zone != zone)
        i++;
    if (i == ZONES_MAX)
        return;
    if (i == *count)
        zones[(*count)++] = (struct used_zone){zone, bounds->earliest, bounds->latest};
    if (bounds->earliest < zones[i].first)
        zones[i].first = bounds->earliest;
    if (bounds->latest > zones[i].last)
        zones[i].last = bounds->latest;
}

/* Notes the zone of a date if it is written as a time: the date has one, or its end has one. */
static void note_date(struct used_zone *zones, size_t *count, const struct record *record,
                      enum field_role role)
{
    const struct value *value = record_value(record, role);
    if (!value->count || value->zone == TIME_ZONE_UTC || !memchr(value->text, 'T', value->count))
        return;
    const struct date_bounds bounds = date_bounds_of(value);
    note_time(zones, count, value->zone, &bounds.instants);
}

void calendar_zone_append_all(struct buffer *out, const struct record *const *records, size_t count)
{
    struct used_zone zones[ZONES_MAX];
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        note_date(zones, &used, records[i], ROLE_START);
        note_date(zones, &used, records[i], ROLE_END);
    }
    for (size_t i = 0; i < used; i++)
        append_zone(out, &zones[i]);
}

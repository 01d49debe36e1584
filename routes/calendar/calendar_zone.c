#include "calendar/calendar_zone.h"

#include "calendar/calendar_dates.h"
#include "calendar/calendar_line.h"
#include "values/calendar_day.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    TEXT_MAX = 100,
    SECONDS_OF_MINUTE = 60,
    DAYS_BEFORE = 400,
    /* Times in other years are written in UTC. This bounds the changes of the clocks in a file. */
    FIRST_YEAR = 1800,
    LAST_YEAR = 2499
};

/* The time that entries in a zone take. */
struct zone_use {
    bool used;
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

/* Reports whether an instant is written as a time of its zone. Programs differ in the hour that the
 * clocks show twice, and round offsets that are not whole minutes, as local mean time has. */
static bool is_in_zone(uint16_t zone, int64_t instant)
{
    enum time_zone_fit fit;
    if (zone == TIME_ZONE_UTC || instant < calendar_day(FIRST_YEAR, 1, 1) * SECONDS_OF_DAY ||
        instant >= calendar_day(LAST_YEAR + 1, 1, 1) * SECONDS_OF_DAY)
        return false;
    const int32_t offset = time_zone_offset(zone, instant);
    time_zone_instant(zone, instant + offset, &fit);
    return fit == TIME_ZONE_ONCE && offset % SECONDS_OF_MINUTE == 0;
}

void calendar_zone_append_time(struct buffer *out, const char *name, uint16_t zone, int64_t instant)
{
    char named[TEXT_MAX];
    if (!is_in_zone(zone, instant)) {
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

static void append_change(struct buffer *out, const struct time_zone_change *change, bool daylight)
{
    const char *component = daylight ? "DAYLIGHT" : "STANDARD";
    calendar_line_append(out, "BEGIN", component, strlen(component));
    append_time(out, "DTSTART", change->instant + change->offset_before, "");
    append_offset(out, "TZOFFSETFROM", change->offset_before);
    append_offset(out, "TZOFFSETTO", change->offset);
    calendar_line_append(out, "TZNAME", change->abbreviation, strlen(change->abbreviation));
    calendar_line_append(out, "END", component, strlen(component));
}

/* Moves on to the next change while the zone is used. */
static bool zone_next_change(uint16_t zone, const struct zone_use *use,
                             struct time_zone_change *change)
{
    return time_zone_next_change(zone, change->instant, change) &&
           change->instant <= use->last + SECONDS_OF_DAY;
}

/* Reports whether standard time is in force while the zone is used. */
static bool has_standard_time(uint16_t zone, const struct zone_use *use,
                              struct time_zone_change change)
{
    do
        if (!change.daylight)
            return true;
    while (zone_next_change(zone, use, &change));
    return false;
}

/* Writes the changes from more than a year before the first time: some programs need standard time
 * beside daylight saving time. Years without it are called standard time. */
static void append_zone(struct buffer *out, uint16_t zone, const struct zone_use *use)
{
    const char *name = time_zone_name(zone);
    struct time_zone_change change =
        time_zone_state(zone, use->first - (int64_t)DAYS_BEFORE * SECONDS_OF_DAY);
    const bool standard = has_standard_time(zone, use, change);
    calendar_line_append(out, "BEGIN", "VTIMEZONE", strlen("VTIMEZONE"));
    calendar_line_append(out, "TZID", name, strlen(name));
    do
        append_change(out, &change, standard && change.daylight);
    while (zone_next_change(zone, use, &change));
    calendar_line_append(out, "END", "VTIMEZONE", strlen("VTIMEZONE"));
}

static void note_time(struct zone_use *uses, uint16_t zone, int64_t instant)
{
    struct zone_use *use = &uses[zone];
    if (!is_in_zone(zone, instant))
        return;
    if (!use->used || instant < use->first)
        use->first = instant;
    if (!use->used || instant > use->last)
        use->last = instant;
    use->used = true;
}

void calendar_zone_append_all(struct buffer *out, const struct record *const *records, size_t count)
{
    struct zone_use *uses = calloc(time_zone_count + 1, sizeof *uses);
    if (!uses) {
        out->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct calendar_dates dates = calendar_dates_of(records[i]);
        if (dates.placed && dates.timed) {
            note_time(uses, dates.zone, dates.start);
            note_time(uses, dates.zone, dates.end);
        }
    }
    for (size_t i = 1; i <= time_zone_count; i++)
        if (uses[i].used)
            append_zone(out, (uint16_t)i, &uses[i]);
    free(uses);
}

void calendar_zone_append_utc(struct buffer *out)
{
    buffer_append_text(out, "BEGIN:VTIMEZONE\r\n"
                            "TZID:Etc/UTC\r\n"
                            "BEGIN:STANDARD\r\n"
                            "DTSTART:19700101T000000\r\n"
                            "TZOFFSETFROM:+0000\r\n"
                            "TZOFFSETTO:+0000\r\n"
                            "TZNAME:UTC\r\n"
                            "END:STANDARD\r\n"
                            "END:VTIMEZONE\r\n");
}

#include "calendar/calendar_dates.h"

#include "archive/date_bounds.h"
#include "calendar/calendar_line.h"
#include "calendar/calendar_zone.h"
#include "values/calendar_day.h"
#include "values/duration.h"

#include <stdio.h>
#include <string.h>

enum {
    DAY_TEXT_MAX = 40,
    DAY_BYTES = 10 /* of a date such as 2006-04-28 */
};

static bool is_time(const struct value *date)
{
    struct edtf_date read;
    return date->count && edtf_read(date->text, date->count, &read) && read.clock != EDTF_DAYS;
}

static bool is_exact(const struct value *date)
{
    const struct edtf_bounds bounds = date_bounds_of(date).local;
    return is_time(date) ||
           (date->count == DAY_BYTES && bounds.earliest + SECONDS_OF_DAY - 1 == bounds.latest);
}

/* Reports whether iCalendar can express a time in any zone: years have four digits (section 3.3.4).
 */
static bool can_be_written(int64_t second)
{
    return second >= calendar_day(1, 1, 1) * SECONDS_OF_DAY &&
           second < calendar_day(9999, 12, 31) * SECONDS_OF_DAY;
}

/* Returns the end that a duration gives to an entry. Days count by the clocks, hours do not
 * (section 3.3.6). Returns the start if there is no duration of days and hours. */
static int64_t end_by_duration(const struct calendar_dates *dates, const struct value *duration)
{
    struct duration read;
    if (!duration->count || !duration_read(duration->text, duration->count, &read))
        return dates->start;
    if (!dates->timed)
        return dates->start + read.days * SECONDS_OF_DAY;
    const int64_t local = dates->start + time_zone_offset(dates->zone, dates->start);
    const int64_t day = local + read.days * SECONDS_OF_DAY;
    return read.days == 0 ? dates->start + read.seconds
                          : time_zone_instant(dates->zone, day, NULL) + read.seconds;
}

static int64_t calendar_end_of(const struct calendar_dates *dates, const struct date_bounds *last,
                               const struct value *duration)
{
    if (dates->to->count && dates->timed)
        return is_time(dates->to) ? last->instants.earliest : last->instants.latest + 1;
    const int64_t recorded = dates->timed ? dates->start : last->local.latest + 1;
    if (dates->to->count || !dates->exact)
        return recorded;
    const int64_t end = end_by_duration(dates, duration);
    return end > recorded && can_be_written(end) ? end : recorded;
}

struct calendar_dates calendar_dates_of(const struct record *record)
{
    const struct value *due = record_value(record, ROLE_DUE);
    const bool task = field_list_with_role(record->type->fields, ROLE_DUE) != NULL;
    struct calendar_dates dates = {.from = task ? due : record_value(record, ROLE_START),
                                   .to = task ? &value_absent : record_value(record, ROLE_END),
                                   .task = task};
    if (!dates.from->count)
        return dates;
    const struct date_bounds first = date_bounds_of(dates.from);
    const struct date_bounds last = dates.to->count ? date_bounds_of(dates.to) : first;
    dates.zone = dates.from->zone;
    dates.timed = is_time(dates.from);
    dates.exact = is_exact(dates.from) && (!dates.to->count || is_exact(dates.to));
    dates.placed = can_be_written(first.local.earliest) && can_be_written(last.local.latest);
    if (!dates.placed)
        return dates;
    dates.start = dates.timed ? first.instants.earliest : first.local.earliest;
    dates.end = calendar_end_of(&dates, &last, record_value(record, ROLE_DURATION));
    return dates;
}

static void append_day(struct buffer *out, const char *name, int64_t second)
{
    char text[DAY_TEXT_MAX];
    const struct calendar_date date = calendar_date_of(calendar_day_of_time(second));
    snprintf(text, sizeof text, "%04d%02d%02d", (int)date.year, date.month, date.day);
    calendar_line_append(out, name, text, strlen(text));
}

void calendar_dates_append_period(struct buffer *out, const struct calendar_dates *dates)
{
    if (dates->timed)
        calendar_zone_append_time(out, "DTSTART", dates->zone, dates->start);
    else
        append_day(out, "DTSTART;VALUE=DATE", dates->start);
    if (dates->end <= dates->start)
        return;
    if (dates->timed)
        calendar_zone_append_time(out, "DTEND", dates->zone, dates->end);
    else
        append_day(out, "DTEND;VALUE=DATE", dates->end);
}

void calendar_dates_append_due(struct buffer *out, const struct calendar_dates *dates)
{
    if (dates->timed)
        calendar_zone_append_time(out, "DUE", dates->zone, dates->start);
    else
        append_day(out, "DUE;VALUE=DATE", dates->end - 1);
}

void calendar_dates_append_completed(struct buffer *out, const struct value *date)
{
    const struct date_bounds bounds = date_bounds_of(date);
    if (is_time(date) && can_be_written(bounds.local.earliest))
        calendar_zone_append_time(out, "COMPLETED", TIME_ZONE_UTC, bounds.instants.earliest);
}

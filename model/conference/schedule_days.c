/* The sessions of the days of a schedule. */
#include "conference/schedule_drafting.h"
#include "values/calendar_day.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

size_t drafting_day_of(struct drafting *drafting, const struct schedule_object *event)
{
    const size_t days = drafting->schedule->parts[SCHEDULE_DAY].count;
    struct schedule_time start;
    if (event->within == SCHEDULE_DAY_ROOM)
        return drafting->schedule->parts[SCHEDULE_DAY_ROOM].at[event->owner].owner;
    if (!schedule_time_read(schedule_value(event, VALUE_START), &start) &&
        !schedule_time_read(schedule_value(event, VALUE_DATE), &start))
        return SIZE_MAX;
    for (size_t i = 0; i < days; i++)
        if (drafting->day_bounds[i].from <= start.instant &&
            start.instant < drafting->day_bounds[i].to)
            return i;
    for (size_t i = 0; i < days; i++)
        if (memcmp(drafting->day_bounds[i].date, start.text, strlen("2026-01-31")) == 0)
            return i;
    return SIZE_MAX;
}

/* Reports whether a day begins and ends at midnight, so that its date says the same. */
static bool is_whole_day(const struct schedule_time *start, const struct schedule_time *end)
{
    const int64_t from = start->instant + start->offset, to = end->instant + end->offset;
    return start->clock && end->clock && from % SECONDS_OF_DAY == 0 && to - from == SECONDS_OF_DAY;
}

/* Reads the times of the days, among which that of each event is looked for. */
static void read_day_bounds(struct drafting *drafting)
{
    const struct schedule_objects *days = &drafting->schedule->parts[SCHEDULE_DAY];
    for (size_t i = 0; i < days->count; i++) {
        struct schedule_day_bounds *bounds = &drafting->day_bounds[i];
        struct schedule_time from, to, date;
        const bool dated = schedule_time_read(schedule_value(&days->at[i], VALUE_DATE), &date);
        if (schedule_time_read(schedule_value(&days->at[i], VALUE_START), &from) &&
            schedule_time_read(schedule_value(&days->at[i], VALUE_END), &to) && from.clock) {
            bounds->from = from.instant;
            bounds->to = to.instant;
        }
        snprintf(bounds->date, sizeof bounds->date, "%.10s", dated ? date.text : "");
    }
}

/* Sets the times of a day. `start` is NULL if it has none; `date` is then its date. */
static void set_day_times(struct drafting *drafting, const struct schedule_object *day,
                          json_t *session, const struct schedule_time *start,
                          struct schedule_time date)
{
    struct schedule_time end;
    const bool ends = schedule_time_read(schedule_value(day, VALUE_END), &end);
    const bool whole = start && ends && is_whole_day(start, &end);
    if (start) {
        drafting_note_time(drafting, start, day->lines.first);
        date = *start;
    }
    if (whole)
        date.text[strlen("2026-01-31")] = '\0';
    if (date.text[0])
        draft_set(drafting->draft, session, "start_date", json_string(date.text));
    if (ends && !whole && end.instant >= date.instant && date.text[0])
        draft_set(drafting->draft, session, "end_date", json_string(end.text));
}

/* Reads the date of a day, or else that of its start, which is NULL if it has none. */
static struct schedule_time read_date(struct drafting *drafting, size_t position,
                                      const struct schedule_time *start)
{
    const struct schedule_object *day = &drafting->schedule->parts[SCHEDULE_DAY].at[position];
    const struct schedule_text stated = schedule_value(day, VALUE_DATE);
    struct schedule_time date = {.text = ""};
    const bool dated = schedule_time_read(stated, &date);
    if (stated.length && !dated)
        drafting_doubt(drafting, DOUBT_TIME, day->lines.first,
                       "\"%.40s\" is not a date, so day %zu has %s", stated.at, position + 1,
                       start ? "that of its start" : "none");
    return !dated && start ? *start : date;
}

/* Adds the session of a day. */
static void add_day(struct drafting *drafting, size_t position)
{
    const struct schedule_object *day = &drafting->schedule->parts[SCHEDULE_DAY].at[position];
    char name[SCHEDULE_TIME_BYTES + 8], id[DRAFT_ID_BYTES];
    struct schedule_time start;
    const bool begins = schedule_time_read(schedule_value(day, VALUE_START), &start);
    const struct schedule_time date = read_date(drafting, position, begins ? &start : NULL);
    snprintf(name, sizeof name, "%.10s", date.text);
    if (!date.text[0])
        snprintf(name, sizeof name, "day-%zu", position + 1);
    draft_new_id(drafting->draft, &session_type, drafting->meeting, name, id);
    json_t *session = draft_add(drafting->draft, &session_type, id, day->lines, "day");
    drafting->days[position] = session;
    draft_set(drafting->draft, session, "meeting", json_string(drafting->meeting));
    draft_set(drafting->draft, session, "number", json_integer((json_int_t)position + 1));
    draft_infer(drafting->draft, session, "number");
    snprintf(name, sizeof name, "Day %zu", position + 1);
    draft_set(drafting->draft, session, "title", json_string(name));
    draft_infer(drafting->draft, session, "title");
    set_day_times(drafting, day, session, begins ? &start : NULL, date);
}

void drafting_add_days(struct drafting *drafting)
{
    read_day_bounds(drafting);
    for (size_t i = 0; i < drafting->schedule->parts[SCHEDULE_DAY].count; i++)
        add_day(drafting, i);
}

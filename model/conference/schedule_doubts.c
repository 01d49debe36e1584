/* Warnings about what is doubtful in a schedule: each with its line, and what was made of it. */
#include "conference/schedule_drafting.h"
#include "values/calendar_day.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    DOUBTS_LISTED = 10, /* of each kind; further ones are only counted */
    TOLERANCE_SECONDS =
        14 * 3600 /* the largest offset from UTC; and the night after the last day */
};

/* The doubts of each kind that are not listed, in the plural. */
static const char *const further[DOUBT_COUNT] = {
    [DOUBT_TIME] = "events have a time or a duration that cannot be read",
    [DOUBT_BOUND] = "events are not within the conference",
    [DOUBT_KEY] = "events, persons, tracks or rooms have the guid, id or slug of another one",
    [DOUBT_TITLE] = "events have no title",
    [DOUBT_ROOM] = "events are in a room that is not listed, or in two rooms",
};

void drafting_doubt(struct drafting *drafting, enum doubt doubt, unsigned line, const char *format,
                    ...)
{
    char text[DRAFT_MESSAGE_BYTES];
    va_list arguments;
    if (!drafting->doubts.lines[doubt])
        drafting->doubts.lines[doubt] = line;
    if (drafting->doubts.counts[doubt]++ >= DOUBTS_LISTED)
        return;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    draft_warn(drafting->draft, line, "%s", text);
}

void drafting_warn_further(struct drafting *drafting)
{
    for (size_t i = 0; i < DOUBT_COUNT; i++)
        if (drafting->doubts.counts[i] > DOUBTS_LISTED)
            draft_warn(drafting->draft, drafting->doubts.lines[i], "%zu more %s",
                       drafting->doubts.counts[i] - DOUBTS_LISTED, further[i]);
}

/* Returns what a warning calls an event. */
static const char *title_of(const struct schedule_object *event)
{
    const char *title = schedule_value(event, VALUE_NAME).at;
    return *title ? title : "an event";
}

/* Warns of a time of an event that cannot be read. `outcome` says what was done. */
static void doubt_time(struct drafting *drafting, const struct schedule_object *event,
                       enum schedule_value value, const char *name, const char *outcome)
{
    drafting_doubt(drafting, DOUBT_TIME, event->lines.first,
                   "the %s \"%.40s\" of \"%.60s\" is not a %s, so %s", name,
                   schedule_value(event, value).at, title_of(event),
                   value == VALUE_DURATION ? "duration" : "time", outcome);
}

/* Warns of a start that cannot be read. */
static void check_start(struct drafting *drafting, const struct schedule_object *event,
                        const struct schedule_period *period)
{
    static const struct {
        enum schedule_value value;
        const char *name;
    } times[] = {{VALUE_DATE, "date"}, {VALUE_START, "start"}};
    const char *outcome = !period->start.text[0] ? "it has no time"
                          : period->start.clock  ? "the other one counts"
                                                 : "only its day is known";
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        const struct schedule_text text = schedule_value(event, times[i].value);
        if (text.length && !schedule_time_is_known(text))
            doubt_time(drafting, event, times[i].value, times[i].name, outcome);
    }
}

/* Warns of an end and a duration that cannot be read, or that give no end. */
static void check_end(struct drafting *drafting, const struct schedule_object *event,
                      const struct schedule_period *period)
{
    int64_t seconds;
    const struct schedule_text end = schedule_value(event, VALUE_END);
    const struct schedule_text duration = schedule_value(event, VALUE_DURATION);
    const char *outcome = period->end.text[0] ? "the other one counts" : "its end is unknown";
    if (end.length && !schedule_time_is_known(end))
        doubt_time(drafting, event, VALUE_END, "end", outcome);
    else if (duration.length && !schedule_duration_read(duration, &seconds))
        doubt_time(drafting, event, VALUE_DURATION, "duration", outcome);
    else if (period->start.clock && (end.length || duration.length) && !period->end.text[0])
        drafting_doubt(drafting, DOUBT_TIME, event->lines.first,
                       "the %s \"%.40s\" of \"%.60s\" gives no end after its start, so its end is "
                       "unknown",
                       end.length ? "end" : "duration", end.length ? end.at : duration.at,
                       title_of(event));
}

/* Returns how far a time of an event may be beyond a bound of the conference: a day has no exact
 * bounds, and a time without an offset is not comparable with one that has one. */
static int64_t tolerance(const struct schedule_time *bound, const struct schedule_time *time)
{
    return !bound->clock || bound->has_offset != time->has_offset ? TOLERANCE_SECONDS : 0;
}

/* Warns of an event before or after the conference. */
static void check_bounds(struct drafting *drafting, const struct schedule_object *event,
                         const struct schedule_period *period)
{
    struct schedule_time from = {.instant = 0}, to = {.instant = 0};
    const struct schedule_time *end = period->end.text[0] ? &period->end : &period->start;
    const bool begins =
        schedule_time_read(schedule_value(drafting->conference, VALUE_START), &from);
    const bool ends = schedule_time_read(schedule_value(drafting->conference, VALUE_END), &to);
    if (!period->start.text[0])
        return;
    const int64_t first = from.instant - tolerance(&from, &period->start);
    const int64_t last = to.instant + (to.clock ? 0 : SECONDS_OF_DAY) + tolerance(&to, end);
    if (begins && period->start.instant + (period->start.clock ? 0 : SECONDS_OF_DAY) < first)
        drafting_doubt(drafting, DOUBT_BOUND, event->lines.first,
                       "\"%.60s\" begins at %s, before the conference, which begins at %s; both "
                       "are kept",
                       title_of(event), period->start.text, from.text);
    else if (ends && end->instant > last)
        drafting_doubt(
            drafting, DOUBT_BOUND, event->lines.first,
            "\"%.60s\" ends at %s, after the conference, which ends at %s; both are kept",
            title_of(event), end->text, to.text);
}

void drafting_check_event(struct drafting *drafting, const struct schedule_object *event,
                          const struct schedule_period *period)
{
    if (!schedule_value(event, VALUE_NAME).length)
        drafting_doubt(drafting, DOUBT_TITLE, event->lines.first,
                       "the event has no title; its paper has none");
    check_start(drafting, event, period);
    check_end(drafting, event, period);
    check_bounds(drafting, event, period);
}

void drafting_check_room(struct drafting *drafting, const struct schedule_object *event,
                         struct schedule_text room)
{
    struct schedule_text of_day = {"", 0};
    if (event->within == SCHEDULE_DAY_ROOM)
        of_day = schedule_value(&drafting->schedule->parts[SCHEDULE_DAY_ROOM].at[event->owner],
                                VALUE_NAME);
    if (room.length && of_day.length && strcmp(room.at, of_day.at) != 0)
        drafting_doubt(drafting, DOUBT_ROOM, event->lines.first,
                       "\"%.60s\" names the room \"%.40s\", but is in the programme of \"%.40s\"; "
                       "the paper has the room that it names",
                       title_of(event), room.at, of_day.at);
    else if (room.length && drafting->schedule->parts[SCHEDULE_ROOM].count &&
             !drafting_find(drafting, "room-name", room))
        drafting_doubt(drafting, DOUBT_ROOM, event->lines.first,
                       "\"%.60s\" is in the room \"%.40s\", which the conference does not list; it "
                       "is kept as written",
                       title_of(event), room.at);
}

void drafting_check_key(struct drafting *drafting, const struct schedule_object *object,
                        const char *what, const char *outcome)
{
    static const struct {
        enum schedule_value value;
        const char *name;
    } keys[] = {{VALUE_GUID, "guid"}, {VALUE_ID, "id"}, {VALUE_SLUG, "slug"}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        char scheme[40];
        const struct schedule_text key = schedule_value(object, keys[i].value);
        if (!key.length)
            continue;
        snprintf(scheme, sizeof scheme, "listed-%s-%s", what, keys[i].name);
        const json_t *known = drafting_find(drafting, scheme, key);
        if (known) {
            drafting_doubt(drafting, DOUBT_KEY, object->lines.first,
                           "the %s has the %s \"%.60s\" of that in line %d; %s", what, keys[i].name,
                           key.at, (int)json_integer_value(known), outcome);
            return;
        }
        drafting_keep(drafting, scheme, key, json_integer(object->lines.first));
    }
}

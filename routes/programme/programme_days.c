#include "programme/programme_days.h"

#include "programme/programme_value.h"
#include "values/time_zone.h"

#include <stdlib.h>
#include <string.h>

static int compare_sizes(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

static int by_date_and_room(const void *a, const void *b)
{
    const struct programme_event *left = a, *right = b;
    const int date = strcmp(left->date, right->date);
    const int room = date ? date : strcmp(left->room, right->room);
    return room ? room : compare_sizes(left->order, right->order);
}

static int by_date_and_room_order(const void *a, const void *b)
{
    const struct programme_event *left = a, *right = b;
    const int date = strcmp(left->date, right->date);
    const int room = date ? date : compare_sizes(left->room_order, right->room_order);
    return room ? room : compare_sizes(left->order, right->order);
}

/* Sorts the events by day and room. The rooms of a day are in the order of their first events. */
static void programme_sort_events(struct programme *programme)
{
    struct programme_event *events = programme->events;
    if (!programme->event_count)
        return;
    qsort(events, programme->event_count, sizeof *events, by_date_and_room);
    for (size_t i = 0; i < programme->event_count; i++) {
        const bool same = i && strcmp(events[i].date, events[i - 1].date) == 0 &&
                          strcmp(events[i].room, events[i - 1].room) == 0;
        events[i].room_order = same ? events[i - 1].room_order : events[i].order;
    }
    qsort(events, programme->event_count, sizeof *events, by_date_and_room_order);
}

static void programme_read_events(struct programme *programme, const struct record *const *papers,
                                  size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct programme_event *event = &programme->events[programme->event_count];
        if (!programme_event_read(papers[i], event)) {
            programme->omitted++;
            continue;
        }
        event->order = programme->event_count++;
    }
}

static int by_date(const void *a, const void *b)
{
    const struct programme_day *left = a, *right = b;
    const int date = strcmp(left->date, right->date);
    return date ? date : (left->session == NULL) - (right->session == NULL);
}

/* Makes one day of all that have the same date. Days with sessions come first among them. */
static void programme_join_days(struct programme *programme)
{
    struct programme_day *days = programme->days;
    size_t count = 0;
    if (programme->day_count)
        qsort(days, programme->day_count, sizeof *days, by_date);
    for (size_t i = 0; i < programme->day_count; i++) {
        if (!count || strcmp(days[count - 1].date, days[i].date) != 0)
            days[count++] = days[i];
        else if (days[i].session)
            days[count - 1].session = NULL;
    }
    programme->day_count = count;
}

/* Sets the period of a day: that of its session if it has times, else the whole day. */
static void programme_day_set_period(struct programme_day *day, const struct programme *programme)
{
    const struct value *from = record_value(day->session, ROLE_START);
    const struct value *to = record_value(day->session, ROLE_END);
    const struct value *zone = record_value(programme->meeting, ROLE_TIME_ZONE);
    const int32_t offset = programme->events[day->count ? day->first : 0].start.offset;
    const uint16_t number = zone->count ? time_zone_find(zone->text, zone->count) : TIME_ZONE_UTC;
    if (!programme_time_read(from, &day->start)) {
        day->start = programme_midnight(day->date, 0, number, offset);
        day->end = programme_midnight(day->date, 1, number, offset);
    } else if (!programme_time_read(to, &day->end))
        day->end = programme_midnight(day->date, 1, TIME_ZONE_UTC, day->start.offset);
}

/* Makes the days: of the sessions that are days, and of the events. */
static void programme_make_days(struct programme *programme, const struct record *const *sessions,
                                size_t count)
{
    size_t event = 0;
    for (size_t i = 0; i < count; i++) {
        struct programme_day *day = &programme->days[programme->day_count];
        day->session = sessions[i];
        if (programme_session_day(sessions[i], day->date))
            programme->day_count++;
    }
    for (size_t i = 0; i < programme->event_count; i++)
        if (!i || strcmp(programme->events[i].date, programme->events[i - 1].date) != 0) {
            struct programme_day *day = &programme->days[programme->day_count++];
            day->session = NULL;
            memcpy(day->date, programme->events[i].date, sizeof day->date);
        }
    programme_join_days(programme);
    for (size_t i = 0; i < programme->day_count; i++) {
        struct programme_day *day = &programme->days[i];
        for (day->first = event; event < programme->event_count &&
                                 strcmp(programme->events[event].date, day->date) == 0;
             event++)
            day->count++;
        programme_day_set_period(day, programme);
    }
}

const struct record *programme_track(const struct record *paper)
{
    const struct value *track = record_value(paper, ROLE_TRACK);
    const struct value *topics = record_value(paper, ROLE_SUBJECT);
    for (size_t i = 0; track->count && i < topics->count; i++)
        if (programme_is_word(record_value(topics->items[i].record, ROLE_TITLE), track->text))
            return topics->items[i].record;
    return NULL;
}

static int by_ordinal(const void *a, const void *b)
{
    const struct record *const *left = a, *const *right = b;
    return compare_sizes((*left)->ordinal, (*right)->ordinal);
}

static void programme_list_tracks(struct programme *programme)
{
    size_t found = 0, count = 0;
    for (size_t i = 0; i < programme->event_count; i++) {
        programme->tracks[found] = programme_track(programme->events[i].paper);
        found += programme->tracks[found] != NULL;
    }
    if (found)
        qsort(programme->tracks, found, sizeof(const struct record *), by_ordinal);
    for (size_t i = 0; i < found; i++)
        if (!count || programme->tracks[count - 1] != programme->tracks[i])
            programme->tracks[count++] = programme->tracks[i];
    programme->track_count = count;
}

bool programme_arrange(const struct archive *archive, const struct record *meeting,
                       struct programme *ret_programme)
{
    size_t papers, sessions;
    const struct record *const *all_papers = programme_papers(archive, meeting, &papers);
    const struct record *const *all_sessions = programme_sessions(archive, meeting, &sessions);
    *ret_programme = (struct programme){
        .meeting = meeting,
        .events = calloc(papers + 1, sizeof *ret_programme->events),
        .days = calloc(papers + sessions + 1, sizeof *ret_programme->days),
        .tracks = calloc(papers + 1, sizeof *ret_programme->tracks),
    };
    if (!ret_programme->events || !ret_programme->days || !ret_programme->tracks)
        return false;
    programme_read_events(ret_programme, all_papers, papers);
    programme_sort_events(ret_programme);
    programme_make_days(ret_programme, all_sessions, sessions);
    programme_list_tracks(ret_programme);
    return programme_events_name(ret_programme->events, ret_programme->event_count);
}

void programme_finish(struct programme *programme)
{
    free(programme->events);
    free(programme->days);
    free(programme->tracks);
}

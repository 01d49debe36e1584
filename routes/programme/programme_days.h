/* A programme: its events by day and room, its days and its tracks. */
#pragma once

#include "programme/programme_events.h"

struct programme_day {
    char date[PROGRAMME_DATE_BYTES];
    const struct record *session; /* that is the day; NULL if none is, or several are */
    struct programme_time start, end;
    size_t first, count; /* its events */
};

struct programme {
    const struct record *meeting;
    struct programme_event *events; /* by day, then by room, then in the order of the papers */
    size_t event_count;
    size_t omitted;             /* the papers that are not events */
    struct programme_day *days; /* by date */
    size_t day_count;
    const struct record **tracks; /* the topics that are tracks of events */
    size_t track_count;
};

/* Arranges the programme of a meeting. Returns false if out of memory. The caller finishes
 * *ret_programme, which borrows from the archive. */
bool programme_arrange(const struct archive *archive, const struct record *meeting,
                       struct programme *ret_programme);
void programme_finish(struct programme *programme);

/* Returns the topic that is the track of a paper, or NULL. */
const struct record *programme_track(const struct record *paper);

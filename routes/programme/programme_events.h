/* The events of a programme, in the order of the papers, and what identifies them. */
#pragma once

#include "archive/archive.h"
#include "programme/programme_keys.h"
#include "programme/programme_time.h"

struct programme_event {
    const struct record *paper;
    struct programme_time start;
    struct programme_time end;       /* equal to `start` if the paper has none */
    const char *room;                /* that of its session, else its own, else "" */
    char date[PROGRAMME_DATE_BYTES]; /* of its day */
    char guid[PROGRAMME_GUID_BYTES];
    int64_t number;
    const char *code;  /* of six letters and digits; or NULL */
    size_t order;      /* its position among the events */
    size_t room_order; /* that of the first event in the same room on the same day */
};

/* Returns the papers of a meeting. */
const struct record *const *programme_papers(const struct archive *archive,
                                             const struct record *meeting, size_t *ret_count);

/* Returns the sessions of a meeting. */
const struct record *const *programme_sessions(const struct archive *archive,
                                               const struct record *meeting, size_t *ret_count);

/* Reports whether a session is a day of the programme, which it is if it is not part of another
 * one, has no room and begins on a day; and writes the day. */
bool programme_session_day(const struct record *session, char date[PROGRAMME_DATE_BYTES]);

/* Reads a paper as an event. Returns false if it is not one: if its time is not known, or if it is
 * cancelled or withdrawn. */
bool programme_event_read(const struct record *paper, struct programme_event *ret_event);

/* Gives the events their guids, numbers and codes, each of which only one event has. Returns false
 * if out of memory. */
bool programme_events_name(struct programme_event *events, size_t count);

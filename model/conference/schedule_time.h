/* The times of events.
 *
 * A source gives the start of an event as a time with an offset from UTC, or as a time of day on
 * the day of the programme that contains the event; and its end as such a time, or as a duration.
 * Times are kept as they are written.
 */
#pragma once

#include "conference/schedule.h"

#include <stdint.h>

enum {
    SCHEDULE_TIME_BYTES = 48 /* with the NUL */
};

/* A time as the source writes it. */
struct schedule_time {
    char text[SCHEDULE_TIME_BYTES]; /* in EDTF, as in records; "" if unknown */
    int64_t instant;                /* seconds since 1970; of a local time as if it were UTC */
    int32_t offset;                 /* from UTC in seconds */
    bool clock;                     /* true if it has a time of day */
    bool has_offset;
};

/* The period of an event. */
struct schedule_period {
    struct schedule_time start;
    struct schedule_time end;
    bool disagrees; /* true if the source gives two different times of day for the start */
};

/* Reads a day, or a time with or without an offset. Returns false, and leaves *ret_time unchanged,
 * if the text is neither. */
bool schedule_time_read(struct schedule_text text, struct schedule_time *ret_time);

/* Reports whether a text is a day, a time or a time of day. */
bool schedule_time_is_known(struct schedule_text text);

/* Reads a duration: "hh:mm", "hh:mm:ss", "d:hh:mm:ss", a number of minutes, or "PT1H30M". Returns
 * false, and leaves *ret_seconds unchanged, if the text is not a duration. */
bool schedule_duration_read(struct schedule_text text, int64_t *ret_seconds);

/* Returns the period of an event. `day` is the day that contains it, or NULL. `day_change` is the
 * time of day at which a day of the programme begins. */
struct schedule_period schedule_period_of(const struct schedule_object *event,
                                          const struct schedule_object *day,
                                          struct schedule_text day_change);

/* The dates of an entry: what a record says, and the time that the entry takes. */
#pragma once

#include "archive/record.h"
#include "base/buffer.h"

struct calendar_dates {
    const struct value *from, *to; /* as recorded; either may have no value */
    bool task;                     /* true if `from` is the date by which something is due */
    bool placed;                   /* true if iCalendar can express the dates */
    bool exact;                    /* true if each date is a day or a time */
    bool timed;                    /* true if the entry begins at a time */
    uint16_t zone;
    /* If placed: the first second, and the one after the last; they are equal if only the beginning
     * is known. They are instants if `timed`, else midnights as the clocks there show them. */
    int64_t start, end;
};

/* Returns the dates of a record. If it has no end but a duration, the end follows from it. */
struct calendar_dates calendar_dates_of(const struct record *record);

/* Append DTSTART and DTEND, or DUE, of dates that are placed. */
void calendar_dates_append_period(struct buffer *out, const struct calendar_dates *dates);
void calendar_dates_append_due(struct buffer *out, const struct calendar_dates *dates);

/* Appends COMPLETED if the date is a time: the property cannot hold a day (section 3.8.2.1). */
void calendar_dates_append_completed(struct buffer *out, const struct value *date);

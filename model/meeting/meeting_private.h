/* The parts of reading a meeting. Private to meeting/meeting*.c.
 *
 * meeting_date.c finds the date, meeting_times.c the times, meeting_place.c the place; meeting.c
 * finds the rest, and makes the record. */
#pragma once

#include "meeting/meeting.h"

/* Returns the place after the colon of a label of some class, or 0. */
static inline size_t meeting_label_end(enum words_class words, struct text_span text)
{
    const size_t colon = text_span_find(text, 0, ":");
    return colon < text.length && colon < 60 && words_is(words, text.text, colon) ? colon + 1 : 0;
}

/* Returns true for the lines before the first item. */
static inline bool meeting_is_head(const struct minutes *minutes, size_t line)
{
    return !minutes->outline.item_count || line < minutes->outline.items[0].line;
}

enum {
    TIME_LINE_BYTES_MAX = 1000 /* of a line that may tell when the meeting began */
};

/* Reads the date; warns if its sources disagree (D1, D2). */
void meeting_read_date(struct minutes *minutes);

/* Reads the planned times of the header: labels of dates and times, and ranges. */
void meeting_read_planned_times(struct minutes *minutes);

/* Reads the times at which the meeting really began and ended; the last end counts. */
void meeting_read_actual_times(struct minutes *minutes);

/* Completes times in words, such as "half past seven", and an end after midnight. */
void meeting_complete_times(struct minutes *minutes);

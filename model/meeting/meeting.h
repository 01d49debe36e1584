/* The meeting that minutes are of: its title, body, date, times and place, and its record.
 *
 * minutes_reading.h declares the minutes that are being read, which model/attendance and
 * model/minutes share. The names of the rules, such as "D1", are explained in docs/minutes.md.
 *
 * May include: base, values, schema, draft, wording, phrases, members, markdown, outline.
 */
#pragma once

#include "meeting/body_name.h"
#include "meeting/minutes_reading.h"

/* Finds the title, the body, the date and the times of the meeting (3.2). */
void meeting_read(struct minutes *minutes);

/* Adds the place of the meeting, unless it has one: from its title, or from the sentence or line of
 * the head that names it. */
void meeting_add_place(struct minutes *minutes);

/* Adds the meeting, its body, its place and its quorum to the draft. */
void meeting_add(struct minutes *minutes);

/* Finds the first line of the head with a day that does not exist, "31 February 2026". Returns the
 * number of lines if there is none. */
size_t meeting_impossible_date(const struct minutes *minutes, struct text_span *ret_day);

/* The steps of reading minutes. Private to model/minutes. */
#pragma once

#include "attendance/attendance.h"
#include "meeting/meeting.h"
#include "minutes/minutes.h"

/* The marks that distinguish minutes from other texts (P6). */
struct minutes_marks {
    bool date, attendance, items, chat, decisions;
};

/* Adds the items, contributions, decisions and actions to the draft. */
void proceedings_add(struct minutes *minutes);

/* Refuses a text that has too few marks of minutes. The message depends on the kind of text, and
 * says what to do (P6). */
void minutes_refuse(struct minutes *minutes, const struct minutes_marks *marks);

/* Refuses a file that is one long line, in which no meeting is looked for. */
void minutes_refuse_line(struct draft *draft);

/* Refuses a file without any text; `front` is true if it has front matter. */
void minutes_refuse_empty(struct draft *draft, bool front);

/* Warns if a meeting has no item of the agenda, or if its text has a label of an attendance of
 * which nothing was read. */
void losses_warn_meeting(struct minutes *minutes);

/* Warns if a large share of the lines of a file became nothing. */
void losses_warn_lines(const struct minutes *file);

/* Counts a text that looks like a decision but did not become one. */
void losses_note_decision(struct minutes *minutes, struct text_span text, unsigned line);

/* The attendance of a meeting: the people whom its minutes list, and their records.
 *
 * The lines of the attendance are groups with members (attendance_private.h), which a roster
 * (members/roster.h) keeps until their records are added. The names of the rules, such as "A1", are
 * explained in docs/minutes.md.
 *
 * May include: base, values, schema, draft, wording, phrases, members, markdown, outline, meeting.
 */
#pragma once

#include "meeting/meeting.h"

/* Reads the attendance into the roster (3.4). */
void attendance_read(struct minutes *minutes);

/* Returns true if the front matter lists who was there. */
bool attendance_is_in_front(const struct minutes *minutes);

/* Adds the people and organizations of the roster to the draft. */
void attendance_add(struct minutes *minutes);

/* Adds the record of a person, unless the draft has it. */
void attendance_add_person(struct minutes *minutes, uint32_t number);

/* Returns a reference to a person, for fields that name people or organizations; NULL if out of
 * memory. */
json_t *attendance_reference(const struct minutes *minutes, uint32_t number);

/* The place of an entry, and what a record has in common with the records to which it belongs. */
#pragma once

#include "archive/record.h"
#include "base/buffer.h"

/* Returns the record of which a record is a part: its parent, else its agenda item, its session or
 * its meeting. Returns NULL if it is a part of none. */
const struct record *calendar_place_container(const struct record *record);

/* Returns the record itself, or the nearest record that it belongs to, that has a value of the
 * field with a role. Returns NULL if none has. */
const struct record *calendar_place_owner(const struct record *record, enum field_role role);

/* Returns that value, or value_absent: a session without a venue is where its meeting is. */
const struct value *calendar_place_value(const struct record *record, enum field_role role);

/* Appends the room, venue, city and country, separated by commas. */
void calendar_place_append(struct buffer *out, const struct record *record);

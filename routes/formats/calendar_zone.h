/* Time zones in iCalendar (RFC 5545, section 3.6.5): a VTIMEZONE component says how the clocks of a
 * zone changed while the entries of a file last, so that a program needs no time zones of its own.
 */
#pragma once

#include "archive/record.h"
#include "base/buffer.h"

/* Appends the components of the zones in which the times of records are. */
void calendar_zone_append_all(struct buffer *out, const struct record *const *records,
                              size_t count);

/* Appends a line with an instant: in the zone, with its name, or in UTC. */
void calendar_zone_append_time(struct buffer *out, const char *name, uint16_t zone,
                               int64_t instant);

/* Time zones in iCalendar (RFC 5545, section 3.6.5): a VTIMEZONE component says how the clocks of a
 * zone changed while the entries of a file last, so that a program needs no time zones of its own.
 */
#pragma once

#include "archive/record.h"
#include "base/buffer.h"
#include "values/time_zone.h"

/* Appends the components of the zones in which calendar_append_entry writes the times of records.
 */
void calendar_zone_append_all(struct buffer *out, const struct record *const *records,
                              size_t count);

/* Appends the component of UTC, for a file that would have no component, which section 3.4 does not
 * allow. */
void calendar_zone_append_utc(struct buffer *out);

/* Appends a line with an instant: as a time of the zone, with its name. It is in UTC if the zone is
 * TIME_ZONE_UTC, if the clocks show the time twice, if its offset is not whole minutes, or if the
 * year is not one of 1800 to 2499. */
void calendar_zone_append_time(struct buffer *out, const char *name, uint16_t zone,
                               int64_t instant);

/* Times as schedules write them: to the second, with an offset from UTC. */
#pragma once

#include "archive/record.h"

enum {
    PROGRAMME_TIME_BYTES = 32, /* of "2031-05-03T10:00:00+01:00", with the NUL */
    PROGRAMME_DATE_BYTES = 11, /* of "2031-05-03", with the NUL */
    PROGRAMME_DURATION_BYTES = 32
};

struct programme_time {
    char text[PROGRAMME_TIME_BYTES];
    int64_t instant; /* seconds since 1970 */
    int32_t offset;  /* from UTC, in seconds */
};

/* Reads a time. Returns false, and leaves *ret_time unchanged, if the date is not a time: if it is
 * a day, if it has no offset and is in no time zone, or if the offset is over 14 hours or not whole
 * minutes. */
bool programme_time_read(const struct value *date, struct programme_time *ret_time);

/* Returns the midnight at which a day begins, `days` days after `date`. It has the offset of the
 * zone there, or `offset` if the zone is TIME_ZONE_UTC. */
struct programme_time programme_midnight(const char *date, int days, uint16_t zone, int32_t offset);

/* Writes the day of a date that is a day or a time. Returns false for any other date. */
bool programme_day_of(const struct value *date, char day[PROGRAMME_DATE_BYTES]);

/* Writes a duration, of 0 seconds or more, as "hh:mm". If `xml`, it has its seconds if they are not
 * 0, and is 99:59 if it is longer. */
void programme_duration_write(int64_t seconds, bool xml, char text[PROGRAMME_DURATION_BYTES]);

/* Time zones of the IANA database, which are part of the program: a server in a container without
 * files has them, too, and all servers of one build agree.
 *
 * A zone is a number from 1; TIME_ZONE_UTC, 0, stands for UTC. Times are seconds since 1970. A
 * local time is counted like UTC: 1970-01-01T00:00 is 0 in each zone.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    TIME_ZONE_UTC = 0
};

/* The release of the database, such as "2025b". */
extern const char time_zone_release[];

/* The number of zones, which are 1 to time_zone_count. */
extern const size_t time_zone_count;

/* Returns the zone called `name` (`length` bytes), or TIME_ZONE_UTC if there is none. */
uint16_t time_zone_find(const char *name, size_t length);

/* Returns the name of the zone that `text` (`length` bytes) means in another spelling, or NULL: in
 * letters of another case, with spaces, or only the last part, such as "New York". */
const char *time_zone_meant(const char *text, size_t length);

/* Returns the name of a zone; "UTC" for TIME_ZONE_UTC. */
const char *time_zone_name(uint16_t zone);

/* Returns the seconds to add to UTC at an instant. */
int32_t time_zone_offset(uint16_t zone, int64_t instant);

/* How often a local time occurs. */
enum time_zone_fit {
    TIME_ZONE_ONCE,
    TIME_ZONE_SKIPPED, /* a change of the clocks skips it */
    TIME_ZONE_REPEATED /* a change of the clocks repeats it */
};

/* Returns the instant of a local time. For a repeated time it is the first one; for a skipped time
 * the offset before the change applies. `ret_fit` may be NULL. */
int64_t time_zone_instant(uint16_t zone, int64_t local, enum time_zone_fit *ret_fit);

/* A change of the offset from UTC. */
struct time_zone_change {
    int64_t instant;
    int32_t offset_before, offset;
    bool daylight; /* true if daylight saving time begins */
    const char *abbreviation;
};

/* Finds the first change after an instant. Returns false if there is none. */
bool time_zone_next_change(uint16_t zone, int64_t after, struct time_zone_change *ret_change);

/* Returns the state at an instant as a change; `offset_before` is `offset`. */
struct time_zone_change time_zone_state(uint16_t zone, int64_t instant);

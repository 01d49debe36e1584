/* The time zones of the IANA database, which time_zones.py writes when the program is built.
 * Private to time_zone.c. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    TIME_ZONE_ABBREVIATION_MAX = 8 /* with the NUL */
};

struct time_zone_type {
    int32_t offset; /* seconds to add to UTC */
    bool daylight;
    char abbreviation[TIME_ZONE_ABBREVIATION_MAX];
};

/* A day of the year: the last weekday of a month if `week` is 5, else the one of that number. */
struct time_zone_day {
    uint8_t month, week, weekday; /* from 1, from 1, from 0 for Sunday */
    int32_t time;                 /* seconds after midnight, in the offset before the change */
};

/* The times after the last transition. */
struct time_zone_rule {
    bool changes; /* false if it is standard time all year */
    struct time_zone_type standard, daylight;
    struct time_zone_day start, end; /* of daylight saving time */
};

struct time_zone_body {
    uint32_t first_transition, transition_count;
    uint32_t first_type; /* in use before the first transition */
    struct time_zone_rule rule;
};

struct time_zone_name {
    const char *name;
    uint32_t body;
};

extern const int64_t time_zone_transitions[];            /* seconds since 1970 */
extern const unsigned char time_zone_transition_types[]; /* counted from the body's first type */
extern const struct time_zone_type time_zone_types[];
extern const struct time_zone_body time_zone_bodies[];
extern const struct time_zone_name time_zone_names[]; /* in the order of their bytes */

#include "values/time_zone.h"

#include "values/calendar_day.h"
#include "values/time_zone_data.h"

#include <assert.h>
#include <string.h>

enum {
    WEEK = 7
};

static int compare_name(const char *known, const char *name, size_t length)
{
    const int order = strncmp(known, name, length);
    return order ? order : known[length] != '\0';
}

uint16_t time_zone_find(const char *name, size_t length)
{
    size_t low = 0, count = time_zone_count;
    while (count > 0) {
        const size_t half = count / 2;
        const int order = compare_name(time_zone_names[low + half].name, name, length);
        if (order == 0)
            return (uint16_t)(low + half + 1);
        if (order < 0) {
            low += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return TIME_ZONE_UTC;
}

static char fold(char c)
{
    if (c == ' ')
        return '_';
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_meant(const char *name, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!name[i] || fold(name[i]) != fold(text[i]))
            return false;
    return name[length] == '\0';
}

const char *time_zone_meant(const char *text, size_t length)
{
    for (size_t i = 0; i < time_zone_count && length > 0; i++) {
        const char *name = time_zone_names[i].name;
        const char *slash = strrchr(name, '/');
        if (is_meant(name, text, length) || (slash && is_meant(slash + 1, text, length)))
            return name;
    }
    return NULL;
}

const char *time_zone_name(uint16_t zone)
{
    return zone == TIME_ZONE_UTC ? "UTC" : time_zone_names[zone - 1].name;
}

static const struct time_zone_body *body_of(uint16_t zone)
{
    assert(zone <= time_zone_count);
    return &time_zone_bodies[time_zone_names[zone - 1].body];
}

/* Returns the instant at which the offset changes in a year: `before` is the offset until then. */
static int64_t change_in_year(const struct time_zone_day *day, int64_t year, int32_t before)
{
    const int64_t first = calendar_day(year, day->month, 1);
    const int64_t weekday = ((first + 4) % WEEK + WEEK) % WEEK; /* 1970-01-01 was a Thursday */
    const int64_t next =
        day->month == 12 ? calendar_day(year + 1, 1, 1) : calendar_day(year, day->month + 1, 1);
    int64_t found =
        first + (day->weekday - weekday + WEEK) % WEEK + (day->week - INT64_C(1)) * WEEK;
    while (found >= next)
        found -= WEEK;
    return found * SECONDS_OF_DAY + day->time - before;
}

static const struct time_zone_type *type_by_rule(const struct time_zone_rule *rule, int64_t instant)
{
    if (!rule->changes)
        return &rule->standard;
    const int64_t year =
        calendar_date_of(calendar_day_of_time(instant + rule->standard.offset)).year;
    const int64_t start = change_in_year(&rule->start, year, rule->standard.offset);
    const int64_t end = change_in_year(&rule->end, year, rule->daylight.offset);
    const bool daylight =
        start < end ? instant >= start && instant < end : instant >= start || instant < end;
    return daylight ? &rule->daylight : &rule->standard;
}

/* Returns the number of transitions of a body until an instant, including one at the instant. */
static size_t transitions_until(const struct time_zone_body *body, int64_t instant)
{
    const int64_t *transitions = time_zone_transitions + body->first_transition;
    size_t low = 0, count = body->transition_count;
    while (count > 0) {
        const size_t half = count / 2;
        if (transitions[low + half] <= instant) {
            low += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return low;
}

static const struct time_zone_type *type_at(uint16_t zone, int64_t instant)
{
    static const struct time_zone_type utc = {0, false, "UTC"};
    if (zone == TIME_ZONE_UTC)
        return &utc;
    const struct time_zone_body *body = body_of(zone);
    const size_t passed = transitions_until(body, instant);
    if (passed == body->transition_count)
        return type_by_rule(&body->rule, instant);
    const unsigned char type =
        passed ? time_zone_transition_types[body->first_transition + passed - 1] : 0;
    return &time_zone_types[body->first_type + type];
}

int32_t time_zone_offset(uint16_t zone, int64_t instant)
{
    return type_at(zone, instant)->offset;
}

/* Tries the offsets of the day before and of the day after: an offset changes less often. */
int64_t time_zone_instant(uint16_t zone, int64_t local, enum time_zone_fit *ret_fit)
{
    const int32_t before = time_zone_offset(zone, local - SECONDS_OF_DAY);
    const int32_t after = time_zone_offset(zone, local + SECONDS_OF_DAY);
    const int64_t first = local - before, second = local - after;
    const bool first_fits = time_zone_offset(zone, first) == before;
    const bool second_fits = time_zone_offset(zone, second) == after;
    enum time_zone_fit fit = TIME_ZONE_ONCE;
    if (!first_fits && !second_fits)
        fit = TIME_ZONE_SKIPPED;
    else if (first_fits && second_fits && first != second)
        fit = TIME_ZONE_REPEATED;
    if (ret_fit)
        *ret_fit = fit;
    return first_fits || fit == TIME_ZONE_SKIPPED ? first : second;
}

struct time_zone_change time_zone_state(uint16_t zone, int64_t instant)
{
    const struct time_zone_type *type = type_at(zone, instant);
    return (struct time_zone_change){instant, type->offset, type->offset, type->daylight,
                                     type->abbreviation};
}

/* Stores the next change by the rule, whose changes are at two instants of each year. */
static bool next_change_by_rule(const struct time_zone_rule *rule, int64_t after,
                                int64_t *ret_instant)
{
    const int64_t year = calendar_date_of(calendar_day_of_time(after)).year - 1;
    for (int64_t i = year; rule->changes && i < year + 4; i++) {
        const int64_t start = change_in_year(&rule->start, i, rule->standard.offset);
        const int64_t end = change_in_year(&rule->end, i, rule->daylight.offset);
        const int64_t first = start < end ? start : end, second = start < end ? end : start;
        if (first > after || second > after) {
            *ret_instant = first > after ? first : second;
            return true;
        }
    }
    return false;
}

bool time_zone_next_change(uint16_t zone, int64_t after, struct time_zone_change *ret_change)
{
    int64_t instant;
    if (zone == TIME_ZONE_UTC)
        return false;
    const struct time_zone_body *body = body_of(zone);
    const size_t passed = transitions_until(body, after);
    if (passed < body->transition_count)
        instant = time_zone_transitions[body->first_transition + passed];
    else if (!next_change_by_rule(&body->rule, after, &instant))
        return false;
    *ret_change = time_zone_state(zone, instant);
    ret_change->offset_before = time_zone_offset(zone, instant - 1);
    return true;
}

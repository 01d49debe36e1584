#include "values/duration.h"

#include <string.h>

enum {
    DIGITS_MAX = 9,
    DAYS_OF_WEEK = 7,
    SECONDS_OF_MINUTE = 60,
    SECONDS_OF_HOUR = 3600
};

static size_t digits_at(const char *text, size_t length)
{
    size_t count = 0;
    while (count < length && text[count] >= '0' && text[count] <= '9')
        count++;
    return count;
}

/* Skips numbers, each with the next of the units, and returns how many. */
static size_t skip_numbers(const char **at, const char *end, const char *units)
{
    size_t count = 0;
    while (*at < end) {
        const size_t digits = digits_at(*at, (size_t)(end - *at));
        if (digits == 0 || digits > DIGITS_MAX || *at + digits == end)
            break;
        const char *unit = strchr(units, (*at)[digits]);
        if (!unit || !*unit)
            break;
        units = unit + 1;
        *at += digits + 1;
        count++;
    }
    return count;
}

bool duration_is_valid(const char *text, size_t length)
{
    const char *at = text, *const end = text + length;
    if (at == end || *at++ != 'P')
        return false;
    if (skip_numbers(&at, end, "W"))
        return at == end;
    size_t parts = skip_numbers(&at, end, "YMD");
    if (at < end && *at == 'T') {
        at++;
        const size_t times = skip_numbers(&at, end, "HMS");
        if (times == 0)
            return false;
        parts += times;
    }
    return at == end && parts > 0;
}

/* Adds a number of units to a duration. Returns false if the length of the unit differs. */
static bool duration_add(struct duration *duration, int64_t number, char unit, bool time)
{
    switch (unit) {
    case 'W':
        duration->days += number * DAYS_OF_WEEK;
        return true;
    case 'D':
        duration->days += number;
        return true;
    case 'H':
        duration->seconds += number * SECONDS_OF_HOUR;
        return true;
    case 'M':
        duration->seconds += number * SECONDS_OF_MINUTE;
        return time;
    case 'S':
        duration->seconds += number;
        return true;
    default:
        return false;
    }
}

bool duration_read(const char *text, size_t length, struct duration *ret_duration)
{
    struct duration read = {0, 0};
    bool time = false;
    int64_t number = 0;
    for (size_t i = 1; i < length; i++) {
        if (text[i] == 'T') {
            time = true;
        } else if (text[i] <= '9') {
            number = number * 10 + (text[i] - '0');
        } else {
            if (!duration_add(&read, number, text[i], time))
                return false;
            number = 0;
        }
    }
    *ret_duration = read;
    return true;
}

bool duration_is_offset(const char *text, size_t length)
{
    const size_t hours = digits_at(text, length);
    const char *const rest = text + hours;
    if (hours == 0 || hours > DIGITS_MAX || length != hours + strlen(":02:03"))
        return false;
    return rest[0] == ':' && digits_at(rest + 1, 2) == 2 && rest[1] < '6' && rest[3] == ':' &&
           digits_at(rest + 4, 2) == 2 && rest[4] < '6';
}

#define NUMBER "[0-9]{1,9}"

const char duration_pattern[] = "^P(" NUMBER "W|(" NUMBER "Y)?(" NUMBER "M)?(" NUMBER
                                "D)?(T(" NUMBER "H)?(" NUMBER "M)?(" NUMBER "S)?)?)$";
const char duration_offset_pattern[] = "^" NUMBER ":[0-5][0-9]:[0-5][0-9]$";

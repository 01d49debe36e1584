#include "values/edtf.h"

#include "values/calendar_day.h"
#include "values/time_zone.h"

#include <string.h>

/* The part of the text that is not parsed yet. */
struct cursor {
    const char *at;
    const char *end;
};

static bool take(struct cursor *cursor, char wanted)
{
    if (cursor->at == cursor->end || *cursor->at != wanted)
        return false;
    cursor->at++;
    return true;
}

static size_t count_digits(const struct cursor *cursor)
{
    size_t count = 0;
    while (cursor->at + count < cursor->end && cursor->at[count] >= '0' && cursor->at[count] <= '9')
        count++;
    return count;
}

/* Takes a number of `digits` digits, whose last ones may be 'X'. Returns the least and the greatest
 * number that it may mean. */
static bool take_number(struct cursor *cursor, size_t digits, int64_t *ret_least,
                        int64_t *ret_greatest)
{
    if ((size_t)(cursor->end - cursor->at) < digits)
        return false;
    const size_t known = count_digits(cursor);
    int64_t low = 0, high = 0;
    for (size_t i = 0; i < digits; i++) {
        const char c = cursor->at[i];
        if (i >= known && c != 'X')
            return false;
        low = low * 10 + (c == 'X' ? 0 : c - '0');
        high = high * 10 + (c == 'X' ? 9 : c - '0');
    }
    cursor->at += digits;
    *ret_least = low;
    *ret_greatest = high;
    return true;
}

/* Takes a year: [-]YYYY, or Y[-]YYYYY... with 5 to 12 known digits. */
static bool take_year(struct cursor *cursor, int64_t *ret_least, int64_t *ret_greatest)
{
    const bool is_long = take(cursor, 'Y');
    const bool negative = take(cursor, '-');
    const size_t digits = is_long ? count_digits(cursor) : 4;
    int64_t least, greatest;
    if (is_long && (digits < 5 || digits > 12 || *cursor->at == '0'))
        return false;
    if (!take_number(cursor, digits, &least, &greatest))
        return false;
    *ret_least = negative ? -greatest : least;
    *ret_greatest = negative ? -least : greatest;
    return true;
}

static int64_t days_in_month(int64_t year, int64_t month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

#define YEAR_MAX INT64_C(200000000000)

static int64_t first_second(int64_t year, int64_t month, int64_t day)
{
    const int64_t counted = year > YEAR_MAX ? YEAR_MAX : year < -YEAR_MAX ? -YEAR_MAX : year;
    return calendar_day(counted, month, day) * SECONDS_OF_DAY;
}

static int64_t last_second(int64_t year, int64_t month, int64_t day)
{
    return first_second(year, month, day) + SECONDS_OF_DAY - 1;
}

/* Returns the quarter of the year that stands for season 21 to 24: level 1 does not define
 * seasons more closely. */
static struct edtf_bounds season_bounds(int64_t year, int64_t season)
{
    const int64_t first_month = (season - 21) * 3 + 1;
    return (struct edtf_bounds){
        first_second(year, first_month, 1),
        last_second(year, first_month + 2, days_in_month(year, first_month + 2))};
}

static bool take_unknown(struct cursor *cursor)
{
    if (cursor->end - cursor->at < 2 || memcmp(cursor->at, "XX", 2) != 0)
        return false;
    cursor->at += 2;
    return true;
}

/* Takes the part after a known month: "-DD", "-XX" or nothing. */
static bool take_day(struct cursor *cursor, int64_t year, int64_t month,
                     struct edtf_bounds *ret_bounds)
{
    const int64_t last = days_in_month(year, month);
    int64_t day, same;
    *ret_bounds =
        (struct edtf_bounds){first_second(year, month, 1), last_second(year, month, last)};
    if (!take(cursor, '-') || take_unknown(cursor))
        return true;
    if (!take_number(cursor, 2, &day, &same) || day != same || day < 1 || day > last)
        return false;
    ret_bounds->earliest = first_second(year, month, day);
    ret_bounds->latest = last_second(year, month, day);
    return true;
}

/* Takes the part after "YYYY-": a season, or a month that a day may follow. Digits are unknown from
 * the right only, so after an unknown year the month and the day are unknown, too. */
static bool take_rest(struct cursor *cursor, int64_t year, bool year_known,
                      struct edtf_bounds *bounds)
{
    int64_t month, same;
    if (take_unknown(cursor))
        return !take(cursor, '-') || take_unknown(cursor);
    if (!year_known || !take_number(cursor, 2, &month, &same) || month != same)
        return false;
    if (month >= 21 && month <= 24) {
        *bounds = season_bounds(year, month);
        return true;
    }
    return month >= 1 && month <= 12 && take_day(cursor, year, month, bounds);
}

static bool take_two_digits(struct cursor *cursor, int64_t most, int64_t *ret_number)
{
    int64_t same;
    return take_number(cursor, 2, ret_number, &same) && *ret_number == same && *ret_number <= most;
}

/* Takes "Z" or "+HH:MM", and moves the bounds from the clock to UTC; nothing is allowed, too. */
static bool take_offset(struct cursor *cursor, struct edtf_date *date)
{
    int64_t hours, minutes;
    if (cursor->at == cursor->end)
        return true;
    date->clock = EDTF_OFFSET;
    if (take(cursor, 'Z'))
        return true;
    const bool negative = take(cursor, '-');
    if ((!negative && !take(cursor, '+')) || !take_two_digits(cursor, 14, &hours) ||
        !take(cursor, ':') || !take_two_digits(cursor, 59, &minutes))
        return false;
    const int64_t offset = (hours * 60 + minutes) * 60 * (negative ? -1 : 1);
    date->bounds.earliest -= offset;
    date->bounds.latest -= offset;
    return true;
}

/* Takes the part after "T": hours, minutes, perhaps seconds and an offset. */
static bool take_time(struct cursor *cursor, struct edtf_date *date)
{
    int64_t hours, minutes, seconds = 0;
    if (!take_two_digits(cursor, 23, &hours) || !take(cursor, ':') ||
        !take_two_digits(cursor, 59, &minutes))
        return false;
    if (take(cursor, ':') && !take_two_digits(cursor, 59, &seconds))
        return false;
    date->clock = EDTF_LOCAL;
    date->bounds.earliest += (hours * 60 + minutes) * 60 + seconds;
    date->bounds.latest = date->bounds.earliest;
    return take_offset(cursor, date) && cursor->at == cursor->end;
}

static bool is_one_day(const struct edtf_bounds *bounds)
{
    return bounds->latest - bounds->earliest == SECONDS_OF_DAY - 1;
}

static bool parse_single(struct cursor cursor, struct edtf_date *ret_date)
{
    int64_t least, greatest;
    const bool is_long = cursor.at < cursor.end && *cursor.at == 'Y';
    if (!take_year(&cursor, &least, &greatest))
        return false;
    struct edtf_date date = {EDTF_DAYS, {first_second(least, 1, 1), last_second(greatest, 12, 31)}};
    if (!is_long && take(&cursor, '-') &&
        !take_rest(&cursor, least, least == greatest, &date.bounds))
        return false;
    if (is_one_day(&date.bounds) && take(&cursor, 'T')) {
        if (!take_time(&cursor, &date))
            return false;
    } else if (!take(&cursor, '?') && !take(&cursor, '~')) {
        take(&cursor, '%');
    }
    if (cursor.at != cursor.end)
        return false;
    *ret_date = date;
    return true;
}

static bool is_open(struct cursor cursor)
{
    return cursor.at == cursor.end || (cursor.end - cursor.at == 2 && !memcmp(cursor.at, "..", 2));
}

/* Parses the end of an interval, which is a date without a time. */
static bool parse_end(struct cursor cursor, struct edtf_bounds *ret_bounds)
{
    struct edtf_date date;
    if (!parse_single(cursor, &date) || date.clock != EDTF_DAYS)
        return false;
    *ret_bounds = date.bounds;
    return true;
}

static bool parse_interval(struct cursor from, struct cursor to, struct edtf_bounds *ret_bounds)
{
    struct edtf_bounds first = {EDTF_MIN, EDTF_MIN}, last = {EDTF_MAX, EDTF_MAX};
    if (is_open(from) && is_open(to))
        return false;
    if (!is_open(from) && !parse_end(from, &first))
        return false;
    if (!is_open(to) && !parse_end(to, &last))
        return false;
    if (last.latest < first.earliest)
        return false;
    *ret_bounds = (struct edtf_bounds){first.earliest, last.latest};
    return true;
}

bool edtf_read(const char *text, size_t length, struct edtf_date *ret_date)
{
    const struct cursor whole = {text, text + length};
    const char *slash = length ? memchr(text, '/', length) : NULL; /* `text` may be NULL then */
    struct edtf_date date = {.clock = EDTF_DAYS};
    if (!slash)
        return parse_single(whole, ret_date);
    if (!parse_interval((struct cursor){text, slash}, (struct cursor){slash + 1, whole.end},
                        &date.bounds))
        return false;
    *ret_date = date;
    return true;
}

bool edtf_parse(const char *text, size_t length, struct edtf_bounds *ret_bounds)
{
    struct edtf_date date;
    if (!edtf_read(text, length, &date))
        return false;
    *ret_bounds = date.bounds;
    return true;
}

static bool is_bound(int64_t second)
{
    return second != EDTF_MIN && second != EDTF_MAX;
}

struct edtf_bounds edtf_instants(const struct edtf_date *date, uint16_t zone)
{
    struct edtf_bounds bounds = date->bounds;
    if (date->clock == EDTF_OFFSET)
        return bounds;
    if (is_bound(bounds.earliest))
        bounds.earliest = time_zone_instant(zone, bounds.earliest, NULL);
    if (is_bound(bounds.latest))
        bounds.latest = time_zone_instant(zone, bounds.latest, NULL);
    return bounds;
}

struct edtf_bounds edtf_local(const struct edtf_date *date, uint16_t zone)
{
    struct edtf_bounds bounds = date->bounds;
    if (date->clock != EDTF_OFFSET)
        return bounds;
    bounds.earliest += time_zone_offset(zone, bounds.earliest);
    bounds.latest += time_zone_offset(zone, bounds.latest);
    return bounds;
}

/* The pattern knows the length of each month and the leap years. Digits are unknown from the right.
 * A year of more than four digits has no month. */
#define MONTH_OF_31 "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
#define MONTH_OF_30 "(0[469]|11)-(0[1-9]|[12][0-9]|30)"
#define MONTH_OF_28 "02-(0[1-9]|1[0-9]|2[0-8])"
#define MONTH "(0[1-9]|1[0-2])(-XX)?"
#define SEASON "2[1-4]"
#define KNOWN "[0-9]{4}(-(" MONTH_OF_31 "|" MONTH_OF_30 "|" MONTH_OF_28 "|" MONTH "|" SEASON "))?"
#define LEAP_DAY "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29"
#define UNKNOWN "([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX)(-XX(-XX)?)?"
#define SINGLE "(-?(" KNOWN "|" LEAP_DAY "|" UNKNOWN ")|Y-?[1-9][0-9]{4,11})[?~%]?"

#define DAY "[0-9]{4}-(" MONTH_OF_31 "|" MONTH_OF_30 "|" MONTH_OF_28 ")"
#define OFFSET "(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])"
#define TIME "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?" OFFSET "?"
#define DATE_TIME "-?(" DAY "|" LEAP_DAY ")" TIME

const char edtf_pattern[] =
    "^(" SINGLE "(/(" SINGLE "|[.][.])?)?|([.][.])?/" SINGLE "|" DATE_TIME ")$";

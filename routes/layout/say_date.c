#include "layout/say_date.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static const char *const month_names[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};
static const char *const season_names[] = {"spring", "summer", "autumn", "winter"};

enum {
    SEASON_FIRST = 21,
    YEAR_BYTES = 4,
    DAY_BYTES = 10, /* of "2006-04-28" */
    DAY_SECONDS = 24 * 60 * 60,
    MONTH_BYTES = 7 /* of "2006-21" */
};

static size_t say_plain(const struct value *date, char text[SAY_DATE_BYTES]);

/* Writes formatted text, and cuts what does not fit. Returns its length. */
__attribute__((format(printf, 2, 3))) static size_t say(char text[SAY_DATE_BYTES],
                                                        const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int written = vsnprintf(text, SAY_DATE_BYTES, format, arguments);
    va_end(arguments);
    return written < 0 ? 0 : written < SAY_DATE_BYTES ? (size_t)written : SAY_DATE_BYTES - 1;
}

/* Writes a year of which the last digits are unknown: "the 1990s", "the 1900s", or a span. Returns
 * 0 for other texts. */
static size_t say_decade(const char *year, size_t length, char text[SAY_DATE_BYTES])
{
    const size_t known = strspn(year, "0123456789");
    if (length != YEAR_BYTES || known == 0 || known >= length ||
        known + strspn(year + known, "X") < length)
        return 0;
    if (known > 1)
        return say(text, "the %.*s%ss", (int)known, year, known == 2 ? "00" : "0");
    return say(text, "between %c000 and %c999", *year, *year);
}

/* Writes a date with unknown digits: what is known of it. Returns 0 if it has none. */
static size_t say_unknown(const struct value *date, char text[SAY_DATE_BYTES])
{
    const char *unknown = memchr(date->text, 'X', date->count);
    struct value known = *date;
    struct plain_date part;
    if (!unknown)
        return 0;
    if (unknown - date->text < YEAR_BYTES)
        return say_decade(date->text, date->count < YEAR_BYTES ? date->count : YEAR_BYTES, text);
    known.count = (uint32_t)(unknown - date->text) - 1; /* without the hyphen */
    return plain_date_read(&known, &part) ? say_plain(&known, text) : 0;
}

/* Writes a year before 1 BC, or one of more than four digits. Returns 0 for other texts. */
static size_t say_far_year(const struct value *date, char text[SAY_DATE_BYTES])
{
    const bool far = *date->text == 'Y';
    const char *year = date->text + far;
    const bool before = *year == '-';
    int64_t number = 0;
    if ((!far && !before) ||
        !decimal_parse(year + before, (size_t)(date->text + date->count - year - before), &number))
        return 0;
    return before ? say(text, "%" PRId64 " BC", number + 1)
                  : say(text, "the year %" PRId64, number);
}

/* Writes the words of a date without qualification and time. Returns 0 if it has no words. */
static size_t say_plain(const struct value *date, char text[SAY_DATE_BYTES])
{
    struct plain_date day;
    if (plain_date_read(date, &day)) {
        const char *month = day.count > 1 ? month_names[day.parts[1] - 1] : "";
        if (day.count == 3)
            return say(text, "%d %s %d", day.parts[2], month, day.parts[0]);
        return say(text, "%s%s%d", month, *month ? " " : "", day.parts[0]);
    }
    int64_t season = 0;
    if (date->count == MONTH_BYTES && date->text[4] == '-' &&
        decimal_parse(date->text + 5, 2, &season) && season >= SEASON_FIRST &&
        season < SEASON_FIRST + 4)
        return say(text, "%s %.4s", season_names[season - SEASON_FIRST], date->text);
    const size_t length = say_unknown(date, text);
    return length ? length : say_far_year(date, text);
}

static size_t say_verbatim(const struct value *date, char text[SAY_DATE_BYTES])
{
    return say(text, "%.*s", (int)date->count, date->text);
}

/* Writes a date with a qualification at its end: '?', '~' or '%'. */
static size_t say_qualified(const struct value *date, char mark, char text[SAY_DATE_BYTES])
{
    char words[SAY_DATE_BYTES];
    if (!say_plain(date, words))
        return 0;
    return say(text, "%s%.100s%s", mark == '?' ? "" : "about ", words,
               mark == '~' ? "" : " (uncertain)");
}

/* Writes a time with its day: the clock as the source gives it. */
static size_t say_time(const struct value *date, const char *time, char text[SAY_DATE_BYTES])
{
    char words[SAY_DATE_BYTES];
    const struct value day = {.count = (uint32_t)(time - date->text), .text = date->text};
    if (!say_plain(&day, words) || date->count < day.count + sizeof "T09:30" - 1)
        return 0;
    return say(text, "%.100s, %.5s", words, time + 1);
}

/* Writes two days of one month or one year. Returns 0 if they are not. */
static size_t say_days(const struct value *start, const struct value *end,
                       char text[SAY_DATE_BYTES])
{
    struct plain_date from, to;
    if (!plain_date_read(start, &from) || !plain_date_read(end, &to) || from.count != 3 ||
        to.count != 3 || from.parts[0] != to.parts[0])
        return 0;
    if (from.parts[1] == to.parts[1])
        return say(text, "%d\xE2\x80\x93%d %s %d", from.parts[2], to.parts[2],
                   month_names[to.parts[1] - 1], to.parts[0]);
    return say(text, "%d %s \xE2\x80\x93 %d %s %d", from.parts[2], month_names[from.parts[1] - 1],
               to.parts[2], month_names[to.parts[1] - 1], to.parts[0]);
}

static size_t say_interval(const struct value *date, const char *slash, char text[SAY_DATE_BYTES])
{
    char from[SAY_DATE_BYTES], to[SAY_DATE_BYTES];
    const size_t before = (size_t)(slash - date->text), after = date->count - before - 1;
    const struct value first = {.count = (uint32_t)before, .text = date->text};
    const struct value last = {.count = (uint32_t)after, .text = slash + 1};
    const bool begins = before > 0 && *date->text != '.', ends = after > 0 && slash[1] != '.';
    const size_t days = begins && ends ? say_days(&first, &last, text) : 0;
    if (days)
        return days;
    if (begins)
        say_date(&first, from);
    if (ends)
        say_date(&last, to);
    if (begins && ends)
        return say(text, "%.70s to %.70s", from, to);
    if (begins)
        return say(text, "since %.100s", from);
    return ends ? say(text, "until %.100s", to) : 0;
}

size_t say_date(const struct value *date, char text[SAY_DATE_BYTES])
{
    *text = '\0';
    if (!date->count)
        return 0;
    const char *slash = memchr(date->text, '/', date->count);
    const char *time = memchr(date->text, 'T', date->count), last = date->text[date->count - 1];
    struct value plain = *date;
    size_t length = 0;
    if (slash) {
        length = say_interval(date, slash, text);
    } else if (time) {
        length = say_time(date, time, text);
    } else if (last == '?' || last == '~' || last == '%') {
        plain.count--;
        length = say_qualified(&plain, last, text);
    } else {
        length = say_plain(date, text);
    }
    return length ? length : say_verbatim(date, text);
}

/* Writes two times of one day, or the one that is known. Returns 0 if they are not of one day. */
static size_t say_times(const struct value *start, const struct value *end,
                        char text[SAY_DATE_BYTES])
{
    const char *begins = memchr(start->text, 'T', start->count);
    const char *ends = memchr(end->text, 'T', end->count);
    const size_t day = begins ? (size_t)(begins - start->text) : start->count;
    const size_t last = ends ? (size_t)(ends - end->text) : end->count;
    if (day != last || memcmp(start->text, end->text, day) != 0 || (!begins && !ends) ||
        (ends && end->count < last + sizeof "T09:30" - 1))
        return 0;
    char words[SAY_DATE_BYTES];
    say_date(start, words);
    if (!ends)
        return say(text, "%.120s", words);
    return say(text, begins ? "%.120s\xE2\x80\x93%.5s" : "%.120s, until %.5s", words, ends + 1);
}

size_t say_period(const struct value *start, const struct value *end, char text[SAY_DATE_BYTES])
{
    char from[SAY_DATE_BYTES], to[SAY_DATE_BYTES];
    if (!start->count || !end->count)
        return say_date(start->count ? start : end, text);
    if (start->count == end->count && memcmp(start->text, end->text, end->count) == 0)
        return say_date(start, text);
    const size_t length = say_days(start, end, text);
    if (length)
        return length;
    const size_t times = say_times(start, end, text);
    if (times)
        return times;
    say_date(start, from);
    say_date(end, to);
    return say(text, "%.70s \xE2\x80\x93 %.70s", from, to);
}

/* Reports whether a text begins with a day, such as "2031-03-11". */
static bool has_day(const struct value *date)
{
    static const char form[] = "dddd-dd-dd";
    if (date->count < sizeof form - 1)
        return false;
    for (size_t i = 0; i < sizeof form - 1; i++)
        if (form[i] == 'd' ? date->text[i] < '0' || date->text[i] > '9' : date->text[i] != form[i])
            return false;
    return true;
}

/* Reports whether a day ended, in every time zone. */
static bool is_past(const struct value *date)
{
    char day[sizeof "2031-03-11"];
    const time_t before = time(NULL) - (time_t)2 * DAY_SECONDS;
    struct tm parts;
    return has_day(date) && gmtime_r(&before, &parts) &&
           strftime(day, sizeof day, "%Y-%m-%d", &parts) &&
           strncmp(date->text, day, DAY_BYTES) <= 0;
}

const struct value *say_status(const struct record *record)
{
    static const char *const usual[] = {"held", "given"}, *const before[] = {"planned",
                                                                             "scheduled"};
    const struct value *status = record_value(record, ROLE_EVENT_STATUS);
    const struct value *end = record_value(record, ROLE_END);
    for (size_t i = 0; i < sizeof usual / sizeof *usual && status->count; i++) {
        if (strcmp(status->text, usual[i]) == 0)
            return &value_absent;
        if (strcmp(status->text, before[i]) == 0 &&
            is_past(end->count ? end : record_value(record, ROLE_START)))
            return &value_absent;
    }
    return status;
}

/* Writes the month and the day of a date, or those of them that it has. */
static void say_month_first(const struct plain_date *date, char text[SAY_DATE_BYTES])
{
    const char *month = date->count > 1 ? month_names[date->parts[1] - 1] : "";
    if (date->count == 3)
        say(text, "%s %d", month, date->parts[2]);
    else
        say(text, "%s", month);
}

size_t say_year_first(const struct plain_date *from, const struct plain_date *to,
                      char text[SAY_DATE_BYTES])
{
    char first[SAY_DATE_BYTES], last[SAY_DATE_BYTES] = "";
    const int *start = from->parts, *end = to->parts;
    *text = '\0';
    if (!from->count)
        return 0;
    say_month_first(from, first);
    if (to->count && start[0] != end[0])
        return say(text, "%d\xE2\x80\x93%d", start[0], end[0]);
    if (to->count == 3 && from->count == 3 && start[1] == end[1] && start[2] != end[2])
        snprintf(last, sizeof last, "\xE2\x80\x93%d", end[2]);
    else if (to->count > 1 && start[1] != end[1]) {
        char end_text[SAY_DATE_BYTES];
        say_month_first(to, end_text);
        snprintf(last, sizeof last, "\xE2\x80\x93%.60s", end_text);
    }
    return say(text, "%d%s%.60s%.60s", start[0], *first ? ", " : "", first, last);
}

/* Writes a whole date with its year last. */
static void say_one_year_last(const struct plain_date *date, char text[SAY_DATE_BYTES])
{
    char month[SAY_DATE_BYTES];
    say_month_first(date, month);
    if (*month)
        say(text, "%.60s%s %d", month, date->count == 3 ? "," : "", date->parts[0]);
    else
        say(text, "%d", date->parts[0]);
}

size_t say_year_last(const struct plain_date *from, const struct plain_date *to,
                     char text[SAY_DATE_BYTES])
{
    char first[SAY_DATE_BYTES], last[SAY_DATE_BYTES];
    const int *start = from->parts, *end = to->parts;
    const bool days = from->count == 3 && to->count == 3;
    *text = '\0';
    if (!from->count)
        return 0;
    if (!to->count ||
        (from->count == to->count && memcmp(start, end, from->count * sizeof *start) == 0)) {
        say_one_year_last(from, text);
        return strlen(text);
    }
    say_one_year_last(to, last);
    if (days && start[0] == end[0] && start[1] == end[1])
        return say(text, "%s %d\xE2\x80\x93%d, %d", month_names[start[1] - 1], start[2], end[2],
                   end[0]);
    if (start[0] == end[0])
        say_month_first(from, first);
    else
        say_one_year_last(from, first);
    return say(text, "%.60s%s%.60s", first, *first ? "\xE2\x80\x93" : "", last);
}

#include "conference/schedule_time.h"

#include "values/calendar_day.h"
#include "values/duration.h"
#include "values/edtf.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
    DAY_LENGTH = 10, /* of 2026-01-31 */
    PERIOD_SECONDS_MAX = 400 * SECONDS_OF_DAY
};

static struct schedule_text trimmed(struct schedule_text text)
{
    while (text.length && strchr(" \t\r\n", *text.at))
        text.at++, text.length--;
    while (text.length && strchr(" \t\r\n", text.at[text.length - 1]))
        text.length--;
    return text;
}

static bool read_digits(const char *text, size_t length, int *ret_number)
{
    int number = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        number = number * 10 + text[i] - '0';
    }
    *ret_number = number;
    return length > 0;
}

/* Reads the offset of a time: "Z", "+01:00", "+1:00", "+0100" or "+01". */
static bool read_offset(const char *text, size_t length, int32_t *ret_offset)
{
    int hours = 0, minutes = 0;
    const char *colon = memchr(text, ':', length);
    const size_t hour_digits = colon ? (size_t)(colon - text) - 1 : length == 5 ? 2 : length - 1;
    if (length == 1 && (*text == 'Z' || *text == 'z')) {
        *ret_offset = 0;
        return true;
    }
    if (length > 6 || !strchr("+-", *text) || hour_digits > 2 ||
        !read_digits(text + 1, hour_digits, &hours))
        return false;
    const char *rest = text + 1 + hour_digits + (colon != NULL);
    if (rest < text + length && !read_digits(rest, (size_t)(text + length - rest), &minutes))
        return false;
    *ret_offset = (*text == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    return hours < 24 && minutes < 60;
}

/* Returns the length of the time of day that a text begins with: "hh:mm", or with seconds. */
static size_t clock_length(const char *text, size_t length)
{
    size_t end = 0;
    while (end < length && strchr("0123456789:.", text[end]) && text[end])
        end++;
    return end;
}

/* Reads "h:mm", "hh:mm" or "hh:mm:ss", whose fractions of seconds are dropped. */
static bool read_clock(const char *text, size_t length, int *ret_seconds, bool *ret_exact)
{
    int hours, minutes, seconds = 0;
    const char *fraction = memchr(text, '.', length);
    const size_t whole = fraction ? (size_t)(fraction - text) : length;
    const char *colon = memchr(text, ':', whole);
    const size_t digits = colon ? (size_t)(colon - text) : 0;
    if (!colon || digits > 2 || !read_digits(text, digits, &hours) || whole < digits + 3 ||
        !read_digits(colon + 1, 2, &minutes))
        return false;
    const size_t rest = whole - digits - 3;
    if (rest && (rest != 3 || colon[3] != ':' || !read_digits(colon + 4, 2, &seconds)))
        return false;
    *ret_seconds = hours * 3600 + minutes * 60 + seconds;
    *ret_exact = rest > 0;
    return hours < 25 && minutes < 60 && seconds < 61;
}

static bool read_day(const char *text, int64_t *ret_day)
{
    int year, month, day;
    struct edtf_date date;
    if (!read_digits(text, 4, &year) || !read_digits(text + 5, 2, &month) ||
        !read_digits(text + 8, 2, &day) || !edtf_read(text, DAY_LENGTH, &date))
        return false;
    *ret_day = calendar_day(year, month, day);
    return true;
}

/* Writes a time of a clock with its offset. */
static void schedule_time_write(struct schedule_time *time, bool seconds)
{
    const int64_t local = time->instant + time->offset;
    const struct calendar_date date = calendar_date_of(calendar_day_of_time(local));
    const int of_day = (int)(local - calendar_day_of_time(local) * SECONDS_OF_DAY);
    char clock[16] = "", offset[16] = "";
    const int distance = time->offset < 0 ? -time->offset : time->offset;
    if (time->clock && seconds)
        snprintf(clock, sizeof clock, "T%02d:%02d:%02d", of_day / 3600 % 24, of_day / 60 % 60,
                 of_day % 60);
    else if (time->clock)
        snprintf(clock, sizeof clock, "T%02d:%02d", of_day / 3600 % 24, of_day / 60 % 60);
    if (time->has_offset)
        snprintf(offset, sizeof offset, "%c%02d:%02d", time->offset < 0 ? '-' : '+',
                 distance / 3600 % 24, distance / 60 % 60);
    snprintf(time->text, sizeof time->text, "%04d-%02d-%02d%s%s", (int)(date.year % 10000),
             date.month % 13, date.day % 32, clock, offset);
}

bool schedule_time_read(struct schedule_text text, struct schedule_time *ret_time)
{
    struct schedule_time time = {.instant = 0};
    int64_t day;
    text = trimmed(text);
    if (text.length < DAY_LENGTH || !read_day(text.at, &day))
        return false;
    time.instant = day * SECONDS_OF_DAY;
    if (text.length > DAY_LENGTH) {
        const char *at = text.at + DAY_LENGTH + 1;
        const size_t rest = text.length - DAY_LENGTH - 1, clock = clock_length(at, rest);
        int seconds;
        bool exact;
        if (!strchr("Tt ", text.at[DAY_LENGTH]) || !read_clock(at, clock, &seconds, &exact))
            return false;
        const size_t offset = rest - clock;
        if (offset && !read_offset(at + clock, offset, &time.offset))
            return false;
        time.clock = true;
        time.has_offset = offset > 0;
        time.instant += seconds - time.offset;
        schedule_time_write(&time, exact);
        if (offset && strchr("Zz", at[clock]))
            memcpy(time.text + strlen(time.text) - strlen("+00:00"), "Z", 2);
    } else
        schedule_time_write(&time, false);
    *ret_time = time;
    return true;
}

/* Reads a duration of two to four numbers with colons. */
static bool read_colons(struct schedule_text text, int64_t *ret_seconds)
{
    int numbers[4] = {0};
    size_t count = 0, at = 0;
    while (at <= text.length) {
        const char *colon = memchr(text.at + at, ':', text.length - at);
        const size_t digits = (colon ? (size_t)(colon - text.at) : text.length) - at;
        if (count == 4 || digits > 4 || !read_digits(text.at + at, digits, &numbers[count++]))
            return false;
        at += digits + 1;
    }
    if (count == 1)
        *ret_seconds = (int64_t)numbers[0] * 60;
    else if (count < 4)
        *ret_seconds = (int64_t)numbers[0] * 3600 + (int64_t)numbers[1] * 60 + numbers[2];
    else
        *ret_seconds = (int64_t)numbers[0] * SECONDS_OF_DAY + (int64_t)numbers[1] * 3600 +
                       (int64_t)numbers[2] * 60 + numbers[3];
    return true;
}

bool schedule_duration_read(struct schedule_text text, int64_t *ret_seconds)
{
    struct duration iso;
    text = trimmed(text);
    if (!text.length)
        return false;
    if (duration_is_valid(text.at, text.length) && duration_read(text.at, text.length, &iso) &&
        iso.days < 1000 && iso.seconds < PERIOD_SECONDS_MAX) {
        *ret_seconds = iso.days * SECONDS_OF_DAY + iso.seconds;
        return true;
    }
    return read_colons(text, ret_seconds);
}

/* Reads the time of day of a text that is only that. */
static bool read_time_of_day(struct schedule_text text, int *ret_seconds, bool *ret_exact)
{
    text = trimmed(text);
    return text.length && clock_length(text.at, text.length) == text.length &&
           read_clock(text.at, text.length, ret_seconds, ret_exact);
}

bool schedule_time_is_known(struct schedule_text text)
{
    struct schedule_time time;
    int seconds;
    bool exact;
    return schedule_time_read(text, &time) || read_time_of_day(text, &seconds, &exact);
}

/* Sets the time of day of a day. It is on the day after if it is before the day's beginning. */
static void set_time_of_day(struct schedule_time *time, int seconds, bool exact, int change)
{
    time->clock = true;
    time->instant += seconds + (seconds < change ? SECONDS_OF_DAY : 0) - time->offset;
    schedule_time_write(time, exact);
}

/* Returns the time of day at which the day of an event begins. */
static int day_begins(const struct schedule_time *start_of_day, struct schedule_text day_change)
{
    int seconds = 0;
    bool exact;
    if (start_of_day->clock) {
        const int64_t local = start_of_day->instant + start_of_day->offset;
        return (int)(local - calendar_day_of_time(local) * SECONDS_OF_DAY);
    }
    return read_time_of_day(day_change, &seconds, &exact) ? seconds : 0;
}

/* Returns the start of an event whose source gives a day and a time of day. */
static struct schedule_time start_on_day(struct schedule_time date, struct schedule_text start,
                                         const struct schedule_object *day,
                                         struct schedule_text day_change)
{
    struct schedule_time start_of_day = {.instant = 0};
    const bool own = date.text[0];
    int seconds;
    bool exact;
    if (day && !schedule_time_read(schedule_value(day, VALUE_START), &start_of_day))
        schedule_time_read(schedule_value(day, VALUE_DATE), &start_of_day);
    if (!date.text[0] && day && !schedule_time_read(schedule_value(day, VALUE_DATE), &date) &&
        start_of_day.text[0]) {
        const struct schedule_text first = {start_of_day.text, DAY_LENGTH};
        schedule_time_read(first, &date);
    }
    if (!date.text[0] || !read_time_of_day(start, &seconds, &exact))
        return date;
    date.has_offset = start_of_day.has_offset;
    date.offset = start_of_day.offset;
    /* A date of its own that is not the day of the programme is that of the calendar. */
    const bool of_day = !own || strncmp(date.text, start_of_day.text, DAY_LENGTH) == 0;
    set_time_of_day(&date, seconds, exact, of_day ? day_begins(&start_of_day, day_change) : 0);
    return date;
}

/* Reports whether the time of day of the start differs from the one in its date. */
static bool times_disagree(const struct schedule_time *date, struct schedule_text start)
{
    int seconds;
    bool exact;
    const int64_t local = date->instant + date->offset;
    return read_time_of_day(start, &seconds, &exact) &&
           (local - calendar_day_of_time(local) * SECONDS_OF_DAY) / 60 != seconds / 60;
}

static struct schedule_time schedule_end_of(const struct schedule_object *event,
                                            const struct schedule_time *start)
{
    const struct schedule_text end = schedule_value(event, VALUE_END);
    struct schedule_time time = *start;
    int64_t seconds;
    int of_day;
    bool exact;
    if (schedule_time_read(end, &time))
        return time;
    if (start->clock && read_time_of_day(end, &of_day, &exact)) {
        const int64_t local = start->instant + start->offset;
        const int begins = (int)(local - calendar_day_of_time(local) * SECONDS_OF_DAY);
        time.instant = calendar_day_of_time(local) * SECONDS_OF_DAY;
        set_time_of_day(&time, of_day, exact, begins);
    } else if (start->clock &&
               schedule_duration_read(schedule_value(event, VALUE_DURATION), &seconds) &&
               seconds > 0 && seconds < PERIOD_SECONDS_MAX) {
        const char *colon = strchr(start->text, ':');
        time.instant += seconds;
        schedule_time_write(&time, (colon && colon[3] == ':') || seconds % 60);
        if (strchr(start->text, 'Z'))
            memcpy(time.text + strlen(time.text) - strlen("+00:00"), "Z", 2);
    } else
        time.text[0] = '\0';
    return time;
}

struct schedule_period schedule_period_of(const struct schedule_object *event,
                                          const struct schedule_object *day,
                                          struct schedule_text day_change)
{
    struct schedule_period period = {.disagrees = false};
    struct schedule_time date = {.instant = 0};
    const struct schedule_text start = schedule_value(event, VALUE_START);
    const bool dated = schedule_time_read(schedule_value(event, VALUE_DATE), &date);
    if (dated && date.clock) {
        period.disagrees = times_disagree(&date, start);
        period.start = date;
    } else if (!schedule_time_read(start, &period.start) || !period.start.clock)
        period.start = start_on_day(date, start, day, day_change);
    if (period.start.text[0])
        period.end = schedule_end_of(event, &period.start);
    if (period.end.text[0] && period.end.instant <= period.start.instant)
        period.end.text[0] = '\0';
    return period;
}

#include "http/http_date.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

struct http_moment {
    char month_name[4];
    int year, month, day, hour, minute, second;
};

/* Returns the days since 1970-01-01 of a date in the Gregorian calendar. Years are counted from
 * March, so that the leap day is the last day of a year, and in eras of 400 years. */
static int64_t days_since_epoch(int64_t year, int64_t month, int64_t day)
{
    year -= month <= 2;
    const int64_t era = year / 400, year_of_era = year % 400;
    const int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

static int64_t seconds_since_epoch(const struct http_moment *moment, int64_t year)
{
    return days_since_epoch(year, moment->month, moment->day) * 86400 + moment->hour * 3600L +
           moment->minute * 60L + moment->second;
}

/* NOLINTBEGIN(cert-err34-c): the widths of the numbers are too small for an overflow. */
static bool scan_four_digit_year(const char *text, struct http_moment *moment)
{
    int end = 0;
    if (sscanf(text, "%*3[A-Za-z], %2d %3[A-Za-z] %4d %2d:%2d:%2d GMT%n", &moment->day,
               moment->month_name, &moment->year, &moment->hour, &moment->minute, &moment->second,
               &end) == 6 &&
        end == 29 && text[end] == '\0')
        return true;
    end = 0;
    return sscanf(text, "%*3[A-Za-z] %3[A-Za-z] %2d %2d:%2d:%2d %4d%n", moment->month_name,
                  &moment->day, &moment->hour, &moment->minute, &moment->second, &moment->year,
                  &end) == 6 &&
           end == 24 && text[end] == '\0';
}

static bool scan_two_digit_year(const char *text, struct http_moment *moment)
{
    int end = 0;
    return sscanf(text, "%*9[A-Za-z], %2d-%3[A-Za-z]-%2d %2d:%2d:%2d GMT%n", &moment->day,
                  moment->month_name, &moment->year, &moment->hour, &moment->minute,
                  &moment->second, &end) == 6 &&
           text[end] == '\0';
}
/* NOLINTEND(cert-err34-c) */

/* Sets the number of the month from its name. Returns false if a part is out of range. */
static bool http_moment_check(struct http_moment *moment)
{
    const char *month = strstr(months, moment->month_name);
    if (strlen(moment->month_name) != 3 || !month || (month - months) % 3 != 0)
        return false;
    moment->month = (int)(month - months) / 3 + 1;
    return moment->day >= 1 && moment->day <= 31 && moment->hour >= 0 && moment->hour <= 23 &&
           moment->minute >= 0 && moment->minute <= 59 && moment->second >= 0 &&
           moment->second <= 60;
}

/* Returns the last year that ends with the two digits of the year and in which the moment is at
 * most 50 years after `now`. */
static int64_t complete_year(const struct http_moment *moment, int64_t now)
{
    int64_t year = 1900 + moment->year;
    while (seconds_since_epoch(moment, year + 100 - 50) <= now)
        year += 100;
    return year;
}

bool http_date_parse(const char *text, int64_t now, int64_t *ret_seconds)
{
    struct http_moment moment = {.month_name = ""};
    const bool has_four_digits = scan_four_digit_year(text, &moment);
    if (!has_four_digits && !scan_two_digit_year(text, &moment))
        return false;
    if (!http_moment_check(&moment))
        return false;
    const int64_t year = has_four_digits ? moment.year : complete_year(&moment, now);
    if (year < 1583)
        return false;
    *ret_seconds = seconds_since_epoch(&moment, year);
    return true;
}

void http_date_write(int64_t seconds, char text[HTTP_DATE_BYTES])
{
    const time_t time = (time_t)seconds;
    struct tm broken_down;
    gmtime_r(&time, &broken_down);
    strftime(text, HTTP_DATE_BYTES, "%a, %d %b %Y %H:%M:%S GMT", &broken_down);
}

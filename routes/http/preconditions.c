#include "http/preconditions.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

bool entity_tag_listed(const char *list, const char *entity_tag, enum comparison comparison)
{
    const size_t length = strlen(entity_tag);
    const char *at = list + strspn(list, " \t");
    if (*at == '*')
        return at[1 + strspn(at + 1, " \t")] == '\0';
    for (;;) {
        at += strspn(at, " \t,");
        const bool weak = strncmp(at, "W/", 2) == 0;
        if (weak)
            at += 2;
        if (*at != '"')
            return false;
        if (strncmp(at, entity_tag, length) == 0 && !(weak && comparison == COMPARE_STRONGLY))
            return true;
        at = strchr(at + 1, '"');
        if (!at)
            return false;
        at++;
    }
}

/* Days since 1970-01-01 of a date in the Gregorian calendar, by counting from March so that the
 * leap day is a year's last. */
static int64_t days_since_epoch(int64_t year, int64_t month, int64_t day)
{
    year -= month <= 2;
    const int64_t era = year / 400, year_of_era = year % 400;
    const int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

/* A two-digit year means the past one that is nearest, as RFC 9110 wants it. */
static int full_year(int two_digits)
{
    return two_digits < 70 ? 2000 + two_digits : 1900 + two_digits;
}

struct moment {
    char month[4];
    int year, day, hour, minute, second;
};

/* NOLINTBEGIN(cert-err34-c): no number is so wide that it could overflow. */
static bool scan(const char *text, struct moment *moment)
{
    int end = 0;
    if (sscanf(text, "%*3[A-Za-z], %2d %3[A-Za-z] %4d %2d:%2d:%2d GMT%n", &moment->day,
               moment->month, &moment->year, &moment->hour, &moment->minute, &moment->second,
               &end) == 6 &&
        end == 29 && text[end] == '\0')
        return true;
    end = 0;
    if (sscanf(text, "%*9[A-Za-z], %2d-%3[A-Za-z]-%2d %2d:%2d:%2d GMT%n", &moment->day,
               moment->month, &moment->year, &moment->hour, &moment->minute, &moment->second,
               &end) == 6 &&
        end > 0 && text[end] == '\0') {
        moment->year = full_year(moment->year);
        return true;
    }
    end = 0;
    return sscanf(text, "%*3[A-Za-z] %3[A-Za-z] %2d %2d:%2d:%2d %4d%n", moment->month, &moment->day,
                  &moment->hour, &moment->minute, &moment->second, &moment->year, &end) == 6 &&
           end == 24 && text[end] == '\0';
}
/* NOLINTEND(cert-err34-c) */

bool http_date_parse(const char *text, int64_t *ret_seconds)
{
    struct moment moment = {.month = ""};
    if (!scan(text, &moment))
        return false;
    const char *month = strstr(months, moment.month);
    if (strlen(moment.month) != 3 || !month || (month - months) % 3 != 0)
        return false;
    if (moment.year < 1583 || moment.day < 1 || moment.day > 31 || moment.hour < 0 ||
        moment.hour > 23 || moment.minute < 0 || moment.minute > 59 || moment.second < 0 ||
        moment.second > 60)
        return false;
    *ret_seconds = days_since_epoch(moment.year, (month - months) / 3 + 1, moment.day) * 86400 +
                   moment.hour * 3600L + moment.minute * 60L + moment.second;
    return true;
}

void http_date_write(int64_t seconds, char text[HTTP_DATE_BYTES])
{
    const time_t time = (time_t)seconds;
    struct tm broken_down;
    gmtime_r(&time, &broken_down);
    strftime(text, HTTP_DATE_BYTES, "%a, %d %b %Y %H:%M:%S GMT", &broken_down);
}

/* Days of the Gregorian calendar, also before it was introduced (proleptic), as numbers: days since
 * 1970-01-01. */
#pragma once

#include <stdint.h>

enum {
    SECONDS_OF_DAY = 86400
};

/* Returns the number of a day. Years have up to 12 digits; there is a year 0. */
static inline int64_t calendar_day(int64_t year, int64_t month, int64_t day)
{
    const int64_t from_march = month > 2 ? month - 3 : month + 9;
    const int64_t y = month > 2 ? year : year - 1;
    const int64_t era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
    const int64_t of_year = (153 * from_march + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct calendar_date {
    int64_t year;
    int month, day;
};

/* Returns the date of a day. */
static inline struct calendar_date calendar_date_of(int64_t number)
{
    const int64_t shifted = number + 719468;
    const int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const int64_t of_era = shifted - era * 146097;
    const int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int64_t from_march = (5 * of_year + 2) / 153;
    const int month = (int)(from_march < 10 ? from_march + 3 : from_march - 9);
    return (struct calendar_date){year_of_era + era * 400 + (month <= 2), month,
                                  (int)(of_year - (153 * from_march + 2) / 5 + 1)};
}

/* Returns the day of a time in seconds since 1970. */
static inline int64_t calendar_day_of_time(int64_t time)
{
    return time / SECONDS_OF_DAY - (time % SECONDS_OF_DAY < 0);
}

/* Days of the week. */
#include "phrases/date.h"

static int days_of_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* Returns the weekday of a date of the Gregorian calendar, 1 (Monday) to 7 (Sakamoto). */
static unsigned weekday_of(int year, int month, int day)
{
    static const int offsets[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    const int of = month < 3 ? year - 1 : year;
    const int sunday = (of + of / 4 - of / 100 + of / 400 + offsets[month - 1] + day) % 7;
    return sunday ? (unsigned)sunday : 7;
}

unsigned phrase_date_weekday(const struct phrase_date *date)
{
    if (date->year < 1 || date->month < 1 || date->month > 12 || date->day < 1 ||
        date->day > days_of_month(date->year, date->month))
        return 0;
    return weekday_of(date->year, date->month, date->day);
}

bool phrase_date_next_weekday(const struct phrase_date *date, unsigned weekday,
                              struct phrase_date *ret_date)
{
    const unsigned today = phrase_date_weekday(date);
    if (!today || weekday < 1 || weekday > 7)
        return false;
    *ret_date = (struct phrase_date){.year = date->year, .month = date->month, .day = date->day};
    ret_date->day += (int)((weekday + 6 - today) % 7) + 1;
    const int days = days_of_month(date->year, date->month);
    if (ret_date->day > days) {
        ret_date->day -= days;
        ret_date->month = date->month % 12 + 1;
        ret_date->year += date->month == 12;
    }
    return true;
}

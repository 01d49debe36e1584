#include "phrases/date_private.h"

/* Reads 8 digits as yyyymmdd. */
static size_t compact_date(int value, struct phrase_date *ret_date)
{
    const int year = value / 10000, month = value / 100 % 100, day = value % 100;
    if (!date_is_year(year) || !date_is_day(year, month, day))
        return 0;
    *ret_date = (struct phrase_date){.year = year, .month = month, .day = day, .iso = true};
    return 8;
}

static bool set_numeric(int first, int second, int year, char mark, enum date_order order,
                        struct phrase_date *ret_date)
{
    if (year < 100)
        year = date_of_century(year);
    const bool swap = mark != '.' && (order == DATE_MONTH_FIRST || second > 12) && first <= 12;
    const int day = swap ? second : first, month = swap ? first : second;
    if (!date_is_year(year) || !date_is_day(year, month, day))
        return false;
    *ret_date = (struct phrase_date){.year = year, .month = month, .day = day};
    ret_date->swappable = mark != '.' && first <= 12 && second <= 12 && first != second;
    return true;
}

size_t numeric_date_at(struct text_span text, size_t at, enum date_order order,
                       struct phrase_date *ret_date)
{
    int first, second, third;
    const size_t count = text_span_digits(text, at, &first);
    if (count == 8)
        return compact_date(first, ret_date);
    const char mark = date_byte(text, at + count);
    if ((count != 1 && count != 2 && count != 4) || !strchr("-./_", mark) || !mark)
        return 0;
    size_t next = at + count + 1;
    while (mark == '.' && date_byte(text, next) == ' ')
        next++;
    const size_t second_count = text_span_digits(text, next, &second);
    next += second_count;
    if (second_count < 1 || second_count > 2 || date_byte(text, next) != mark)
        return 0;
    next++;
    while (mark == '.' && date_byte(text, next) == ' ')
        next++;
    const size_t third_count = text_span_digits(text, next, &third);
    next += third_count;
    if (count == 4 && (third_count == 1 || third_count == 2)) {
        if (!date_is_year(first) || !date_is_day(first, second, third))
            return 0;
        *ret_date = (struct phrase_date){.year = first, .month = second, .day = third, .iso = true};
        return next - at;
    }
    if (count == 4 || (third_count != 4 && third_count != 2))
        return 0;
    return set_numeric(first, second, third, mark, order, ret_date) ? next - at : 0;
}

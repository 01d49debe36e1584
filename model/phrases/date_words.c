/* Dates whose day or year is in words. */
#include "phrases/date_private.h"
#include "wording/words.h"

enum {
    YEAR_BYTES = 60, /* before a date, in which its year may be */
    DAY_BYTES = 40   /* before a month, in which its day may be in words */
};

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

size_t date_worded_day_at(struct text_span text, size_t at, int *ret_day)
{
    unsigned day = 0;
    const size_t length =
        at < text.length ? words_day_at(text.text + at, text.length - at, &day) : 0;
    *ret_day = (int)day;
    return at + length;
}

int date_year_before(struct text_span text, size_t at)
{
    size_t start = at > YEAR_BYTES ? at - YEAR_BYTES : 0;
    for (; start < at; start++) {
        const size_t end = date_after_word(text, start, WORDS_YEAR);
        int year = 0;
        if (end > start && (!start || !is_letter(text.text[start - 1])) &&
            date_year_at(text_span_part(text, 0, at), end, &year) > end)
            return year;
    }
    return 0;
}

size_t date_worded_at(struct text_span text, size_t from, size_t at, size_t *ret_start,
                      struct phrase_date *ret_date)
{
    struct phrase_date date = {0};
    const size_t end = date_month_at(text, at, &date.month);
    size_t start = at > from + DAY_BYTES ? at - DAY_BYTES : from;
    for (; end > at && start < at; start++) {
        size_t next = start && is_letter(text.text[start - 1])
                          ? start
                          : date_worded_day_at(text, start, &date.day);
        if (next == start)
            continue;
        next = date_after_blanks(text, next, ",");
        if (date_after_blanks(text, date_after_word(text, next, WORDS_OF), "") != at)
            continue;
        const size_t last = date_year_at(text, end, &date.year);
        if (!date.year)
            date.year = date_year_before(text, start);
        if (!date.year || !date_is_day(date.year, date.month, date.day))
            return 0;
        *ret_date = date;
        *ret_start = start;
        return last;
    }
    return 0;
}

#include "phrases/date.h"

#include "phrases/date_private.h"
#include "phrases/sentence.h"

#include <stdio.h>

/* Reads "21st of May 2022", "12. Dezember 2022", "4 Oct 23" or "19-20 September". */
static size_t day_first_at(struct text_span text, size_t at, struct phrase_date *ret_date)
{
    struct phrase_date date = {0};
    size_t next = date_day_at(text, at, &date.day);
    if (next == at)
        return 0;
    next = date_last_day_at(text, next, &date.last_day);
    size_t name = date_after_blanks(text, next, ",-");
    name = date_after_blanks(text, date_after_word(text, name, WORDS_OF), "");
    const size_t end = date_month_at(text, name, &date.month);
    if (end == name || end - name < 3)
        return 0;
    date.last_month = date.last_day ? date.month : 0;
    size_t last = date_year_at(text, end, &date.year);
    if (!date.year)
        last = date_short_year_at(text, end + (date_byte(text, end) == '.'), &date.year);
    if (!date.year)
        last = end;
    if (!date_is_day(date.year, date.month, date.day))
        return 0;
    *ret_date = date;
    return last - at;
}

/* Reads "January 21, 2004", "Sept. 19-20, 2019", "November 21st" or "May 2023". */
static size_t month_first_at(struct text_span text, size_t at, struct phrase_date *ret_date)
{
    struct phrase_date date = {0};
    const size_t name = date_month_at(text, at, &date.month);
    if (name == at)
        return 0;
    const bool capital = text.text[at] >= 'A' && text.text[at] <= 'Z';
    size_t next = date_after_blanks(text, name, ".");
    next = date_after_blanks(text, date_after_word(text, next, WORDS_THE), "");
    size_t end = date_day_at(text, next, &date.day);
    if (end == next && (end = date_worded_day_at(text, next, &date.day)) > next) {
        const size_t last = date_year_at(text, end, &date.year);
        end = last > end ? end : next; /* "May first needs" is no date */
    }
    if (end == next || !capital) {
        date.day = 0;
        end = date_year_at(text, name, &date.year);
        if (end == name)
            return 0;
        *ret_date = date;
        return end - at;
    }
    end = date_last_day_at(text, end, &date.last_day);
    date.last_month = date.last_day ? date.month : 0;
    end = date_year_at(text, end, &date.year);
    if (!date_is_day(date.year, date.month, date.day))
        return 0;
    *ret_date = date;
    return end - at;
}

/* Returns true if digits at `at`, with what is around them, may be a date of a sentence. */
static bool may_begin(struct text_span text, size_t at)
{
    const char before = at ? text.text[at - 1] : ' ';
    return !date_is_letter(before) && !date_is_digit(before) && !strchr("/#=.-_:+", before);
}

static bool may_end(struct text_span text, size_t end)
{
    const char after = date_byte(text, end), next = date_byte(text, end + 1);
    if (after == 'T' && date_is_digit(next))
        return true;
    if (date_is_letter(after) || date_is_digit(after) || after == '_')
        return false;
    return !((after == '-' || after == '/' || after == '.') &&
             (date_is_letter(next) || date_is_digit(next)));
}

/* Reads the date that begins with the digits at an offset. */
static size_t digits_date_at(struct text_span text, size_t at, enum date_order order,
                             struct phrase_date *ret_date)
{
    struct phrase_date date;
    size_t length = numeric_date_at(text, at, order, &date);
    if (length && may_end(text, at + length)) {
        *ret_date = date;
        return length;
    }
    return day_first_at(text, at, ret_date);
}

/* The last weekday that was read. */
struct weekday {
    size_t start, end;
};

/* Returns where a date begins with the weekday before it. */
static size_t start_with_weekday(struct text_span text, struct weekday weekday, size_t at)
{
    if (weekday.end <= weekday.start)
        return at;
    size_t next = date_after_blanks(text, weekday.end, ",.");
    next = date_after_blanks(text, date_after_word(text, next, WORDS_THE), "");
    return next == at ? weekday.start : at;
}

/* Returns the offset after the letters and digits at an offset. */
static size_t after_letters(struct text_span text, size_t at)
{
    while (at < text.length && (date_is_letter(text.text[at]) || date_is_digit(text.text[at]) ||
                                (unsigned char)text.text[at] >= 0xC3))
        at += (unsigned char)text.text[at] < 0x80   ? 1
              : (unsigned char)text.text[at] < 0xE0 ? 2
              : (unsigned char)text.text[at] < 0xF0 ? 3
                                                    : 4;
    return at < text.length ? at : text.length;
}

bool phrase_date_find(struct text_span text, size_t from, enum date_order order,
                      struct phrase_date *ret_date)
{
    struct weekday weekday = {0, 0};
    for (size_t at = from; at < text.length;) {
        const char byte = text.text[at];
        const bool digit = date_is_digit(byte);
        if (!digit && !date_is_letter(byte) && (unsigned char)byte < 0xC3) {
            at++;
            continue;
        }
        size_t length = 0;
        size_t first = at;
        const size_t worded = digit ? 0 : date_worded_at(text, from, at, &first, ret_date);
        if (worded)
            length = worded - at;
        else if (may_begin(text, at))
            length = digit ? digits_date_at(text, at, order, ret_date)
                           : month_first_at(text, at, ret_date);
        if (length) {
            const size_t start = start_with_weekday(text, weekday, first);
            if (!ret_date->year && ret_date->day)
                ret_date->year = date_year_before(text, start);
            ret_date->span = text_span_part(text, start, at + length);
            return true;
        }
        const size_t end = after_letters(text, at);
        unsigned day;
        if (!digit && end - at >= 2 && end - at < 14 &&
            words_weekday_at(text.text + at, text.length - at, &day))
            weekday = (struct weekday){at, end};
        at = end > at ? end : at + 1;
    }
    return false;
}

bool phrase_date_is_all(struct text_span text, struct phrase_date *ret_date)
{
    struct phrase_date date;
    if (text.length > 120 || !phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date))
        return false;
    struct sentence sentence;
    const size_t start = (size_t)(date.span.text - text.text);
    sentence_read_all(text_span_part(text, 0, start), &sentence);
    if (sentence.count)
        return false;
    const struct text_span rest = text_span_part(text, start + date.span.length, text.length);
    sentence_read_all(rest, &sentence);
    unsigned day;
    if (sentence.count > 1 ||
        (sentence.count == 1 && !words_weekday_at(rest.text + sentence.list[0].start,
                                                  rest.length - sentence.list[0].start, &day)))
        return false;
    *ret_date = date;
    return true;
}

enum date_order date_order_of(struct text_span text)
{
    for (size_t at = 0; at < text.length; at++) {
        int first, second, year;
        if (!date_is_digit(text.text[at]) || !may_begin(text, at))
            continue;
        const size_t count = text_span_digits(text, at, &first), next = at + count + 1;
        const size_t second_count = text_span_digits(text, next, &second);
        if (count <= 2 && second_count && second_count <= 2 && date_byte(text, next - 1) == '/' &&
            date_byte(text, next + second_count) == '/' &&
            text_span_digits(text, next + second_count + 1, &year) >= 2) {
            if (first > 12 && first <= 31 && second <= 12)
                return DATE_DAY_FIRST;
            if (second > 12 && second <= 31 && first <= 12)
                return DATE_MONTH_FIRST;
        }
        at += count;
    }
    return DATE_ORDER_UNKNOWN;
}

void phrase_date_swap(struct phrase_date *date)
{
    const int day = date->day;
    if (!date->swappable)
        return;
    date->day = date->month;
    date->month = day;
}

bool phrase_date_complete(struct phrase_date *date, const struct phrase_date *other)
{
    if (date->year || !other->year)
        return false;
    date->year = other->year;
    return true;
}

bool phrase_date_is_same(const struct phrase_date *a, const struct phrase_date *b)
{
    return a->day && a->day == b->day && a->month == b->month && a->year == b->year;
}

bool phrase_date_write(const struct phrase_date *date, char edtf[PHRASE_DATE_BYTES])
{
    *edtf = 0;
    if (!date->year || (date->day && !date_is_day(date->year, date->month, date->day)))
        return false;
    int length = snprintf(edtf, PHRASE_DATE_BYTES, "%04d", date->year);
    if (date->month)
        length +=
            snprintf(edtf + length, (size_t)(PHRASE_DATE_BYTES - length), "-%02d", date->month);
    if (date->day)
        length += snprintf(edtf + length, (size_t)(PHRASE_DATE_BYTES - length), "-%02d", date->day);
    if (date->day && date->last_day && date_is_day(date->year, date->last_month, date->last_day) &&
        (date->last_month > date->month ||
         (date->last_month == date->month && date->last_day > date->day)))
        snprintf(edtf + length, (size_t)(PHRASE_DATE_BYTES - length), "/%04d-%02d-%02d", date->year,
                 date->last_month, date->last_day);
    return true;
}

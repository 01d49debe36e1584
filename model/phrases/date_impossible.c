/* Dates of days that no month has: "31 February 2026". */
#include "phrases/date_private.h"
#include "wording/words.h"

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || (unsigned char)byte >= 0x80;
}

/* Reads "31 February 2026" and "31st of February, 2026". Returns the offset after it, or `at`. */
static size_t day_first_at(struct text_span text, size_t at, struct phrase_date *date)
{
    const size_t next = date_day_at(text, at, &date->day);
    size_t name = date_after_blanks(text, next, ",");
    name = date_after_blanks(text, date_after_word(text, name, WORDS_OF), "");
    const size_t month = next > at ? date_month_at(text, name, &date->month) : name;
    return month > name ? date_year_at(text, month, &date->year) : at;
}

/* Reads "February 31, 2026". Returns the offset after it, or `at`. */
static size_t month_first_at(struct text_span text, size_t at, struct phrase_date *date)
{
    const size_t month = date_month_at(text, at, &date->month);
    size_t day = date_after_blanks(text, month, ".");
    day = date_after_blanks(text, date_after_word(text, day, WORDS_THE), "");
    const size_t end = month > at ? date_day_at(text, day, &date->day) : day;
    return end > day ? date_year_at(text, end, &date->year) : at;
}

/* Reads numbers with one mark between them at an offset. Returns the offset after them, or `at`. */
static size_t numbers_at(struct text_span text, size_t at, int numbers[3], char *ret_mark)
{
    size_t next = at;
    for (int i = 0; i < 3; i++) {
        const size_t digits = text_span_digits(text, next, &numbers[i]);
        next += digits;
        if (!digits || digits == 3 || digits > 4 || (i < 2 && next >= text.length))
            return at;
        if (i == 0)
            *ret_mark = text.text[next];
        if (i < 2 && (text.text[next] != *ret_mark || !strchr("-./", *ret_mark)))
            return at;
        next += i < 2;
    }
    return next;
}

/* Reads "2026-02-31" and "31.02.2026". The numbers of a/b/yyyy may be exchanged, so they count only
 * if no order gives a day. Returns the offset after it, or `at`. */
static size_t digits_at(struct text_span text, size_t at, struct phrase_date *date)
{
    int number[3];
    char mark = 0;
    const size_t end = numbers_at(text, at, number, &mark);
    if (end == at || (number[0] < 1000) == (number[2] < 1000))
        return at;
    const bool iso = number[0] >= 1000;
    *date = (struct phrase_date){
        .year = number[iso ? 0 : 2], .month = number[1], .day = number[iso ? 2 : 0]};
    return !iso && mark == '/' && date_is_day(date->year, date->day, date->month) ? at : end;
}

bool phrase_date_find_impossible(struct text_span text, struct text_span *ret_date)
{
    for (size_t at = 0; at < text.length; at++) {
        struct phrase_date date = {0};
        if (!is_word_byte(text.text[at]) || (at && is_word_byte(text.text[at - 1])))
            continue;
        size_t end = digits_at(text, at, &date);
        end = end > at ? end : day_first_at(text, at, &date);
        end = end > at ? end : month_first_at(text, at, &date);
        if (end > at && date.year && date.day && date.month && date.month <= 12 && date.day <= 31 &&
            !date_is_day(date.year, date.month, date.day)) {
            *ret_date = text_span_part(text, at, end);
            return true;
        }
    }
    return false;
}

#include "phrases/date_private.h"
#include "values/calendar_day.h"

enum {
    YEAR_MIN = 1800,
    YEAR_MAX = 2100,
    CENTURY_PIVOT = 70 /* 2-digit years from here on are of the 20th century */
};

bool date_is_year(int year)
{
    return year >= YEAR_MIN && year <= YEAR_MAX;
}

int date_of_century(int year)
{
    return year + (year < CENTURY_PIVOT ? 2000 : 1900);
}

bool date_is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool date_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

char date_byte(struct text_span text, size_t at)
{
    return at < text.length ? text.text[at] : 0;
}

bool date_is_day(int year, int month, int day)
{
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    const struct calendar_date date =
        calendar_date_of(calendar_day(year ? year : 2000, month, day));
    return date.month == month; /* a day that the month lacks is one of the next */
}

size_t date_after_blanks(struct text_span text, size_t at, const char *marks)
{
    for (size_t blank; at < text.length;) {
        if (text.text[at] && strchr(marks, text.text[at]))
            at++;
        else if ((blank = words_blank_at(text.text + at, text.length - at)))
            at += blank;
        else
            break;
    }
    return at;
}

size_t date_after_word(struct text_span text, size_t at, enum words_class words)
{
    return at < text.length ? at + words_at(words, text.text + at, text.length - at) : at;
}

/* Returns the offset after the ending of an ordinal number. */
static size_t after_ordinal(struct text_span text, size_t at)
{
    static const char *const others[] = {"\xC2\xBA", "\xC2\xAA", "\xC2\xB0", "."};
    const size_t ending = date_after_word(text, at, WORDS_ORDINAL);
    if (ending > at)
        return ending;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (text_span_begins(text_span_part(text, at, text.length), others[i]))
            return at + strlen(others[i]);
    return at;
}

size_t date_day_at(struct text_span text, size_t at, int *ret_day)
{
    int day;
    const size_t count = text_span_digits(text, at, &day);
    if (count < 1 || count > 2 || day < 1 || day > 31)
        return at;
    const size_t end = after_ordinal(text, at + count);
    if (date_is_letter(date_byte(text, end)) || date_is_digit(date_byte(text, end)) ||
        (date_byte(text, end) == ':' && date_is_digit(date_byte(text, end + 1))))
        return at;
    *ret_day = day;
    return end;
}

size_t date_last_day_at(struct text_span text, size_t at, int *ret_day)
{
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "&", "/"};
    const size_t start = date_after_blanks(text, at, "");
    size_t next = date_after_word(text, start, WORDS_DAY_TO);
    for (size_t i = 0; next == start && i < sizeof dashes / sizeof *dashes; i++)
        if (text_span_begins(text_span_part(text, start, text.length), dashes[i]))
            next = start + strlen(dashes[i]);
    if (next == start)
        return at;
    next = date_after_blanks(text, next, "");
    const size_t end = date_day_at(text, next, ret_day);
    return end > next ? end : at;
}

size_t date_month_at(struct text_span text, size_t at, int *ret_month)
{
    unsigned month = 0;
    const size_t length =
        at < text.length ? words_month_at(text.text + at, text.length - at, &month) : 0;
    *ret_month = (int)month;
    return at + length;
}

size_t date_year_at(struct text_span text, size_t at, int *ret_year)
{
    size_t next = date_after_blanks(text, at, ",.");
    next = date_after_blanks(text, date_after_word(text, next, WORDS_OF), "");
    next = date_after_blanks(text, date_after_word(text, next, WORDS_YEAR), "");
    int year;
    const size_t count = text_span_digits(text, next, &year);
    unsigned worded = 0;
    const size_t words = count || next >= text.length
                             ? 0
                             : words_year_at(text.text + next, text.length - next, &worded);
    if (words) {
        *ret_year = (int)worded;
        return next + words;
    }
    if (count != 4 || !date_is_year(year) || date_is_letter(date_byte(text, next + 4)) ||
        (date_byte(text, next + 4) == ':' && date_is_digit(date_byte(text, next + 5))))
        return at;
    *ret_year = year;
    return next + count;
}

/* Reports whether nothing else than a date or a time may follow digits at an offset: a year of two
 * digits, not a number of things, "4 May 20 members". */
static bool ends_short_year(struct text_span text, size_t at)
{
    const size_t next = date_after_blanks(text, at, "");
    int value;
    const size_t digits = text_span_digits(text, next, &value);
    if (next == text.length || (next == at && strchr(",;)]", text.text[at]) &&
                                (at + 1 == text.length || text.text[at + 1] == ' ')))
        return true;
    return next > at && digits && digits <= 2 && date_byte(text, next + digits) == ':';
}

size_t date_short_year_at(struct text_span text, size_t at, int *ret_year)
{
    static const char *const apostrophes[] = {"'", "\xE2\x80\x99"};
    const size_t start = date_after_blanks(text, at, "");
    size_t next = start;
    int year;
    for (size_t i = 0; next == start && i < sizeof apostrophes / sizeof *apostrophes; i++)
        if (text_span_begins(text_span_part(text, start, text.length), apostrophes[i]))
            next += strlen(apostrophes[i]);
    if (text_span_digits(text, next, &year) != 2 || start == at || !ends_short_year(text, next + 2))
        return at;
    *ret_year = date_of_century(year);
    return next + 2;
}

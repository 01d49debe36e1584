#include "phrases/date.h"

#include "phrases/date_private.h"
#include "phrases/sentence.h"
#include "values/calendar_day.h"
#include "wording/words.h"

#include <stdio.h>

enum {
    YEAR_MIN = 1800,
    YEAR_MAX = 2100,
    CENTURY_PIVOT = 70 /* 2-digit years from here on are of the 20th century */
};

static bool is_year(int year)
{
    return year >= YEAR_MIN && year <= YEAR_MAX;
}

static bool is_ascii_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_ascii_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static char byte_at(struct text_span text, size_t at)
{
    return at < text.length ? text.text[at] : 0;
}

bool date_is_day(int year, int month, int day)
{
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    const struct calendar_date date =
        calendar_date_of(calendar_day(year ? year : 2000, month, day));
    return date.month == month && date.day == day;
}

/* Reads 8 digits as yyyymmdd. */
static size_t compact_date(int value, struct phrase_date *ret_date)
{
    const int year = value / 10000, month = value / 100 % 100, day = value % 100;
    if (!is_year(year) || !date_is_day(year, month, day))
        return 0;
    *ret_date = (struct phrase_date){.year = year, .month = month, .day = day, .iso = true};
    return 8;
}

static bool set_numeric(int first, int second, int year, char mark, enum date_order order,
                        struct phrase_date *ret_date)
{
    if (year < 100)
        year += year < CENTURY_PIVOT ? 2000 : 1900;
    const bool swap = mark != '.' && (order == DATE_MONTH_FIRST || second > 12) && first <= 12;
    const int day = swap ? second : first, month = swap ? first : second;
    if (!is_year(year) || !date_is_day(year, month, day))
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
    const char mark = byte_at(text, at + count);
    if ((count != 1 && count != 2 && count != 4) || !strchr("-./_", mark) || !mark)
        return 0;
    size_t next = at + count + 1;
    while (mark == '.' && byte_at(text, next) == ' ')
        next++;
    const size_t second_count = text_span_digits(text, next, &second);
    next += second_count;
    if (second_count < 1 || second_count > 2 || byte_at(text, next) != mark)
        return 0;
    next++;
    while (mark == '.' && byte_at(text, next) == ' ')
        next++;
    const size_t third_count = text_span_digits(text, next, &third);
    next += third_count;
    if (count == 4 && (third_count == 1 || third_count == 2)) {
        if (!is_year(first) || !date_is_day(first, second, third))
            return 0;
        *ret_date = (struct phrase_date){.year = first, .month = second, .day = third, .iso = true};
        return next - at;
    }
    if (count == 4 || (third_count != 4 && third_count != 2))
        return 0;
    return set_numeric(first, second, third, mark, order, ret_date) ? next - at : 0;
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
    if (is_ascii_letter(byte_at(text, end)) || is_ascii_digit(byte_at(text, end)) ||
        (byte_at(text, end) == ':' && is_ascii_digit(byte_at(text, end + 1))))
        return at;
    *ret_day = day;
    return end;
}

/* Reads a second day after a hyphen or "and". Returns the offset after it, or `at`. */
static size_t last_day_at(struct text_span text, size_t at, int *ret_day)
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
    if (count != 4 || !is_year(year) || is_ascii_letter(byte_at(text, next + 4)) ||
        (byte_at(text, next + 4) == ':' && is_ascii_digit(byte_at(text, next + 5))))
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
    return next > at && digits && digits <= 2 && byte_at(text, next + digits) == ':';
}

/* Reads a year of two digits after a month: "4 Oct 23", "4 Oct '23". Returns the offset after it,
 * or `at`. */
static size_t short_year_at(struct text_span text, size_t at, int *ret_year)
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
    *ret_year = year + (year < CENTURY_PIVOT ? 2000 : 1900);
    return next + 2;
}

size_t date_month_at(struct text_span text, size_t at, int *ret_month)
{
    unsigned month = 0;
    const size_t length =
        at < text.length ? words_month_at(text.text + at, text.length - at, &month) : 0;
    *ret_month = (int)month;
    return at + length;
}

/* Reads "21st of May 2022", "12. Dezember 2022", "4 Oct 23" or "19-20 September". */
static size_t day_first_at(struct text_span text, size_t at, struct phrase_date *ret_date)
{
    struct phrase_date date = {0};
    size_t next = date_day_at(text, at, &date.day);
    if (next == at)
        return 0;
    next = last_day_at(text, next, &date.last_day);
    size_t name = date_after_blanks(text, next, ",-");
    name = date_after_blanks(text, date_after_word(text, name, WORDS_OF), "");
    const size_t end = date_month_at(text, name, &date.month);
    if (end == name || end - name < 3)
        return 0;
    date.last_month = date.last_day ? date.month : 0;
    size_t last = date_year_at(text, end, &date.year);
    if (!date.year)
        last = short_year_at(text, end + (byte_at(text, end) == '.'), &date.year);
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
    end = last_day_at(text, end, &date.last_day);
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
    return !is_ascii_letter(before) && !is_ascii_digit(before) && !strchr("/#=.-_:+", before);
}

static bool may_end(struct text_span text, size_t end)
{
    const char after = byte_at(text, end), next = byte_at(text, end + 1);
    if (after == 'T' && is_ascii_digit(next))
        return true;
    if (is_ascii_letter(after) || is_ascii_digit(after) || after == '_')
        return false;
    return !((after == '-' || after == '/' || after == '.') &&
             (is_ascii_letter(next) || is_ascii_digit(next)));
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
    while (at < text.length && (is_ascii_letter(text.text[at]) || is_ascii_digit(text.text[at]) ||
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
        const bool digit = is_ascii_digit(byte);
        if (!digit && !is_ascii_letter(byte) && (unsigned char)byte < 0xC3) {
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
        if (!is_ascii_digit(text.text[at]) || !may_begin(text, at))
            continue;
        const size_t count = text_span_digits(text, at, &first), next = at + count + 1;
        const size_t second_count = text_span_digits(text, next, &second);
        if (count <= 2 && second_count && second_count <= 2 && byte_at(text, next - 1) == '/' &&
            byte_at(text, next + second_count) == '/' &&
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

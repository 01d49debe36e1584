#include "phrases/time_private.h"

enum {
    TIME_LABEL_BYTES_MAX = 60, /* before the colon of a label */
    TIME_AT_BYTES = 12         /* of the words before a time, with the blank */
};

char time_byte(struct text_span text, size_t at)
{
    return at < text.length ? text.text[at] : 0;
}

bool time_is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (unsigned char)byte >= 0x80;
}

size_t time_after_blanks(struct text_span text, size_t at)
{
    size_t blank;
    while (at < text.length && (blank = words_blank_at(text.text + at, text.length - at)))
        at += blank;
    return at;
}

size_t time_after_word(struct text_span text, size_t at, enum words_class words)
{
    return at < text.length ? at + words_at(words, text.text + at, text.length - at) : at;
}

bool time_may_begin(struct text_span text, size_t at)
{
    const char before = at ? text.text[at - 1] : ' ';
    if (before == 'T')
        return at >= 2 && text.text[at - 2] >= '0' && text.text[at - 2] <= '9';
    return !time_is_letter(before) && !(before >= '0' && before <= '9') &&
           !strchr(":./-+#$=_,", before);
}

size_t time_half_at(struct text_span text, size_t at, char *ret_half)
{
    const size_t start = time_after_blanks(text, at);
    const char half = (char)(time_byte(text, start) | 0x20);
    if (half != 'a' && half != 'p')
        return at;
    size_t next = start + 1;
    next += time_byte(text, next) == '.';
    if ((time_byte(text, next) | 0x20) != 'm' || time_is_letter(time_byte(text, next + 1)))
        return at;
    *ret_half = half;
    next++;
    return next + (time_byte(text, next) == '.' && next - start == 3);
}

int time_of_half(int minutes, char half)
{
    return minutes % (12 * HOUR) + (half == 'p' ? 12 * HOUR : 0);
}

/* Reads the minutes of "18:30", "18.30 Uhr", "18h30", "18 h 30". Returns the offset after them. */
static size_t minutes_at(struct text_span text, size_t at, struct clock_time *clock)
{
    int minutes, seconds;
    const char mark = time_byte(text, at);
    if (mark == ':' || mark == '.') {
        if (text_span_digits(text, at + 1, &minutes) != 2 || minutes > 59)
            return at;
        size_t next = at + 3;
        if (mark == ':' && time_byte(text, next) == ':' &&
            text_span_digits(text, next + 1, &seconds) == 2)
            next += 3;
        clock->minutes += minutes;
        clock->whole = false;
        clock->marked = clock->marked || mark == ':';
        return next;
    }
    size_t next = time_after_blanks(text, at);
    if ((time_byte(text, next) | 0x20) != 'h' || time_is_letter(time_byte(text, next + 1)))
        return at;
    clock->marked = true;
    next++;
    const size_t digits = time_after_blanks(text, next);
    if (text_span_digits(text, digits, &minutes) == 2 && minutes < 60 && digits - next < 2) {
        clock->minutes += minutes;
        clock->whole = false;
        return digits + 2;
    }
    return next;
}

/* Reports whether the label of a time, such as "Uhrzeit: ", is directly before an offset. */
static bool follows_label(struct text_span text, size_t at)
{
    static const enum words_class labels[] = {WORDS_TIME, WORDS_START, WORDS_END};
    struct text_span label = text_span_trim(text_span_part(text, 0, at));
    size_t start = label.length;
    if (!label.length || label.text[label.length - 1] != ':' || label.length > TIME_LABEL_BYTES_MAX)
        return false;
    while (start && !strchr(",;.|", label.text[start - 1]))
        start--;
    label = text_span_strip(text_span_part(label, start, label.length), "*_-: ");
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (words_is(labels[i], label.text, label.length))
            return true;
    return false;
}

bool time_follows_at(struct text_span text, size_t at)
{
    for (size_t back = 2; back <= TIME_AT_BYTES && back <= at; back++) {
        const size_t start = at - back;
        if ((start && text.text[start - 1] != ' ') || text.text[start] == ' ')
            continue;
        const size_t length = words_at(WORDS_TIME_AT, text.text + start, back);
        if (length && time_after_blanks(text, start + length) == at)
            return true;
    }
    return false;
}

/* Reports whether the number that ends at an offset is not that of minutes: it is a part of a
 * longer one, "19 Uhr 30:15", or the day of a date, "19 Uhr 30.5." or "19 Uhr 12. Mai". */
static bool ends_other_number(struct text_span text, size_t at)
{
    unsigned month;
    const char mark = time_byte(text, at), after = time_byte(text, at + 1);
    if (mark != '.')
        return mark == ':';
    const size_t word = time_after_blanks(text, at + 1);
    return (after >= '0' && after <= '9') ||
           (word < text.length && words_month_at(text.text + word, text.length - word, &month));
}

/* Reads the minutes after the word for the hour, "19 Uhr 30", and the half of the day, "8 Uhr
 * abends". Returns the offset after them, or `at`. */
static size_t after_hours_at(struct text_span text, size_t at, struct clock_time *clock)
{
    int minutes;
    const size_t digits = time_after_blanks(text, at);
    if (clock->whole && digits > at && text_span_digits(text, digits, &minutes) == 2 &&
        minutes < 60 && !time_is_letter(time_byte(text, digits + 2)) &&
        !ends_other_number(text, digits + 2)) {
        clock->minutes += minutes;
        clock->whole = false;
        at = digits + 2;
    }
    return at;
}

size_t time_evening_at(struct text_span text, size_t at, struct clock_time *clock)
{
    const size_t words = time_after_blanks(text, at),
                 end = time_after_word(text, words, WORDS_EVENING);
    if (end == words || clock->half)
        return at;
    if (clock->minutes < 12 * HOUR)
        clock->minutes += 12 * HOUR;
    clock->marked = true;
    clock->spoken = false;
    return end;
}

size_t time_clock_at(struct text_span text, size_t at, struct clock_time *ret_clock)
{
    int hour;
    struct clock_time clock = {.whole = true};
    const size_t digits = text_span_digits(text, at, &hour);
    if (digits < 1 || digits > 2 || hour > 24)
        return at;
    clock.minutes = hour * HOUR;
    const bool point = time_byte(text, at + digits) == '.';
    size_t next = minutes_at(text, at + digits, &clock);
    const size_t half = time_half_at(text, next, &clock.half);
    if (half > next) {
        if (hour < 1 || hour > 12)
            return at;
        clock.minutes = time_of_half(clock.minutes, clock.half);
        clock.marked = true;
        next = half;
    } else {
        const size_t blank = time_after_blanks(text, next);
        size_t hours = time_after_word(text, blank, WORDS_OCLOCK);
        if (hours == blank && time_byte(text, blank) == 'h' && !clock.whole &&
            !time_is_letter(time_byte(text, blank + 1)))
            hours = blank + 1; /* "22:30 h" */
        if (hours > blank) {
            clock.marked = true;
            next = after_hours_at(text, hours, &clock);
        }
        next = time_evening_at(text, next, &clock);
    }
    clock.point = point && !clock.whole;
    clock.marked |= clock.point && (time_follows_at(text, at) || follows_label(text, at));
    const char after = time_byte(text, next);
    if (clock.minutes > DAY ||
        (time_is_letter(after) && after != 'Z' && (unsigned char)after < 0x80))
        return at;
    *ret_clock = clock;
    return next;
}

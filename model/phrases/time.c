#include "phrases/time.h"

#include "phrases/date_private.h"
#include "phrases/pattern.h"
#include "values/calendar_day.h"
#include "values/time_zone.h"
#include "wording/words.h"

#include <stdio.h>

enum {
    HOUR = 60, /* minutes */
    DAY = 24 * HOUR,
    TIME_LABEL_BYTES_MAX = 60, /* before the colon of a label */
    TIME_AT_BYTES = 12         /* of the words before a time, with the blank */
};

/* A time of the clock as it is written. */
struct clock_time {
    int minutes;
    bool marked; /* true if something besides the digits says that it is a time */
    bool whole;  /* true if it is an hour without minutes */
    bool point;  /* true if a point divides its hour and minutes, as in a decimal number */
    bool spoken; /* true if it is in words that do not tell the half of the day */
    char half;   /* 'a' or 'p' */
};

static char time_byte(struct text_span text, size_t at)
{
    return at < text.length ? text.text[at] : 0;
}

static bool is_time_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (unsigned char)byte >= 0x80;
}

static size_t skip_blanks(struct text_span text, size_t at)
{
    size_t blank;
    while (at < text.length && (blank = words_blank_at(text.text + at, text.length - at)))
        at += blank;
    return at;
}

/* Returns the offset after a phrase of a class, or `at`. */
static size_t skip_word(struct text_span text, size_t at, enum words_class words)
{
    return at < text.length ? at + words_at(words, text.text + at, text.length - at) : at;
}

/* Reads "am", "p.m.", "PM" at an offset. Returns the offset after it, or `at`. */
static size_t half_at(struct text_span text, size_t at, char *ret_half)
{
    const size_t start = skip_blanks(text, at);
    const char half = (char)(time_byte(text, start) | 0x20);
    if (half != 'a' && half != 'p')
        return at;
    size_t next = start + 1;
    next += time_byte(text, next) == '.';
    if ((time_byte(text, next) | 0x20) != 'm' || is_time_letter(time_byte(text, next + 1)))
        return at;
    *ret_half = half;
    next++;
    return next + (time_byte(text, next) == '.' && next - start == 3);
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
    size_t next = skip_blanks(text, at);
    if ((time_byte(text, next) | 0x20) != 'h' || is_time_letter(time_byte(text, next + 1)))
        return at;
    clock->marked = true;
    next++;
    const size_t digits = skip_blanks(text, next);
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

/* Reports whether a word such as "at" is before an offset. */
static bool follows_at(struct text_span text, size_t at)
{
    for (size_t back = 2; back <= TIME_AT_BYTES && back <= at; back++) {
        const size_t start = at - back;
        if ((start && text.text[start - 1] != ' ') || text.text[start] == ' ')
            continue;
        const size_t length = words_at(WORDS_TIME_AT, text.text + start, back);
        if (length && skip_blanks(text, start + length) == at)
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
    const size_t word = skip_blanks(text, at + 1);
    return (after >= '0' && after <= '9') ||
           (word < text.length && words_month_at(text.text + word, text.length - word, &month));
}

/* Reads the minutes after the word for the hour, "19 Uhr 30", and the half of the day, "8 Uhr
 * abends". Returns the offset after them, or `at`. */
static size_t after_hours_at(struct text_span text, size_t at, struct clock_time *clock)
{
    int minutes;
    const size_t digits = skip_blanks(text, at);
    if (clock->whole && digits > at && text_span_digits(text, digits, &minutes) == 2 &&
        minutes < 60 && !is_time_letter(time_byte(text, digits + 2)) &&
        !ends_other_number(text, digits + 2)) {
        clock->minutes += minutes;
        clock->whole = false;
        at = digits + 2;
    }
    return at;
}

/* Reads the words for the second half of the day. Returns the offset after them, or `at`. */
static size_t evening_at(struct text_span text, size_t at, struct clock_time *clock)
{
    const size_t words = skip_blanks(text, at), end = skip_word(text, words, WORDS_EVENING);
    if (end == words || clock->half)
        return at;
    if (clock->minutes < 12 * HOUR)
        clock->minutes += 12 * HOUR;
    clock->marked = true;
    clock->spoken = false;
    return end;
}

/* Reads a time at an offset, at which there are digits. Returns the offset after it, or `at`. */
static size_t clock_at(struct text_span text, size_t at, struct clock_time *ret_clock)
{
    int hour;
    struct clock_time clock = {.whole = true};
    const size_t digits = text_span_digits(text, at, &hour);
    if (digits < 1 || digits > 2 || hour > 24)
        return at;
    clock.minutes = hour * HOUR;
    const bool point = time_byte(text, at + digits) == '.';
    size_t next = minutes_at(text, at + digits, &clock);
    const size_t half = half_at(text, next, &clock.half);
    if (half > next) {
        if (hour < 1 || hour > 12)
            return at;
        clock.minutes = clock.minutes % (12 * HOUR) + (clock.half == 'p' ? 12 * HOUR : 0);
        clock.marked = true;
        next = half;
    } else {
        const size_t blank = skip_blanks(text, next);
        size_t hours = skip_word(text, blank, WORDS_OCLOCK);
        if (hours == blank && time_byte(text, blank) == 'h' && !clock.whole &&
            !is_time_letter(time_byte(text, blank + 1)))
            hours = blank + 1; /* "22:30 h" */
        if (hours > blank) {
            clock.marked = true;
            next = after_hours_at(text, hours, &clock);
        }
        next = evening_at(text, next, &clock);
    }
    clock.point = point && !clock.whole;
    clock.marked |= clock.point && (follows_at(text, at) || follows_label(text, at));
    if (clock.minutes > DAY || is_time_letter(time_byte(text, next)))
        if (time_byte(text, next) != 'Z' && (unsigned char)time_byte(text, next) < 0x80)
            return at;
    *ret_clock = clock;
    return next;
}

/* Returns the offset after "-", "–", "to", "bis", "à" with its blanks, or `at`. */
static size_t range_mark_at(struct text_span text, size_t at)
{
    static const char *const marks[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "\xC3\xA0"};
    const size_t start = skip_blanks(text, at);
    size_t next = start;
    for (size_t i = 0; next == start && i < sizeof marks / sizeof *marks; i++)
        if (text_span_begins(text_span_part(text, start, text.length), marks[i]))
            next = start + strlen(marks[i]);
    if (next == start)
        next = skip_word(text, start, WORDS_TIME_TO);
    if (next == start)
        return at;
    next = skip_blanks(text, next);
    return skip_blanks(text, skip_word(text, next, WORDS_TIME_ARTICLE));
}

static size_t zone_at(struct text_span text, size_t at, struct phrase_zone *ret_zone)
{
    size_t start = skip_blanks(text, at);
    const bool bracket = time_byte(text, start) == '(';
    start = skip_blanks(text, start + bracket);
    if (start >= text.length || (start == at && time_byte(text, start) == '-'))
        return at;
    if (start > at && (time_byte(text, start) == '-' || time_byte(text, start) == '+'))
        return at;
    const size_t length = phrase_zone_read(text_span_part(text, start, text.length), ret_zone);
    if (!length)
        return at;
    return start + length + (bracket && time_byte(text, start + length) == ')');
}

/* Reads a time or a range of times at an offset. Returns the offset after it, or `at`. */
static size_t time_at(struct text_span text, size_t at, struct phrase_time *ret_time)
{
    struct clock_time start, end;
    struct phrase_time time = {.end = -1};
    size_t next = clock_at(text, at, &start);
    if (next == at)
        return at;
    size_t zone = zone_at(text, next, &time.zone);
    size_t range = range_mark_at(text, zone);
    const size_t end_at = range > zone ? clock_at(text, range, &end) : range;
    const bool ranged = end_at > range && range > zone &&
                        ((start.marked && end.marked) || (end.marked && start.whole) ||
                         (start.marked && !end.whole) || (start.point && end.marked));
    if (!start.marked && !ranged && (zone == next || start.point))
        return at;
    time.start = start.minutes;
    if (ranged) {
        next = end_at;
        time.end = end.minutes;
        if (end.half && !start.half && start.minutes < 12 * HOUR) {
            const int shifted = start.minutes % (12 * HOUR) + (end.half == 'p' ? 12 * HOUR : 0);
            time.start = shifted <= end.minutes ? shifted : start.minutes;
        }
        if (start.half == 'p' && !end.half && end.minutes < 12 * HOUR &&
            end.minutes + 12 * HOUR > start.minutes)
            time.end += 12 * HOUR; /* "8 p.m. to 9.30" */
        if (zone == next || !time.zone.name)
            zone = zone_at(text, next, &time.zone);
        zone = zone > next ? zone : next;
    }
    time.clock_of_12 = start.half || (ranged && end.half);
    time.span = text_span_part(text, at, zone > next ? zone : next);
    *ret_time = time;
    return at + time.span.length;
}

static bool may_begin_time(struct text_span text, size_t at)
{
    const char before = at ? text.text[at - 1] : ' ';
    if (before == 'T')
        return at >= 2 && text.text[at - 2] >= '0' && text.text[at - 2] <= '9';
    return !is_time_letter(before) && !(before >= '0' && before <= '9') &&
           !strchr(":./-+#$=_,", before);
}

/* Reads an hour in words, or in one or two digits. Returns the offset after it, or `at`. */
static size_t hour_at(struct text_span text, size_t at, int *ret_hour)
{
    const size_t digits = text_span_digits(text, at, ret_hour);
    if (digits)
        return digits < 3 && *ret_hour >= 1 && *ret_hour < 24 ? at + digits : at;
    unsigned hour = 0;
    const size_t length =
        at < text.length ? words_counted_at(text.text + at, text.length - at, &hour) : 0;
    *ret_hour = (int)hour;
    return hour <= 24 ? at + length : at;
}

/* Reads the minutes in words after an hour: "dix-neuf heures trente", "las diecinueve horas y
 * treinta minutos". Returns the offset after them, or `at`. */
static size_t worded_minutes_at(struct text_span text, size_t at, int *ret_minutes)
{
    unsigned minutes = 0;
    const size_t start = skip_blanks(text, at);
    const size_t words = skip_blanks(text, skip_word(text, start, WORDS_AND));
    const size_t length = words < text.length
                              ? words_counted_at(text.text + words, text.length - words, &minutes)
                              : 0;
    if (!length)
        return at;
    *ret_minutes = (int)minutes;
    const size_t end = words + length, unit = skip_blanks(text, end);
    const size_t after = skip_word(text, unit, WORDS_MINUTE);
    return after > unit ? after : end;
}

/* Reads "half past seven", "halb acht", "huit heures et demie", "las ocho y media" at an offset.
 * Returns the offset after it, or `at`. */
static size_t spoken_clock_at(struct text_span text, size_t at, struct clock_time *ret_clock)
{
    static const struct {
        enum words_class words;
        int minutes;
    } before[] = {{WORDS_HALF_PAST, 30},
                  {WORDS_HALF_TO, -30},
                  {WORDS_QUARTER_PAST, 15},
                  {WORDS_QUARTER_TO, -15}},
      after[] = {{WORDS_AND_HALF, 30}, {WORDS_AND_QUARTER, 15}, {WORDS_LESS_QUARTER, -15}};
    int hour, minutes = 0;
    size_t start = at, end;
    for (size_t i = 0; start == at && i < sizeof before / sizeof *before; i++)
        if ((start = skip_word(text, at, before[i].words)) > at)
            minutes = before[i].minutes;
    start = skip_blanks(text, start);
    if ((end = hour_at(text, start, &hour)) == start)
        return at;
    const size_t hours = skip_word(text, skip_blanks(text, end), WORDS_OCLOCK);
    const bool named = hours > skip_blanks(text, end);
    end = named ? hours : end;
    for (size_t i = 0; !minutes && i < sizeof after / sizeof *after; i++) {
        const size_t words = skip_blanks(text, end), next = skip_word(text, words, after[i].words);
        if (next > words) {
            minutes = after[i].minutes;
            end = next;
        }
    }
    if (named && !minutes)
        end = worded_minutes_at(text, end, &minutes);
    const bool digits = time_byte(text, start) >= '0' && time_byte(text, start) <= '9';
    struct clock_time clock = {
        .minutes = hour * HOUR + minutes, .marked = true, .spoken = hour <= 12};
    size_t half = half_at(text, end, &clock.half);
    if (half > end) {
        clock.spoken = false;
        clock.minutes = clock.minutes % (12 * HOUR) + (clock.half == 'p' ? 12 * HOUR : 0);
    }
    half = evening_at(text, half, &clock);
    if (!minutes && (digits || (half == end && !(named && follows_at(text, at)))))
        return at;
    *ret_clock = clock;
    return half;
}

/* Reads a time in words at an offset. Returns false if there is none. */
static bool spoken_time_at(struct text_span text, size_t at, struct phrase_time *ret_time)
{
    struct clock_time clock = {0};
    size_t end = spoken_clock_at(text, at, &clock);
    if (end == at && (end = skip_word(text, at, WORDS_NOON)) > at)
        clock.minutes = 12 * HOUR;
    else if (end == at && (end = skip_word(text, at, WORDS_MIDNIGHT)) > at)
        clock.minutes = DAY;
    if (end == at)
        return false;
    *ret_time = (struct phrase_time){.span = text_span_part(text, at, end),
                                     .start = clock.minutes,
                                     .end = -1,
                                     .spoken = clock.spoken};
    return true;
}

bool phrase_time_find(struct text_span text, size_t from, struct phrase_time *ret_time)
{
    for (size_t at = from; at < text.length; at++) {
        const char byte = text.text[at];
        const char before = at ? text.text[at - 1] : ' ';
        if (byte >= '0' && byte <= '9') {
            if (may_begin_time(text, at) &&
                (spoken_time_at(text, at, ret_time) || time_at(text, at, ret_time) > at))
                return true;
            while (time_byte(text, at + 1) >= '0' && time_byte(text, at + 1) <= '9')
                at++;
        } else if (is_time_letter(byte) && (before == ' ' || before == '(')) {
            if (spoken_time_at(text, at, ret_time))
                return true;
        }
    }
    return false;
}

/* What words say about a time. */
static const struct {
    enum words_pattern pattern;
    enum time_meaning meaning;
    bool actual; /* true if they report an event; else they are a label, at the beginning */
} time_words[] = {
    {PATTERN_BREAK, TIME_BREAK, true},        {PATTERN_CALLED_TO_ORDER, TIME_START, true},
    {PATTERN_ENDS, TIME_END, true},           {PATTERN_OPENED, TIME_START, true},
    {PATTERN_CLOSED, TIME_END, true},         {PATTERN_END_LABEL, TIME_END, false},
    {PATTERN_START_LABEL, TIME_START, false},
};

enum time_meaning phrase_time_meaning(struct text_span text, bool *ret_actual)
{
    struct sentence sentence;
    size_t from = 0;
    for (size_t sentences = 0; from < text.length && sentences < 8; sentences++) {
        from = sentence_read(text, from, &sentence);
        for (size_t i = 0; i < sizeof time_words / sizeof *time_words; i++) {
            const enum words_pattern pattern = time_words[i].pattern;
            if (time_words[i].actual ? !pattern_is_in(pattern, &sentence)
                                     : !pattern_at(pattern, &sentence, 0))
                continue;
            *ret_actual = time_words[i].actual;
            return time_words[i].meaning;
        }
    }
    *ret_actual = false;
    return TIME_PLAIN;
}

bool phrase_time_write(const struct phrase_date *date, int minutes, const struct phrase_zone *zone,
                       char edtf[PHRASE_TIME_BYTES])
{
    *edtf = 0;
    if (!date->year || !date->month || !date->day || minutes < 0 || minutes > 2 * DAY)
        return false;
    const int64_t day = calendar_day(date->year, date->month, date->day) + minutes / DAY;
    const struct calendar_date shown = calendar_date_of(day);
    const int of_day = minutes % DAY;
    int length = snprintf(edtf, PHRASE_TIME_BYTES, "%04d-%02d-%02dT%02d:%02d:00", (int)shown.year,
                          shown.month, shown.day, of_day / HOUR, of_day % HOUR);
    int offset = zone->offset;
    if (!zone->has_offset) {
        const uint16_t number =
            zone->name ? time_zone_find(zone->name, strlen(zone->name)) : TIME_ZONE_UTC;
        if (number == TIME_ZONE_UTC)
            return true;
        const int64_t local = day * SECONDS_OF_DAY + (int64_t)of_day * 60;
        offset = time_zone_offset(number, time_zone_instant(number, local, NULL)) / 60;
    }
    const int absolute = offset < 0 ? -offset : offset;
    if (offset)
        snprintf(edtf + length, (size_t)(PHRASE_TIME_BYTES - length), "%c%02d:%02d",
                 offset < 0 ? '-' : '+', absolute / 60, absolute % 60);
    else
        snprintf(edtf + length, (size_t)(PHRASE_TIME_BYTES - length), "Z");
    return true;
}

/* Returns the minutes of a unit that begins at an offset, and the offset after it; 0 if none. */
static int unit_at(struct text_span text, size_t at, size_t *ret_end)
{
    static const struct {
        enum words_class words;
        int minutes;
    } units[] = {{WORDS_MINUTE, 1}, {WORDS_HOUR, HOUR}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        const size_t end = skip_word(text, at, units[i].words);
        if (end > at && !((unsigned char)time_byte(text, end) & 0x80)) {
            *ret_end = end;
            return units[i].minutes;
        }
    }
    return 0;
}

/* Reads the duration at an offset, at which there are digits. */
static int duration_at(struct text_span text, size_t at, size_t *ret_end)
{
    int value, rest;
    const size_t digits = text_span_digits(text, at, &value);
    size_t unit = at + digits, end;
    if (digits > 3)
        return 0;
    unit = skip_blanks(text, unit + (time_byte(text, unit) == '-'));
    const bool hours = (time_byte(text, unit) | 0x20) == 'h';
    if (hours && text_span_digits(text, unit + 1, &rest) == 2 && rest < 60) {
        *ret_end = unit + 3;
        return value * 60 + rest;
    }
    const int minutes = unit_at(text, unit, &end);
    if (!minutes)
        return 0;
    *ret_end = end;
    if (minutes != 60)
        return value;
    size_t next = skip_blanks(text, end);
    next = skip_blanks(text, skip_word(text, next, WORDS_AND));
    const size_t more = text_span_digits(text, next, &rest);
    size_t last;
    if (more && more <= 2 && rest < 60 &&
        unit_at(text, skip_blanks(text, next + more), &last) == 1) {
        *ret_end = last;
        return value * 60 + rest;
    }
    return value * 60;
}

int phrase_duration_find(struct text_span text, struct text_span *ret_span)
{
    for (size_t at = 0; at < text.length; at++) {
        if (text.text[at] < '0' || text.text[at] > '9')
            continue;
        size_t end;
        const int minutes = may_begin_time(text, at) ? duration_at(text, at, &end) : 0;
        if (minutes) {
            if (ret_span)
                *ret_span = text_span_part(text, at, end);
            return minutes;
        }
        while (time_byte(text, at + 1) >= '0' && time_byte(text, at + 1) <= '9')
            at++;
    }
    return 0;
}

void phrase_duration_write(int minutes, char text[PHRASE_DURATION_BYTES])
{
    int length = snprintf(text, PHRASE_DURATION_BYTES, "PT");
    if (minutes >= HOUR)
        length += snprintf(text + length, (size_t)(PHRASE_DURATION_BYTES - length), "%dH",
                           minutes / HOUR);
    if (minutes % HOUR || minutes < HOUR)
        snprintf(text + length, (size_t)(PHRASE_DURATION_BYTES - length), "%dM", minutes % HOUR);
}

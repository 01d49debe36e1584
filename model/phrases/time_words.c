#include "phrases/time_private.h"

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
    const size_t start = time_after_blanks(text, at);
    const size_t words = time_after_blanks(text, time_after_word(text, start, WORDS_AND));
    const size_t length = words < text.length
                              ? words_counted_at(text.text + words, text.length - words, &minutes)
                              : 0;
    if (!length)
        return at;
    *ret_minutes = (int)minutes;
    const size_t end = words + length, unit = time_after_blanks(text, end);
    const size_t after = time_after_word(text, unit, WORDS_MINUTE);
    return after > unit ? after : end;
}

/* Reads the part of an hour before it: "half past", "halb". Returns the offset after it, or `at`.
 */
static size_t part_before_hour_at(struct text_span text, size_t at, int *ret_minutes)
{
    static const struct {
        enum words_class words;
        int minutes;
    } parts[] = {{WORDS_HALF_PAST, 30},
                 {WORDS_HALF_TO, -30},
                 {WORDS_QUARTER_PAST, 15},
                 {WORDS_QUARTER_TO, -15}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const size_t end = time_after_word(text, at, parts[i].words);
        if (end > at) {
            *ret_minutes = parts[i].minutes;
            return end;
        }
    }
    return at;
}

/* Reads the part of an hour after it: "et demie", "y media". Returns the offset after it, or `at`.
 */
static size_t part_after_hour_at(struct text_span text, size_t at, int *ret_minutes)
{
    static const struct {
        enum words_class words;
        int minutes;
    } parts[] = {{WORDS_AND_HALF, 30}, {WORDS_AND_QUARTER, 15}, {WORDS_LESS_QUARTER, -15}};
    const size_t start = time_after_blanks(text, at);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const size_t end = time_after_word(text, start, parts[i].words);
        if (end > start) {
            *ret_minutes = parts[i].minutes;
            return end;
        }
    }
    return at;
}

/* Reads "half past seven", "halb acht", "huit heures et demie", "las ocho y media" at an offset.
 * Returns the offset after it, or `at`. */
static size_t spoken_clock_at(struct text_span text, size_t at, struct clock_time *ret_clock)
{
    int hour, minutes = 0;
    const size_t start = time_after_blanks(text, part_before_hour_at(text, at, &minutes));
    size_t end = hour_at(text, start, &hour);
    if (end == start)
        return at;
    const size_t unit = time_after_blanks(text, end);
    const size_t hours = time_after_word(text, unit, WORDS_OCLOCK);
    const bool named = hours > unit;
    end = named ? hours : end;
    if (!minutes)
        end = part_after_hour_at(text, end, &minutes);
    if (named && !minutes)
        end = worded_minutes_at(text, end, &minutes);
    const bool digits = time_byte(text, start) >= '0' && time_byte(text, start) <= '9';
    struct clock_time clock = {
        .minutes = hour * HOUR + minutes, .marked = true, .spoken = hour <= 12};
    size_t half = time_half_at(text, end, &clock.half);
    if (half > end) {
        clock.spoken = false;
        clock.minutes = time_of_half(clock.minutes, clock.half);
    }
    half = time_evening_at(text, half, &clock);
    if (!minutes && (digits || (half == end && !(named && time_follows_at(text, at)))))
        return at;
    *ret_clock = clock;
    return half;
}

bool time_worded_at(struct text_span text, size_t at, struct phrase_time *ret_time)
{
    struct clock_time clock = {0};
    size_t end = spoken_clock_at(text, at, &clock);
    if (end == at && (end = time_after_word(text, at, WORDS_NOON)) > at)
        clock.minutes = 12 * HOUR;
    else if (end == at && (end = time_after_word(text, at, WORDS_MIDNIGHT)) > at)
        clock.minutes = DAY;
    if (end == at)
        return false;
    *ret_time = (struct phrase_time){.span = text_span_part(text, at, end),
                                     .start = clock.minutes,
                                     .end = -1,
                                     .spoken = clock.spoken};
    return true;
}

#include "phrases/duration.h"

#include "phrases/time_private.h"

#include <stdio.h>

/* Returns the minutes of a unit that begins at an offset, and the offset after it; 0 if none. */
static int unit_at(struct text_span text, size_t at, size_t *ret_end)
{
    static const struct {
        enum words_class words;
        int minutes;
    } units[] = {{WORDS_MINUTE, 1}, {WORDS_HOUR, HOUR}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        const size_t end = time_after_word(text, at, units[i].words);
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
    unit = time_after_blanks(text, unit + (time_byte(text, unit) == '-'));
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
    size_t next = time_after_blanks(text, end);
    next = time_after_blanks(text, time_after_word(text, next, WORDS_AND));
    const size_t more = text_span_digits(text, next, &rest);
    size_t last;
    if (more && more <= 2 && rest < 60 &&
        unit_at(text, time_after_blanks(text, next + more), &last) == 1) {
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
        const int minutes = time_may_begin(text, at) ? duration_at(text, at, &end) : 0;
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

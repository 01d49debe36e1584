#include "phrases/time.h"

#include "phrases/pattern.h"
#include "phrases/time_private.h"
#include "values/calendar_day.h"
#include "values/time_zone.h"

#include <stdio.h>

/* Returns the offset after "-", "–", "to", "bis", "à" with its blanks, or `at`. */
static size_t range_mark_at(struct text_span text, size_t at)
{
    static const char *const marks[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "\xC3\xA0"};
    const size_t start = time_after_blanks(text, at);
    size_t next = start;
    for (size_t i = 0; next == start && i < sizeof marks / sizeof *marks; i++)
        if (text_span_begins(text_span_part(text, start, text.length), marks[i]))
            next = start + strlen(marks[i]);
    if (next == start)
        next = time_after_word(text, start, WORDS_TIME_TO);
    if (next == start)
        return at;
    next = time_after_blanks(text, next);
    return time_after_blanks(text, time_after_word(text, next, WORDS_TIME_ARTICLE));
}

static size_t zone_at(struct text_span text, size_t at, struct phrase_zone *ret_zone)
{
    size_t start = time_after_blanks(text, at);
    const bool bracket = time_byte(text, start) == '(';
    start = time_after_blanks(text, start + bracket);
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
    size_t next = time_clock_at(text, at, &start);
    if (next == at)
        return at;
    size_t zone = zone_at(text, next, &time.zone);
    size_t range = range_mark_at(text, zone);
    const size_t end_at = range > zone ? time_clock_at(text, range, &end) : range;
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
            const int shifted = time_of_half(start.minutes, end.half);
            time.start = shifted <= end.minutes ? shifted : start.minutes;
        }
        if (start.half == 'p' && !end.half && end.minutes < 13 * HOUR &&
            end.minutes < start.minutes && end.minutes + 12 * HOUR > start.minutes)
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

bool phrase_time_find(struct text_span text, size_t from, struct phrase_time *ret_time)
{
    for (size_t at = from; at < text.length; at++) {
        const char byte = text.text[at];
        const char before = at ? text.text[at - 1] : ' ';
        if (byte >= '0' && byte <= '9') {
            if (time_may_begin(text, at) &&
                (time_worded_at(text, at, ret_time) || time_at(text, at, ret_time) > at))
                return true;
            while (time_byte(text, at + 1) >= '0' && time_byte(text, at + 1) <= '9')
                at++;
        } else if (time_is_letter(byte) && (before == ' ' || before == '(')) {
            if (time_worded_at(text, at, ret_time))
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

/* The times at which a meeting began and ended (D3). */
#include "meeting/meeting_private.h"
#include "phrases/duration.h"
#include "phrases/pattern.h"

#include <string.h>

enum {
    HOUR = 60, /* minutes */
    HALF_DAY = 12 * HOUR,
    UNTIL_BYTES_MAX = 12, /* of the words between a time and the one before it */
    TAIL_LINES = 8,       /* lines at the end that may tell the real end */
    MORNING = 8 * HOUR /* the earliest time at which a meeting begins if it may be 12 hours later */
};

/* Takes a time that the meeting began or ended. */
static void take_time(struct minutes *minutes, const struct phrase_time *time, bool end,
                      struct line_span lines)
{
    if (end) {
        minutes->end = time->end >= 0 ? time->end : time->start;
        minutes->end_lines = lines;
        minutes->end_is_guess = time->spoken;
    } else {
        minutes->start = time->start;
        minutes->start_is_guess = time->spoken;
        minutes->start_lines = lines;
        if (time->end >= 0 && minutes->end < 0) {
            minutes->end = time->end;
            minutes->end_lines = lines;
        }
    }
    if (time->zone.has_offset || time->zone.name)
        minutes->zone = time->zone;
}

/* Reports whether a word such as "until" is before a time: it is an end. */
static bool is_until(struct text_span text, const struct phrase_time *time)
{
    const size_t at = (size_t)(time->span.text - text.text);
    for (size_t back = 1; back <= UNTIL_BYTES_MAX && back <= at; back++) {
        const size_t start = at - back;
        if (start && !strchr(" (,", text.text[start - 1]))
            continue;
        const struct text_span before = text_span_trim(text_span_part(text, start, at));
        if (words_is(WORDS_TIME_UNTIL, before.text, before.length))
            return true;
    }
    return false;
}

/* Reads the end of the meeting that follows its start in one line: "Start: 18:30, end: 20:00". */
static void read_end_after(struct minutes *minutes, struct text_span text,
                           const struct phrase_time *start, struct line_span lines)
{
    struct phrase_time time;
    bool actual;
    const size_t from = (size_t)(start->span.text - text.text) + start->span.length;
    struct text_span rest = text_span_strip(text_span_part(text, from, text.length), " ,;.|/*_-");
    while (text_span_begins(rest, "\xe2\x80\x93") || text_span_begins(rest, "\xe2\x80\x94"))
        rest = text_span_strip(text_span_part(rest, 3, rest.length), " ");
    if (minutes->end < 0 && phrase_time_find(rest, 0, &time) &&
        (phrase_time_meaning(rest, &actual) == TIME_END || is_until(rest, &time)))
        take_time(minutes, &time, true, lines);
}

/* Reads the time in the title or beside the date: "held on 3 March 2031 at 7:30pm". */
static void read_time_of_title(struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->markdown.count && meeting_is_head(minutes, i); i++) {
        const struct line_span lines = minutes_lines(minutes, i, i + 1);
        const struct text_span text = minutes_text(minutes, i, i + 1);
        struct phrase_time time;
        struct phrase_date date;
        bool actual;
        const bool title =
            lines.first >= minutes->title_lines.first && lines.first <= minutes->title_lines.last;
        if ((!title && lines.first != minutes->date_line) || text.length > TIME_LINE_BYTES_MAX ||
            !phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date))
            continue;
        const size_t from = (size_t)(date.span.text - text.text) + date.span.length;
        if (!phrase_time_find(text, from, &time) ||
            phrase_time_meaning(text, &actual) == TIME_END || actual)
            continue;
        const bool until = is_until(text, &time);
        take_time(minutes, &time, until, lines);
        if (!until)
            read_end_after(minutes, text, &time, lines);
        return;
    }
}

/* Reads the last label of the end after the items: "Ende der Sitzung: 21.05 Uhr". If the header has
 * a planned end, the label must be in the last lines. */
static void read_end_of_tail(struct minutes *minutes)
{
    const size_t count = minutes->markdown.count;
    for (size_t i = count; i-- > 0 && !meeting_is_head(minutes, i);) {
        if (minutes->end >= 0 && i + TAIL_LINES < count)
            return;
        const struct text_span text = outline_without_signs(minutes_text(minutes, i, i + 1));
        struct phrase_time time;
        bool actual;
        if (text.length > TIME_LINE_BYTES_MAX || !phrase_time_find(text, 0, &time) ||
            phrase_time_meaning(text, &actual) != TIME_END || actual)
            continue;
        if (minutes->end >= 0 && minutes->end != time.start)
            minutes->planned_end = minutes->end;
        take_time(minutes, &time, true, minutes_lines(minutes, i, i + 1));
        return;
    }
}

void meeting_complete_times(struct minutes *minutes)
{
    /* A time in words is one of the evening if it would be in the night or before the start. */
    minutes->start_is_guess &= minutes->start >= 0 && minutes->start < MORNING;
    if (minutes->start_is_guess)
        minutes->start += HALF_DAY;
    minutes->end_is_guess &= minutes->end >= 0 && minutes->end < HALF_DAY &&
                             (minutes->start < 0 ? minutes->end < MORNING
                                                 : minutes->end < minutes->start &&
                                                       minutes->end + HALF_DAY > minutes->start);
    if (minutes->end_is_guess)
        minutes->end += HALF_DAY;
    if (minutes->end >= 0 && minutes->start >= 0 && minutes->end < minutes->start)
        minutes->end += 2 * HALF_DAY;
}

void meeting_read_planned_times(struct minutes *minutes)
{
    int duration = 0;
    struct line_span duration_lines = {0};
    for (size_t i = 0; i < minutes->markdown.count && meeting_is_head(minutes, i); i++) {
        const struct text_span text = outline_without_signs(minutes_text(minutes, i, i + 1));
        const struct line_span lines = minutes_lines(minutes, i, i + 1);
        struct phrase_time time;
        bool actual = false;
        const enum zone zone = minutes->outline.lines[i].zone;
        if (text.length > TIME_LINE_BYTES_MAX || zone == ZONE_SKIPPED || zone == ZONE_AGENDA)
            continue;
        const size_t length = meeting_label_end(WORDS_DURATION, text);
        if (length) {
            duration = phrase_duration_find(text_span_part(text, length, text.length), NULL);
            duration_lines = lines;
        }
        if (length || !phrase_time_find(text, 0, &time))
            continue;
        const enum time_meaning meaning = phrase_time_meaning(text, &actual);
        const bool label = meeting_label_end(WORDS_DATE, text) ||
                           meeting_label_end(WORDS_TIME, text) || outline_is_time(text);
        if (((meaning == TIME_END && !actual) || (label && is_until(text, &time))) &&
            minutes->end < 0)
            take_time(minutes, &time, true, lines);
        else if (((meaning == TIME_START && !actual) || label) && minutes->start < 0) {
            take_time(minutes, &time, false, lines);
            read_end_after(minutes, text, &time, lines);
        }
    }
    if (minutes->start < 0)
        read_time_of_title(minutes);
    read_end_of_tail(minutes);
    if (duration && minutes->start >= 0 && minutes->end < 0) {
        minutes->end = minutes->start + duration;
        minutes->duration_lines = duration_lines;
    }
}

/* Reports whether a time, after `from` in a text, is that of another meeting: a word such as "next"
 * or another date is before it in its sentence. */
static bool is_of_another_meeting(const struct minutes *minutes, struct text_span text, size_t from,
                                  size_t at)
{
    struct sentence sentence;
    struct phrase_date date;
    for (size_t next; (next = sentence_read(text_span_part(text, 0, at), from, &sentence)) < at;)
        from = next;
    const struct text_span before = text_span_part(text, from, at);
    sentence_read_all(before, &sentence);
    if (pattern_is_in(PATTERN_NEXT, &sentence))
        return true;
    return minutes->date.day && phrase_date_find(before, 0, DATE_ORDER_UNKNOWN, &date) &&
           date.day && !date.swappable &&
           (date.day != minutes->date.day || date.month != minutes->date.month) &&
           !minutes->date.last_day;
}

/* Finds the first time of a text that is not that of another meeting. */
static bool find_own_time(const struct minutes *minutes, struct text_span text,
                          struct phrase_time *ret)
{
    for (size_t from = 0; phrase_time_find(text, from, ret);) {
        const size_t at = (size_t)(ret->span.text - text.text);
        if (!is_of_another_meeting(minutes, text, from, at))
            return true;
        from = at + ret->span.length;
    }
    return false;
}

/* Reads a text that may tell when the meeting really began or ended. Returns false if it tells of a
 * break. */
static bool read_actual_time(struct minutes *minutes, struct text_span text, struct line_span lines,
                             bool *started)
{
    struct phrase_time time;
    bool actual = false;
    if (text.length > TIME_LINE_BYTES_MAX || !find_own_time(minutes, text, &time))
        return true;
    const enum time_meaning meaning = phrase_time_meaning(text, &actual);
    if (!actual || (meaning != TIME_START && meaning != TIME_END) ||
        (meaning == TIME_START && *started))
        return meaning != TIME_BREAK;
    const bool start = meaning == TIME_START;
    const int planned = start ? minutes->start : minutes->end;
    int *kept = start ? &minutes->planned_start : &minutes->planned_end;
    if (planned >= 0 && planned != time.start && *kept < 0 && (start || !minutes->end_is_actual)) {
        draft_explain(minutes->draft, (struct line_span){lines.last, lines.last}, "actual time",
                      "D3");
        *kept = planned;
    }
    take_time(minutes, &time, !start, lines);
    minutes->end_is_actual |= !start;
    *started |= start;
    return true;
}

void meeting_read_actual_times(struct minutes *minutes)
{
    bool started = false;
    for (size_t i = 0; i < minutes->markdown.count;) {
        const size_t end = outline_paragraph_end(&minutes->markdown, i);
        const bool read = read_actual_time(minutes, minutes_text(minutes, i, end),
                                           minutes_lines(minutes, i, end), &started);
        for (; !read && i < end; i++) /* another line may tell of the end */
            read_actual_time(minutes, minutes_text(minutes, i, i + 1),
                             minutes_lines(minutes, i, i + 1), &started);
        i = end;
    }
}

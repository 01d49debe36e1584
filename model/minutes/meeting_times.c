/* The times at which a meeting began and ended (D3). */
#include "minutes/minutes_private.h"

/* Takes a time that the meeting began or ended. */
static void take_time(struct minutes *minutes, const struct phrase_time *time, bool end,
                      struct line_span lines)
{
    if (end) {
        minutes->end = time->end >= 0 ? time->end : time->start;
        minutes->end_lines = lines;
    } else {
        minutes->start = time->start;
        minutes->start_lines = lines;
        if (time->end >= 0 && minutes->end < 0) {
            minutes->end = time->end;
            minutes->end_lines = lines;
        }
    }
    if (time->zone.has_offset || time->zone.name)
        minutes->zone = time->zone;
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
        phrase_time_meaning(rest, &actual) == TIME_END)
        take_time(minutes, &time, true, lines);
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
        const bool label =
            meeting_label_end(WORDS_DATE, text) || meeting_label_end(WORDS_TIME, text);
        if (meaning == TIME_END && !actual && minutes->end < 0)
            take_time(minutes, &time, true, lines);
        else if (((meaning == TIME_START && !actual) || label) && minutes->start < 0) {
            take_time(minutes, &time, false, lines);
            read_end_after(minutes, text, &time, lines);
        }
    }
    if (duration && minutes->start >= 0 && minutes->end < 0) {
        minutes->end = minutes->start + duration;
        minutes->duration_lines = duration_lines;
    }
}

void meeting_read_actual_times(struct minutes *minutes)
{
    const int planned_start = minutes->start, planned_end = minutes->end;
    bool started = false;
    for (size_t i = 0; i < minutes->markdown.count;) {
        const size_t end = outline_paragraph_end(&minutes->markdown, i);
        const struct text_span text = minutes_text(minutes, i, end);
        const struct line_span lines = minutes_lines(minutes, i, end);
        struct phrase_time time;
        bool actual = false;
        i = end;
        if (text.length > TIME_LINE_BYTES_MAX || !phrase_time_find(text, 0, &time))
            continue;
        const enum time_meaning meaning = phrase_time_meaning(text, &actual);
        if (!actual || (meaning != TIME_START && meaning != TIME_END) ||
            (meaning == TIME_START && started))
            continue;
        const int planned = meaning == TIME_START ? planned_start : planned_end;
        if (planned >= 0 && planned != time.start) {
            draft_explain(minutes->draft, minutes_lines(minutes, i - 1, i), "actual time", "D3");
            *(meaning == TIME_START ? &minutes->planned_start : &minutes->planned_end) = planned;
        }
        take_time(minutes, &time, meaning == TIME_END, lines);
        started |= meaning == TIME_START;
    }
}

#include "outline/meetings.h"

#include "base/array.h"
#include "members/members.h"
#include "outline/outline.h"
#include "wording/words.h"

#include <stdlib.h>
#include <string.h>

#define DATE_MARKS " -*_:|,@" /* around a date in a heading */

enum {
    HEADING_LEVELS = 6,
    DATE_BYTES_MAX = 120, /* of a heading that is a date */
    ATTENDANCE_LABEL_BYTES_MAX = 40
};

/* Returns the offset of the brackets or the link at the end of a text, or its length. */
static size_t note_at_end(const struct markdown *markdown, struct text_span text)
{
    const bool bracket = text.length && strchr(")]", text.text[text.length - 1]);
    for (size_t at = text.length; at-- > 1;) {
        const size_t link = strchr(" (|", text.text[at - 1])
                                ? markdown_link_at(markdown, text_span_part(text, at, text.length))
                                : 0;
        if (link == text.length - at || (bracket && strchr("([", text.text[at])))
            return at;
    }
    return text.length;
}

struct text_span meeting_date_of_heading(const struct markdown *markdown, struct text_span text,
                                         struct phrase_date *ret_date)
{
    const struct text_span none = {NULL, 0};
    text = text_span_strip(text, DATE_MARKS);
    if (text.length > DATE_BYTES_MAX)
        return none;
    for (size_t end; (end = note_at_end(markdown, text)) < text.length;)
        text = text_span_strip(text_span_part(text, 0, end), DATE_MARKS);
    if (!phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, ret_date) || !ret_date->day)
        return none;
    const struct text_span date = ret_date->span;
    const size_t end = (size_t)(date.text - text.text) + date.length;
    if (outline_is_time(text_span_strip(text_span_part(text, end, text.length), DATE_MARKS)))
        text = text_span_part(text, 0, end);
    return phrase_date_is_all(text, ret_date) ? text : none;
}

/* Reports whether a heading is a date and nothing else, but for a time and what is in brackets
 * (M1). */
static bool is_date_heading(const struct markdown *markdown, size_t line,
                            struct phrase_date *ret_date)
{
    const struct markdown_line *at = &markdown->lines[line];
    if (at->form != MARKDOWN_HEADING || at->quoted || at->level > HEADING_LEVELS)
        return false;
    const struct text_span text = outline_without_signs(markdown_text(markdown, line, line + 1));
    return meeting_date_of_heading(markdown, text, ret_date).length > 0;
}

/* Reports whether a line begins the attendance: a heading, or a label with names. */
static bool states_attendance(const struct markdown *markdown, size_t line)
{
    const struct text_span text = outline_without_signs(markdown_text(markdown, line, line + 1));
    const size_t colon = text_span_find(text, 0, ":");
    if (markdown->lines[line].quoted || !text.length)
        return false;
    if (markdown->lines[line].form == MARKDOWN_HEADING)
        return words_is(WORDS_PRESENT, text.text, text.length);
    return markdown->lines[line].form == MARKDOWN_PARAGRAPH && colon < text.length &&
           colon < ATTENDANCE_LABEL_BYTES_MAX && words_is(WORDS_PRESENT, text.text, colon);
}

static void meeting_starts_add(struct meeting_starts *starts, size_t line, struct phrase_date date)
{
    struct meeting_start *at =
        array_reserve(starts->at, &starts->capacity, starts->count + 1, sizeof *at);
    if (!at) {
        starts->out_of_memory = true;
        return;
    }
    starts->at = at;
    at[starts->count++] = (struct meeting_start){.line = line, .date = date};
}

/* Begins a meeting at each heading of the first level at which two headings are dates (M1). */
static void find_date_headings(const struct markdown *markdown, struct meeting_starts *starts)
{
    size_t counts[HEADING_LEVELS + 1] = {0};
    unsigned level = 1;
    struct phrase_date date;
    for (size_t i = 0; i < markdown->count; i++)
        if (is_date_heading(markdown, i, &date))
            counts[markdown->lines[i].level]++;
    while (level <= HEADING_LEVELS && counts[level] < 2)
        level++;
    for (size_t i = 0; i < markdown->count && level <= HEADING_LEVELS; i++)
        if (is_date_heading(markdown, i, &date) && markdown->lines[i].level == level)
            meeting_starts_add(starts, i, date);
    starts->rule = "M1";
}

/* Begins a meeting at each heading that has an attendance below it, if it has the level of the
 * first such heading (M2). */
static void find_attendance_headings(const struct markdown *markdown, struct meeting_starts *starts)
{
    size_t above[HEADING_LEVELS + 2] = {0}; /* by level: the line of the last heading, from 1 */
    unsigned level = 0, first = 0;
    for (size_t i = 0; i < markdown->count; i++) {
        const struct markdown_line *line = &markdown->lines[i];
        const bool heading =
            line->form == MARKDOWN_HEADING && !line->quoted && line->level <= HEADING_LEVELS;
        const bool attendance = states_attendance(markdown, i);
        unsigned owner = heading ? line->level - 1 : level;
        if (heading && !attendance) {
            level = line->level;
            above[level] = i + 1;
            for (unsigned below = level + 1; below <= HEADING_LEVELS; below++)
                above[below] = 0;
        }
        while (owner && !above[owner])
            owner--;
        if (!attendance || !owner || (first && owner != first))
            continue;
        first = owner;
        if (!starts->count || starts->at[starts->count - 1].line != above[owner] - 1)
            meeting_starts_add(starts, above[owner] - 1, (struct phrase_date){0});
    }
    starts->rule = "M2";
}

void meeting_starts_find(const struct markdown *markdown, struct meeting_starts *starts)
{
    *starts = (struct meeting_starts){0};
    find_date_headings(markdown, starts);
    if (!starts->count)
        find_attendance_headings(markdown, starts);
    if (starts->count < 2)
        starts->count = 0;
}

void meeting_starts_finish(struct meeting_starts *starts)
{
    free(starts->at);
    *starts = (struct meeting_starts){0};
}

#include "minutes/minutes.h"

#include "minutes/minutes_private.h"
#include "wording/words.h"

#include <stdlib.h>
#include <string.h>

enum {
    CANCELLED_BYTES_MAX = 1500, /* of a text that only says that a meeting was cancelled (P6) */
    LONG_LINE_BYTES = 20000
};

/* Reports whether any line is in a zone. */
static bool has_zone(const struct minutes *minutes, enum zone zone)
{
    for (size_t i = 0; i < minutes->markdown.count; i++)
        if (minutes->outline.lines[i].zone == zone)
            return true;
    return false;
}

/* Counts the items that have text of their own. */
static size_t filled_items(const struct minutes *minutes)
{
    size_t filled = 0;
    for (size_t i = 0; i < minutes->outline.item_count; i++) {
        const size_t next = minutes->outline.items[i].line + 1;
        filled += next < minutes->markdown.count && !minutes->outline.lines[next].heading &&
                  minutes->outline.lines[next].item == i + 1;
    }
    return filled;
}

/* Returns the first address in the text, or an empty text. */
static struct text_span first_url(const struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->markdown.count; i++)
        if (minutes->markdown.lines[i].url_length)
            return (struct text_span){minutes->markdown.text.bytes + minutes->markdown.lines[i].url,
                                      minutes->markdown.lines[i].url_length};
    return (struct text_span){0};
}

/* Reports whether a heading is that of an agenda. */
static bool has_agenda(const struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->markdown.count; i++) {
        const struct text_span text = minutes_text(minutes, i, i + 1);
        if (minutes->outline.lines[i].heading && words_at(WORDS_AGENDA, text.text, text.length))
            return true;
    }
    return false;
}

/* Refuses a text that is not minutes, by what it is (P6). */
static void refuse(struct minutes *minutes)
{
    struct draft *draft = minutes->draft;
    const struct draft_source *source = draft_source(draft);
    const struct text_span url = first_url(minutes);
    if (minutes->markdown.count <= 2 && source->length > LONG_LINE_BYTES)
        draft_refuse(draft, 1, "this is not minutes: one line of %zu kB: text without lines",
                     source->length / 1000);
    else if (has_agenda(minutes))
        draft_refuse(draft, 1,
                     "this is not minutes: an agenda only; minutes have an attendance, "
                     "items with text, speakers, decisions or actions");
    else if (url.length && minutes->markdown.count < 8)
        draft_refuse(draft, 1, "this is not minutes: minutes elsewhere: %.*s", (int)url.length,
                     url.text);
    else
        draft_refuse(draft, 1,
                     "this is not minutes: it has not two of these: a date, an attendance, items "
                     "with text, speakers or decisions; docs/minutes.md shows the form");
}

/* Reads a text that says only that the meeting was cancelled. */
static bool is_cancelled(const struct minutes *minutes)
{
    const struct text_span text = {minutes->markdown.text.bytes, minutes->markdown.text.length};
    return text.length < CANCELLED_BYTES_MAX && words_has(WORDS_CANCELLED, text.text, text.length);
}

/* Adds all records. */
static void minutes_add(struct minutes *minutes)
{
    char id[DRAFT_ID_BYTES];
    attendance_read(minutes);
    meeting_add(minutes);
    draft_new_id(minutes->draft, &document_type, minutes->meeting_id, "minutes", id);
    struct buffer title;
    buffer_init(&title, 1000);
    buffer_append(&title, minutes->title.text, minutes->title.length);
    char *text = buffer_steal_text(&title);
    if (!text)
        draft_set_out_of_memory(minutes->draft);
    json_t *document = draft_add_document(minutes->draft, id, text && *text ? text : "Minutes",
                                          "minutes", "text/markdown");
    free(text);
    draft_set(minutes->draft, document, "meeting", json_string(minutes->meeting_id));
    if (is_cancelled(minutes)) {
        draft_set(minutes->draft, minutes->meeting, "status", json_string("cancelled"));
        return;
    }
    attendance_add(minutes);
    proceedings_add(minutes);
}

/* Reports whether the text has two of the marks of minutes (P6). */
static bool is_minutes(const struct minutes *minutes)
{
    const bool date = minutes->date.day > 0 && minutes->date_line > 0;
    const bool file_date = minutes->date.day > 0;
    const size_t items = filled_items(minutes);
    bool attendance = has_zone(minutes, ZONE_ATTENDANCE);
    for (size_t i = 0; !attendance && i < minutes->markdown.count; i++) {
        struct member_group group;
        const struct text_span text = minutes_text(minutes, i, i + 1);
        attendance = text.length < 2000 && minutes->outline.lines[i].zone == ZONE_HEADER &&
                     member_group_read(outline_without_signs(text), &group);
    }
    const bool marks = has_zone(minutes, ZONE_ACTIONS) || has_zone(minutes, ZONE_CONCLUSION) ||
                       has_zone(minutes, ZONE_DECISIONS);
    return (date || file_date) + attendance + (items >= 2) + marks >= 2;
}

/* Reports whether a heading begins a meeting of its own: it is a date and nothing else (M1), or it
 * states the attendance again in the same words as the first (M2). */
static bool begins_meeting(const struct minutes *minutes, size_t line, size_t first)
{
    const struct markdown_line *lines = minutes->markdown.lines;
    const struct text_span text = minutes_text(minutes, line, line + 1);
    struct phrase_date date;
    if (lines[line].form != MARKDOWN_HEADING || lines[line].level != lines[first].level)
        return false;
    if (phrase_date_is_all(minutes_text(minutes, first, first + 1), &date))
        return phrase_date_is_all(text, &date) && date.day;
    return text.length == lines[first].length &&
           memcmp(text.text, minutes->markdown.text.bytes + lines[first].start, text.length) == 0;
}

/* Warns if headings of the same kind as one at a line, the first of its kind, begin meetings.
 * Returns true if it did. */
static bool warn_of_meetings(const struct minutes *minutes, size_t first)
{
    size_t meetings = 1;
    unsigned second = 0;
    for (size_t i = first + 1; i < minutes->markdown.count; i++)
        if (begins_meeting(minutes, i, first) && ++meetings == 2)
            second = minutes->markdown.lines[i].line;
    if (second)
        draft_warn(minutes->draft, second,
                   "the file has %zu meetings, which are read as one; write a file for each "
                   "meeting",
                   meetings);
    return second > 0;
}

/* Warns if a file has several meetings: for each level of headings, the first date and the first
 * attendance decide. */
static void check_meetings(const struct minutes *minutes)
{
    bool date_seen[7] = {0}, present_seen[7] = {0};
    for (size_t i = 0; i < minutes->markdown.count; i++) {
        const struct markdown_line *line = &minutes->markdown.lines[i];
        const struct text_span text = minutes_text(minutes, i, i + 1);
        struct phrase_date date;
        if (line->form != MARKDOWN_HEADING || line->level > 6)
            continue;
        const bool dated = phrase_date_is_all(text, &date) && date.day;
        bool *seen = dated ? &date_seen[line->level] : &present_seen[line->level];
        if (*seen || (!dated && !words_is(WORDS_PRESENT, text.text, text.length)))
            continue;
        *seen = true;
        if (warn_of_meetings(minutes, i))
            return;
    }
}

void minutes_read(struct draft *draft)
{
    const struct draft_source *source = draft_source(draft);
    struct minutes minutes = {.draft = draft};
    roster_init(&minutes.roster);
    if (!front_matter_read(source->bytes, source->length, &minutes.front))
        draft_set_out_of_memory(draft);
    markdown_read(&minutes.markdown, source->bytes + minutes.front.length,
                  source->length - minutes.front.length, minutes.front.lines + 1);
    if (!minutes.markdown.out_of_memory)
        outline_read(&minutes.markdown, &minutes.outline);
    if (minutes.markdown.out_of_memory || minutes.outline.out_of_memory)
        draft_set_out_of_memory(draft);
    else if (!minutes.markdown.count)
        draft_refuse(draft, 1, "this is not minutes: it has no text");
    else {
        meeting_read(&minutes);
        if (!is_cancelled(&minutes) && !is_minutes(&minutes))
            refuse(&minutes);
        else {
            check_meetings(&minutes);
            minutes_add(&minutes);
        }
    }
    if (minutes.roster.out_of_memory)
        draft_set_out_of_memory(draft);
    outline_finish(&minutes.outline);
    markdown_finish(&minutes.markdown);
    roster_finish(&minutes.roster);
}

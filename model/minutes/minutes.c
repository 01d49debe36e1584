#include "minutes/minutes.h"

#include "base/utf8.h"
#include "meeting/body_name.h"
#include "minutes/minutes_private.h"
#include "wording/words.h"

#include <stdio.h>
#include <string.h>

enum {
    ONE_LINE_BYTES_MAX = 1000000, /* of a text of one or two lines; a longer one is refused */
    DOCUMENT_TITLE_BYTES = 201,   /* of a document, with the NUL */
    ATTENDANCE_BYTES_MAX = 2000   /* of a line that may begin the attendance */
};

/* Reports whether any line is in a zone. */
static bool has_zone(const struct minutes *minutes, enum zone zone)
{
    for (size_t i = 0; i < minutes->markdown.count; i++)
        if (minutes->outline.lines[i].zone == zone)
            return true;
    return false;
}

/* Reports whether an item, from 0, has text of its own. Stores the first line of the text. */
static bool is_filled(const struct minutes *minutes, size_t item, size_t *ret_line)
{
    const size_t next = *ret_line = minutes->outline.items[item].line + 1;
    return next < minutes->markdown.count && !minutes->outline.lines[next].heading &&
           minutes->outline.lines[next].item == item + 1;
}

/* Counts the items that have text of their own. */
static size_t filled_items(const struct minutes *minutes)
{
    size_t filled = 0, line;
    for (size_t i = 0; i < minutes->outline.item_count; i++)
        filled += is_filled(minutes, i, &line);
    return filled;
}

/* Finds the marks of minutes (P6). */
static struct minutes_marks find_marks(const struct minutes *minutes)
{
    bool attendance = has_zone(minutes, ZONE_ATTENDANCE) || attendance_is_in_front(minutes);
    for (size_t i = 0; !attendance && i < minutes->markdown.count; i++) {
        struct member_group group;
        const struct text_span text = minutes_text(minutes, i, i + 1);
        attendance = text.length < ATTENDANCE_BYTES_MAX &&
                     minutes->outline.lines[i].zone == ZONE_HEADER &&
                     (member_group_begins(outline_without_signs(text), &group) ||
                      member_group_introduced(text, &group));
    }
    return (struct minutes_marks){
        .date = minutes->date.day > 0,
        .attendance = attendance,
        .items = filled_items(minutes) >= 2,
        .chat = minutes->outline.chat,
        .decisions = has_zone(minutes, ZONE_ACTIONS) || has_zone(minutes, ZONE_CONCLUSION) ||
                     has_zone(minutes, ZONE_DECISIONS),
    };
}

/* Reports whether a text says that the meeting was cancelled, and has neither an attendance nor an
 * item with other text. */
static bool is_cancelled(const struct minutes *minutes)
{
    const struct minutes_marks marks = find_marks(minutes);
    size_t line;
    if (marks.attendance || marks.chat ||
        !outline_is_cancelled(&minutes->markdown, &minutes->outline, minutes->title))
        return false;
    for (size_t i = 0; i < minutes->outline.item_count; i++)
        if (is_filled(minutes, i, &line) &&
            !outline_line_is_cancelled(&minutes->markdown, &minutes->outline, line))
            return false;
    return true;
}

/* Reports whether the text has at least two of the marks of minutes (P6). */
static bool is_minutes(const struct minutes *minutes)
{
    const struct minutes_marks marks = find_marks(minutes);
    return marks.date + marks.attendance + marks.items + marks.chat + marks.decisions >= 2;
}

/* Reports whether a text is an agenda: its title says so, or its items are the entries below the
 * heading of an agenda, and it has no other text. */
static bool is_agenda(const struct minutes *minutes)
{
    const struct outline *outline = &minutes->outline;
    bool headed = false;
    if (minutes->file_id || minutes->has_attendance)
        return false;
    if (outline_is_agenda_title(minutes->title))
        return true;
    for (size_t i = 0; i < minutes->markdown.count; i++) {
        const struct text_span text = text_span_strip(minutes_text(minutes, i, i + 1), " :");
        headed |= outline->lines[i].heading && words_is(WORDS_AGENDA, text.text, text.length);
        if (headed ? !outline->lines[i].heading : outline->lines[i].item > 0)
            return false;
    }
    return headed && outline->item_count;
}

/* Adds the file as a document. `kind` is "minutes" or "agenda". */
static void add_document(struct draft *draft, const char *prefix, const char *name,
                         struct text_span title, const char *kind, const char *meeting)
{
    char id[DRAFT_ID_BYTES], text[DOCUMENT_TITLE_BYTES];
    draft_new_id(draft, &document_type, prefix, name, id);
    const size_t length =
        title.length < sizeof text ? title.length : utf8_cut_length(title.text, sizeof text - 1);
    snprintf(text, sizeof text, "%.*s", (int)length, title.text);
    json_t *document =
        draft_add_document(draft, id, length ? text : "Minutes", kind, "text/markdown");
    if (meeting)
        draft_set(draft, document, "meeting", json_string(meeting));
}

/* Counts the entries of the agenda that have no section: they are not items (Z2). */
static void count_unheld(const struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->markdown.count; i++)
        if (minutes->outline.lines[i].unheld)
            draft_count_unread(minutes->draft, "topics of the agenda without a section",
                               minutes->markdown.lines[i].line);
}

/* Adds the records of a meeting. */
static void minutes_add(struct minutes *minutes)
{
    attendance_read(minutes);
    minutes->is_agenda = is_agenda(minutes);
    meeting_add(minutes);
    const char *kind = minutes->is_agenda ? "agenda" : "minutes";
    if (!minutes->file_id)
        add_document(minutes->draft, minutes->meeting_id, kind, minutes->title, kind,
                     minutes->meeting_id);
    if (is_cancelled(minutes) && (!minutes->file_id || !is_minutes(minutes))) {
        draft_set(minutes->draft, minutes->meeting, "status", json_string("cancelled"));
        return;
    }
    attendance_add(minutes);
    proceedings_add(minutes);
    count_unheld(minutes);
    losses_warn_meeting(minutes);
}

/* Finds the outline and the facts of a meeting. Returns false if out of memory. */
static bool minutes_prepare(struct minutes *minutes)
{
    roster_init(&minutes->roster);
    minutes->people = json_object();
    outline_read(&minutes->markdown, &minutes->outline);
    if (!minutes->people || minutes->outline.out_of_memory)
        return false;
    meeting_read(minutes);
    return true;
}

static void minutes_finish(struct minutes *minutes)
{
    if (minutes->roster.out_of_memory || minutes->outline.out_of_memory || !minutes->people)
        draft_set_out_of_memory(minutes->draft);
    outline_finish(&minutes->outline);
    roster_finish(&minutes->roster);
    json_decref(minutes->people);
}

/* Reads a file that has one meeting (M3). */
static void read_meeting(struct minutes minutes)
{
    if (minutes_prepare(&minutes)) {
        if (is_cancelled(&minutes) || is_minutes(&minutes))
            minutes_add(&minutes);
        else {
            const struct minutes_marks marks = find_marks(&minutes);
            minutes_refuse(&minutes, &marks);
        }
    }
    minutes_finish(&minutes);
}

/* Returns the title of a file with several meetings: that of the front matter, or the first heading
 * above the meetings. */
static struct text_span series_title(struct minutes *file, size_t first)
{
    if (*file->front.title) {
        file->series_lines = (struct line_span){file->front.title_line, file->front.title_line};
        return text_span_of(file->front.title);
    }
    for (size_t i = 0; i < first; i++)
        if (file->markdown.lines[i].form == MARKDOWN_HEADING) {
            file->series_lines = minutes_lines(file, i, i + 1);
            draft_explain(file->draft, file->series_lines, "title", "D4");
            return outline_without_signs(minutes_text(file, i, i + 1));
        }
    return (struct text_span){0};
}

/* Writes the id of a file with several meetings: its body and its name. */
static void write_file_id(const struct minutes *file, struct text_span series,
                          char id[DRAFT_ID_BYTES])
{
    char body[DRAFT_ID_BYTES] = "", name[DRAFT_ID_BYTES];
    const char *path = draft_source(file->draft)->name;
    const char *base = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    const struct text_span of = phrase_body_name(series);
    draft_slug(file->draft, base, strcspn(base, "."), name);
    if (of.length)
        draft_slug(file->draft, of.text, of.length, body);
    draft_new_id(file->draft, &document_type, body, name, id);
}

/* Reads one of several meetings of a file: the lines from one start to the next. Returns true if it
 * has the marks of minutes. */
static bool read_part(const struct minutes *file, const struct meeting_starts *starts, size_t i,
                      const char *file_id, struct text_span series)
{
    struct minutes part = {.draft = file->draft,
                           .markdown = file->markdown,
                           .file_id = file_id,
                           .series = series,
                           .series_lines = file->series_lines};
    const size_t first = starts->at[i].line;
    const size_t end = i + 1 < starts->count ? starts->at[i + 1].line : file->markdown.count;
    part.markdown.lines += first;
    part.markdown.count = end - first;
    bool marked = false;
    draft_explain(file->draft, minutes_lines(file, first, first + 1), "meeting", starts->rule);
    if (minutes_prepare(&part)) {
        marked = is_minutes(&part);
        minutes_add(&part);
    }
    minutes_finish(&part);
    return marked;
}

/* Reports whether the meetings of a file are in the reverse order of their dates. */
static bool are_reversed(const struct meeting_starts *starts)
{
    const struct phrase_date *first = &starts->at[0].date,
                             *last = &starts->at[starts->count - 1].date;
    if (first->year != last->year)
        return first->year > last->year;
    if (first->month != last->month)
        return first->month > last->month;
    return first->day > last->day;
}

/* Reads a file that has several meetings (M1, M2), in the order of their dates. */
static void read_meetings(struct minutes *file, const struct meeting_starts *starts)
{
    char file_id[DRAFT_ID_BYTES];
    const struct text_span series = series_title(file, starts->at[0].line);
    const bool reversed = are_reversed(starts);
    bool marked = false;
    write_file_id(file, series, file_id);
    for (size_t i = 0; i < starts->count && !draft_is_out_of_memory(file->draft); i++)
        marked |= read_part(file, starts, reversed ? starts->count - 1 - i : i, file_id, series);
    add_document(file->draft, file_id, "", series, "minutes", NULL);
    if (!marked)
        draft_refuse(file->draft, 1,
                     "this is not minutes: it has %zu headings that may begin meetings, but none "
                     "has an attendance, items with text, actions or decisions; docs/minutes.md "
                     "shows the form",
                     starts->count);
}

void minutes_read(struct draft *draft)
{
    const struct draft_source *source = draft_source(draft);
    struct minutes file = {.draft = draft};
    struct meeting_starts starts = {0};
    if (!front_matter_read(source->bytes, source->length, &file.front))
        draft_set_out_of_memory(draft);
    markdown_read(&file.markdown, source->bytes + file.front.length,
                  source->length - file.front.length, file.front.lines + 1);
    if (!file.markdown.out_of_memory && file.markdown.count <= MINUTES_LINES_MAX)
        outline_divide_tables(&file.markdown);
    if (!file.markdown.out_of_memory && file.markdown.count <= MINUTES_LINES_MAX)
        outline_divide_run_in_titles(&file.markdown);
    if (!file.markdown.out_of_memory && file.markdown.count <= MINUTES_LINES_MAX)
        meeting_starts_find(&file.markdown, &starts);
    if (file.markdown.out_of_memory || starts.out_of_memory)
        draft_set_out_of_memory(draft);
    else if (file.markdown.count > MINUTES_LINES_MAX)
        draft_refuse(
            draft, file.markdown.lines[MINUTES_LINES_MAX].line,
            "the minutes have more than %d lines with text; split them into a file for each "
            "meeting",
            (int)MINUTES_LINES_MAX);
    else if (!file.markdown.count)
        minutes_refuse_empty(draft, file.front.length > 0);
    else if (file.markdown.count <= 2 && source->length > ONE_LINE_BYTES_MAX)
        minutes_refuse_line(draft);
    else if (starts.count)
        read_meetings(&file, &starts);
    else
        read_meeting(file);
    if (!draft_refusal(draft))
        losses_warn_lines(&file);
    meeting_starts_finish(&starts);
    markdown_finish(&file.markdown);
    front_matter_finish(&file.front);
}

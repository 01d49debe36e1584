/* Refusals of texts that are not minutes, by what they are (P6), and warnings of minutes that were
 * read only in part. */
#include "minutes/minutes_private.h"

#include "outcomes/decision.h"
#include "wording/words.h"

enum {
    LONG_LINE_BYTES = 20000,
    SHORT_LINES_MAX = 8, /* lines of a text that only says where the minutes are */
    STAMP_BYTES = 32,    /* at the beginning of a line of a log */
    MAIL_LINES_MAX = 12, /* in which the header of a mail is looked for */
    LABEL_BYTES_MAX = 40,
    LIKE_LINES_MIN = 3 /* lines that make a text a mail, a log or a table of contents */
};

static unsigned source_line(const struct minutes *minutes, size_t line)
{
    return minutes->markdown.lines[line].line;
}

/* Returns the first line with an address, or the number of lines. */
static size_t first_url(const struct minutes *minutes)
{
    size_t i = 0;
    while (i < minutes->markdown.count && !minutes->markdown.lines[i].url_length)
        i++;
    return i;
}

/* Returns the line that begins an agenda, or the number of lines. */
static size_t find_agenda(const struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->markdown.count; i++) {
        const struct text_span text = minutes_text(minutes, i, i + 1);
        if ((minutes->outline.lines[i].heading || minutes->outline.lines[i].title)
                ? words_at(WORDS_AGENDA, text.text, text.length) > 0
                : words_is(WORDS_AGENDA, text.text, text.length))
            return i;
    }
    return minutes->markdown.count;
}

/* Reports whether most lines are links and nothing else. */
static bool is_contents(const struct minutes *minutes)
{
    size_t links = 0;
    for (size_t i = 0; i < minutes->markdown.count; i++) {
        const struct markdown_line *line = &minutes->markdown.lines[i];
        links += line->length && line->linked == line->length;
    }
    return links >= LIKE_LINES_MIN - 1 && 2 * links > minutes->markdown.count;
}

/* Reports whether a line is of the header of a mail: "Subject: Minutes". */
static bool is_mail_header(struct text_span text)
{
    const size_t colon = text_span_find(text, 0, ":");
    return colon < text.length && colon < LABEL_BYTES_MAX &&
           words_is(WORDS_MAIL_HEADER, text.text, colon);
}

static bool is_mail(const struct minutes *minutes)
{
    size_t headers = 0;
    for (size_t i = 0; i < minutes->markdown.count && i < MAIL_LINES_MAX; i++)
        headers += is_mail_header(minutes_text(minutes, i, i + 1));
    return headers >= LIKE_LINES_MIN;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Reports whether a line begins with a time to the second: "2031-05-12 10:00:00 started". */
static bool is_stamped(struct text_span text)
{
    for (size_t i = 0; i + 8 <= text.length && i < STAMP_BYTES; i++) {
        const char *at = text.text + i;
        if (is_digit(at[0]) && is_digit(at[1]) && at[2] == ':' && is_digit(at[3]) &&
            is_digit(at[4]) && at[5] == ':' && is_digit(at[6]) && is_digit(at[7]))
            return true;
    }
    return false;
}

static bool is_log(const struct minutes *minutes)
{
    size_t stamped = 0;
    for (size_t i = 0; i < minutes->markdown.count; i++)
        stamped += is_stamped(minutes_text(minutes, i, i + 1));
    return stamped >= LIKE_LINES_MIN && 2 * stamped > minutes->markdown.count;
}

void minutes_refuse_line(struct draft *draft)
{
    draft_refuse(draft, 1,
                 "this is not minutes: one line of %zu kB: text without lines; put each heading, "
                 "name and item on a line of its own",
                 draft_source(draft)->length / 1000);
}

/* Refuses a text that has too few marks of minutes. The message names the one that it has. */
static void refuse_marks(const struct minutes *minutes, const struct minutes_marks *marks)
{
    struct draft *draft = minutes->draft;
    struct text_span day;
    const size_t line = meeting_impossible_date(minutes, &day);
    const char *found = marks->date         ? "a date"
                        : marks->attendance ? "an attendance"
                        : marks->items      ? "items with text"
                        : marks->chat       ? "a log of a chat"
                        : marks->decisions  ? "decisions or actions"
                                            : NULL;
    if (line < minutes->markdown.count)
        draft_refuse(draft, source_line(minutes, line),
                     "this is not minutes: it has no date, as there is no day \"%.*s\"; correct "
                     "the date",
                     (int)day.length, day.text);
    else if (found)
        draft_refuse(
            draft, 1,
            "this is not minutes: of a date, an attendance, items with text, and decisions "
            "or actions below their own heading, it has only %s; add another, as "
            "docs/minutes.md shows",
            found);
    else
        draft_refuse(
            draft, 1,
            "this is not minutes: it has no date, no attendance, no items with text, and no "
            "decisions or actions below their own heading; docs/minutes.md shows the form");
}

void minutes_refuse(struct minutes *minutes, const struct minutes_marks *marks)
{
    struct draft *draft = minutes->draft;
    const struct draft_source *source = draft_source(draft);
    const size_t count = minutes->markdown.count;
    const size_t url = first_url(minutes), agenda = find_agenda(minutes);
    if (count <= 2 && source->length > LONG_LINE_BYTES)
        minutes_refuse_line(draft);
    else if (is_mail(minutes))
        draft_refuse(draft, 1,
                     "this is not minutes: a mail; save the minutes that it has or is about as a "
                     "file of their own");
    else if (is_log(minutes))
        draft_refuse(draft, 1, "this is not minutes: a log; name a file with minutes");
    else if (is_contents(minutes))
        draft_refuse(draft, source_line(minutes, url < count ? url : 0),
                     "this is not minutes: a table of contents; name the files that it lists");
    else if (agenda < count)
        draft_refuse(
            draft, source_line(minutes, agenda),
            "this is not minutes: an agenda only; minutes have an attendance, "
            "items with text, speakers, decisions or actions: name the file that has them");
    else if (url < count && count < SHORT_LINES_MAX)
        draft_refuse(draft, source_line(minutes, url),
                     "this is not minutes: minutes elsewhere: %.*s; save them and name that file",
                     (int)minutes->markdown.lines[url].url_length,
                     minutes->markdown.text.bytes + minutes->markdown.lines[url].url);
    else
        refuse_marks(minutes, marks);
}

void minutes_refuse_empty(struct draft *draft, bool front)
{
    if (front)
        draft_refuse(draft, 1,
                     "this is not minutes: it has no text but front matter; write the minutes "
                     "below it");
    else
        draft_refuse(draft, 1,
                     "this is not minutes: the file is empty; docs/minutes.md shows the form");
}

/* The share of the lines of good minutes that become nothing is at most 27 of 100, in an agenda
 * that was not held and in remarks about the room. */
enum {
    LOST_LINES_MIN = 4,
    LOST_PERCENT_MIN = 40,
    PRESENT_BYTES_MAX = 60 /* of a label of those present */
};

/* Reports whether a line is a label of those present and nothing else, or is one with names. */
static bool is_label_of_present(const struct minutes *minutes, size_t line)
{
    const struct text_span text = outline_without_signs(minutes_text(minutes, line, line + 1));
    const size_t colon = text_span_find(text, 0, ":");
    if (colon > PRESENT_BYTES_MAX || minutes->markdown.lines[line].form == MARKDOWN_ROW ||
        minutes->outline.lines[line].title)
        return false;
    const bool label = colon < text.length || minutes->outline.lines[line].heading;
    const size_t after = colon < text.length ? colon + 1 : colon;
    const struct text_span rest = text_span_trim(text_span_part(text, after, text.length));
    return label && words_is(WORDS_PRESENT, text.text, colon) &&
           !words_is(WORDS_NO_NAME, rest.text, rest.length) &&
           !(rest.length && *rest.text >= '0' && *rest.text <= '9');
}

void losses_note_decision(struct minutes *minutes, struct text_span text, unsigned line)
{
    if (!minutes->is_agenda && decision_is_likely(text))
        draft_count_unread(minutes->draft, "lines with a possible decision", line);
}

/* Counts the lines outside the proceedings that look like decisions. */
static void note_decisions(struct minutes *minutes)
{
    size_t end;
    for (size_t i = 0; i < minutes->markdown.count; i = end) {
        const struct outline_line *line = &minutes->outline.lines[i];
        end = outline_paragraph_end(&minutes->markdown, i);
        if ((line->zone == ZONE_HEADER || line->zone == ZONE_SKIPPED) && !line->title &&
            !line->heading && minutes->markdown.lines[i].form == MARKDOWN_PARAGRAPH)
            losses_note_decision(minutes, minutes_text(minutes, i, end),
                                 minutes->markdown.lines[i].line);
    }
}

void losses_warn_meeting(struct minutes *minutes)
{
    if (!minutes->outline.item_count && minutes->markdown.count)
        draft_warn(minutes->draft, minutes->markdown.lines[0].line,
                   "no item of the agenda was found; write the title of each as a heading, such as "
                   "\"## Finances\", or as a numbered line, such as \"2. Finances\"");
    note_decisions(minutes);
    if (minutes->has_attendance || minutes->participants)
        return;
    for (size_t i = 0; i < minutes->markdown.count; i++)
        if (is_label_of_present(minutes, i)) {
            draft_warn(minutes->draft, minutes->markdown.lines[i].line,
                       "no attendance was found, although this line is a label of one; write the "
                       "names before the first item, such as \"Present: NAME, NAME\"");
            return;
        }
}

void losses_warn_lines(const struct minutes *file)
{
    struct draft_lost_lines lost;
    if (draft_refusal(file->draft) || draft_is_out_of_memory(file->draft))
        return;
    if (!draft_count_lost_lines(file->draft, file->front.lines + 1, &lost))
        draft_set_out_of_memory(file->draft);
    else if (lost.count >= LOST_LINES_MIN && 100 * lost.count >= LOST_PERCENT_MIN * lost.of)
        draft_warn(file->draft, lost.first,
                   "%zu of %zu lines became nothing, this one first; \"convert --explain\" shows "
                   "them, and docs/minutes.md how to write them",
                   lost.count, lost.of);
}

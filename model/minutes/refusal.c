/* Refusals of texts that are not minutes, by what they are (P6). */
#include "minutes/minutes_private.h"

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
static void refuse_marks(struct draft *draft, const struct minutes_marks *marks)
{
    const char *found = marks->date         ? "a date"
                        : marks->attendance ? "an attendance"
                        : marks->items      ? "items with text"
                        : marks->chat       ? "a log of a chat"
                        : marks->decisions  ? "decisions or actions"
                                            : NULL;
    if (found)
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
        refuse_marks(draft, marks);
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

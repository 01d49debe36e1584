/* Chat logs without headings: "[12:01] nick: text", "12:01 <nick> text", "<nick> text". */
#include "outline/outline_private.h"

enum {
    CHAT_LINES_MIN = 3,
    NICK_BYTES_MAX = 40
};

/* Returns the length of a time such as "12:01" or "[12:01:33]" at the beginning of a text, with the
 * blank after it; or 0. */
static size_t time_length(struct text_span text)
{
    const bool bracket = text.length && *text.text == '[';
    size_t at = bracket, colons = 0;
    while (at < text.length && at < 12 &&
           ((text.text[at] >= '0' && text.text[at] <= '9') || text.text[at] == ':'))
        colons += text.text[at++] == ':';
    if (!colons || (bracket && (at >= text.length || text.text[at++] != ']')))
        return 0;
    return at < text.length && text.text[at] == ' ' ? at + 1 : 0;
}

/* Reports whether a line is one of a chat log. */
static bool is_chat_line(const struct markdown *markdown, size_t line)
{
    if (markdown->lines[line].form != MARKDOWN_PARAGRAPH)
        return false;
    struct text_span text = outline_line_text(markdown, line);
    const size_t time = time_length(text);
    text = text_span_part(text, time, text.length);
    const size_t end = text_span_find(text, 0, text_span_begins(text, "<") ? "> " : ": ");
    const size_t blank = text_span_find(text, 0, " ");
    if (end > NICK_BYTES_MAX || end + 1 != blank)
        return false;
    return time || *text.text == '<';
}

void outline_find_chat(struct outline_reader *reader)
{
    const size_t count = reader->markdown->count;
    struct outline_line *lines = reader->outline->lines;
    size_t first = count, found = 0;
    for (size_t i = 0; i < count; i++) {
        if (lines[i].zone != ZONE_HEADER && lines[i].zone != ZONE_ATTENDANCE)
            return;
        if (lines[i].heading || lines[i].title || !is_chat_line(reader->markdown, i))
            continue;
        found++;
        first = first < i ? first : i;
    }
    if (found < CHAT_LINES_MIN)
        return;
    reader->outline->chat = true;
    for (size_t i = first; i < count; i++)
        lines[i].zone = ZONE_MINUTES;
    reader->markdown->lines[first].soft = false;
}

/* The title of a meeting, and the name of the body in it (D4). */
#include "base/utf8.h"
#include "minutes/minutes_private.h"

#include <stdio.h>
#include <string.h>

/* Takes brackets that have no partner off both ends of a text. */
static struct text_span strip_single_brackets(struct text_span text)
{
    static const char opening[] = "([", closing[] = ")]";
    for (size_t i = 0; i < 2; i++) {
        const char open[] = {opening[i], '\0'}, close[] = {closing[i], '\0'};
        if (text.length && *text.text == *open && text_span_find(text, 1, close) == text.length)
            text = text_span_part(text, 1, text.length);
        if (text.length && text.text[text.length - 1] == *close &&
            text_span_find(text, 0, open) == text.length)
            text.length--;
    }
    return text;
}

/* Takes a word of the table in brackets, such as "(draft)", off the end of a text. */
static struct text_span strip_bracketed_word(struct text_span text)
{
    size_t open = text.length && text.text[text.length - 1] == ')' ? text.length - 1 : 0;
    while (open && text.text[open] != '(')
        open--;
    if (open && words_is(WORDS_TITLE, text.text + open + 1, text.length - open - 2))
        text.length = open;
    return text;
}

/* Takes the words of the table, blanks and marks off both ends of a part of a title. */
static struct text_span strip_title_words(struct text_span text)
{
    for (bool changed = true; changed && text.length;) {
        const size_t before = text.length;
        text = strip_single_brackets(text_span_strip(text, " ,:;.-|/*_"));
        text = strip_bracketed_word(text);
        while (text.length >= 3 &&
               (text_span_begins(text, "\xe2\x80\x93") || text_span_begins(text, "\xe2\x80\x94")))
            text = text_span_part(text, 3, text.length);
        while (text.length >= 3 && (memcmp(text.text + text.length - 3, "\xe2\x80\x93", 3) == 0 ||
                                    memcmp(text.text + text.length - 3, "\xe2\x80\x94", 3) == 0))
            text.length -= 3;
        const size_t word = text.length ? words_at(WORDS_TITLE, text.text, text.length) : 0;
        text = text_span_part(text, word, text.length);
        size_t number = 0;
        while (number < text.length && text.text[number] >= '0' && text.text[number] <= '9')
            number++;
        if (number && number < text.length) {
            const size_t blank = text_span_find(text, number, " ");
            if (blank - number <= 3)
                text = text_span_part(text, blank, text.length);
        }
        for (size_t at = text.length; at-- > 1;)
            if (text.text[at - 1] == ' ' &&
                words_is(WORDS_TITLE, text.text + at, text.length - at)) {
                text.length = at - 1;
                break;
            } else if (text.text[at] == ' ')
                break;
        changed = text.length != before;
    }
    return text;
}

struct text_span meeting_body(struct text_span title)
{
    struct phrase_date date = {0};
    struct text_span best = {0};
    if (!phrase_date_find(title, 0, DATE_ORDER_UNKNOWN, &date))
        date.span = text_span_part(title, title.length, title.length);
    const size_t from = (size_t)(date.span.text - title.text);
    const struct text_span halves[] = {
        text_span_part(title, 0, from),
        text_span_part(title, from + date.span.length, title.length)};
    for (size_t i = 0; i < 2; i++) {
        struct text_span half = halves[i];
        size_t dash = text_span_find(half, 0, " \xe2\x80\x94 ");
        const size_t hyphen = text_span_find(half, 0, " - ");
        dash = hyphen < dash ? hyphen : dash;
        struct text_span part = strip_title_words(text_span_part(half, 0, dash));
        if (!part.length && dash < half.length)
            part = strip_title_words(text_span_part(half, dash, half.length));
        if (part.length > best.length)
            best = part;
    }
    return best;
}

/* Returns the title of a meeting whose heading is a date: that of the file, and the date. */
static struct text_span title_of_part(struct minutes *minutes)
{
    const struct text_span date = minutes->title;
    size_t length = minutes->series.length;
    if (length > 200)
        length = utf8_cut_length(minutes->series.text, 200);
    const size_t size = length + date.length + 3;
    char *text = arena_take(&minutes->roster.arena, size);
    if (!text) {
        minutes->roster.out_of_memory = true;
        return date;
    }
    snprintf(text, size, "%.*s, %.*s", (int)length, minutes->series.text, (int)date.length,
             date.text);
    return (struct text_span){text, size - 1};
}

void meeting_read_title(struct minutes *minutes)
{
    struct phrase_date date;
    const struct text_span front = text_span_of(minutes->front.title);
    const size_t heading = minutes->outline.title_line, count = minutes->markdown.count;
    const size_t first = heading < count ? heading : 0;
    if (front.length && !phrase_date_is_all(front, &date)) {
        minutes->title = front;
        minutes->title_lines =
            (struct line_span){minutes->front.title_line, minutes->front.title_line};
    } else if (count) {
        const size_t end = outline_paragraph_end(&minutes->markdown, first);
        minutes->title = outline_without_signs(minutes_text(minutes, first, end));
        minutes->title_lines = minutes_lines(minutes, first, end);
    }
    if (minutes->title.length > 200)
        minutes->title.length = 200;
    while (minutes->title.length &&
           ((unsigned char)minutes->title.text[minutes->title.length - 1] & 0xc0) == 0x80 &&
           minutes->title.length == 200)
        minutes->title.length--;
    minutes->body = meeting_body(minutes->title);
    if (minutes->series.length && !minutes->body.length) {
        minutes->body = meeting_body(minutes->series);
        minutes->body_lines = minutes->series_lines;
    }
    if (minutes->series.length && phrase_date_is_all(minutes->title, &date)) {
        minutes->title = title_of_part(minutes);
        minutes->body_lines = minutes->series_lines;
    }
}

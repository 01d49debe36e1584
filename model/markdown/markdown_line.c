/* The lines of the document: their beginning, their text, their end. */
#include "base/array.h"
#include "markdown/markdown_private.h"
#include "wording/words.h"

#include <string.h>

enum {
    PRINTED_NUMBER_MAX = 100000000,
    OVERLINE_BYTES_MIN = 4
};

/* Returns the line of the source of a place in it; the last one if the place is elsewhere. */
static unsigned markdown_line_of(struct markdown_reader *reader, const char *at)
{
    if (at < reader->bytes || at > reader->bytes + reader->length)
        return reader->line;
    while (reader->counted < at) {
        const char *feed = memchr(reader->counted, '\n', (size_t)(at - reader->counted));
        reader->counted = feed ? feed + 1 : at;
        reader->line += feed != NULL;
    }
    unsigned line = reader->line;
    for (const char *back = reader->counted; back > at; back--)
        line -= back[-1] == '\n';
    return line;
}

/* Returns the number at the beginning of the line of the source that `at` is in, or 0. */
static unsigned printed_number(const struct markdown_reader *reader, const char *at)
{
    unsigned number = 0;
    if (!at || at < reader->bytes || at > reader->bytes + reader->length)
        return 0;
    const char *start = at;
    while (start > reader->bytes && start[-1] != '\n')
        start--;
    while (start < at && *start == ' ')
        start++;
    for (; start < at && *start >= '0' && *start <= '9' && number < PRINTED_NUMBER_MAX; start++)
        number = number * 10 + (unsigned)(*start - '0');
    return start < at && (*start == '.' || *start == ')') ? number : 0;
}

/* Begins a new list at an entry of an outermost list that is numbered 1 again: an agenda and the
 * minutes below it, "1. Roof 2. Lamp 1. Roof 2. Lamp", are one list in Markdown. */
static void divide_list(struct markdown_reader *reader, const char *at)
{
    if (!reader->entry || reader->depth != 1 || !reader->ordered[0])
        return;
    const unsigned printed = printed_number(reader, at);
    if (printed == 1 && reader->printed > 1) {
        reader->now.list++;
        reader->numbers[0] = 1;
    }
    reader->printed = printed;
}

void markdown_open(struct markdown_reader *reader, const char *at)
{
    struct markdown_line *now = &reader->now;
    if (reader->open)
        return;
    now->start = reader->markdown->text.length;
    now->length = now->bold = now->linked = now->url_length = 0;
    now->line = now->last_line = markdown_line_of(reader, at ? at : reader->counted);
    markdown_restore_day(reader, at);
    const unsigned depth = reader->dated == now->block ? 0 : reader->depth;
    now->entry = reader->entry;
    now->checkbox = reader->checkbox;
    now->checked = reader->checked;
    now->quoted = reader->quotes > 0;
    now->depth = depth + reader->html_lists;
    divide_list(reader, at);
    const unsigned level = depth - 1;
    now->number = depth && level < MARKDOWN_TRACKED_DEPTH && reader->ordered[level]
                      ? reader->numbers[level]
                      : 0;
    now->ends_linked = now->struck = false;
    reader->struck = reader->visible = 0;
    reader->open = true;
}

/* Reports whether a line is an attribute list of Kramdown: "{: .class #id}". */
static bool is_attribute_list(const char *text, size_t length)
{
    return length >= 3 && text[0] == '{' && text[length - 1] == '}' &&
           (text[1] == ':' || text[1] == '#' || text[1] == '.');
}

/* Reports whether a line is one of "=" above a title that has another one below it. */
static bool is_overline(const char *text, size_t length)
{
    size_t marks = 0;
    while (marks < length && text[marks] == '=')
        marks++;
    return length >= OVERLINE_BYTES_MIN && marks == length;
}

/* Trims the end of the open line. */
static void markdown_trim(struct markdown_reader *reader)
{
    struct buffer *text = &reader->markdown->text;
    while (text->length > reader->now.start && text->bytes[text->length - 1] == ' ')
        text->length--;
    reader->now.length = text->length - reader->now.start;
}

static void markdown_add(struct markdown_reader *reader)
{
    struct markdown *markdown = reader->markdown;
    struct markdown_line *lines =
        array_reserve(markdown->lines, &markdown->capacity, markdown->count + 1, sizeof *lines);
    if (!lines) {
        markdown->out_of_memory = true;
        return;
    }
    markdown->lines = lines;
    lines[markdown->count++] = reader->now;
    reader->entry = reader->checkbox = reader->checked = false;
}

/* Drops the mark of a line that defines the term above it: ": A. Example" below "Present". */
static void drop_definition_mark(struct markdown_reader *reader)
{
    struct markdown_line *now = &reader->now;
    const char *text = reader->markdown->text.bytes + now->start;
    if (!now->soft || now->length < 3 || text[0] != ':' || text[1] != ' ')
        return;
    now->start += 2;
    now->length -= 2;
    now->bold -= now->bold > 2 ? 2 : now->bold;
    now->linked -= now->linked > 2 ? 2 : now->linked;
}

void markdown_close(struct markdown_reader *reader)
{
    struct markdown_line *now = &reader->now;
    if (!reader->open)
        return;
    reader->open = false;
    markdown_trim(reader);
    const char *text = now->length ? reader->markdown->text.bytes + now->start : "";
    if (!now->length || is_attribute_list(text, now->length) || is_overline(text, now->length)) {
        reader->markdown->text.length = now->start;
        markdown_drop_spans(reader->markdown, now->start);
        return;
    }
    drop_definition_mark(reader);
    now->struck = reader->struck && reader->struck >= reader->visible;
    now->soft &= reader->markdown->count > reader->block_first;
    now->bold = now->bold > now->length ? now->length : now->bold;
    markdown_add(reader);
    buffer_append_byte(&reader->markdown->text, ' ');
}

/* Appends visible bytes with the state of their emphasis. */
static void markdown_put(struct markdown_reader *reader, const char *text, size_t length)
{
    struct markdown_line *now = &reader->now;
    const size_t before = reader->markdown->text.length - now->start;
    const bool blank = length == 1 && *text == ' ';
    if (blank && (!before || reader->markdown->text.bytes[now->start + before - 1] == ' '))
        return;
    buffer_append(&reader->markdown->text, text, length);
    const bool mark = length == 1 && strchr(": .,-", *text);
    if (reader->strong && now->bold == before)
        now->bold = before + length;
    if (reader->link && now->linked == before)
        now->linked = before + length;
    if (!mark)
        now->ends_linked = reader->link > 0;
    if (reader->link || reader->deleted)
        markdown_add_spans(reader, now->start + before);
    reader->visible += !blank;
    reader->struck += !blank && reader->deleted;
}

void markdown_append(struct markdown_reader *reader, const char *at, const char *text,
                     size_t length)
{
    if (reader->image)
        return;
    for (size_t i = 0; i < length;) {
        size_t size = 1;
        const size_t blank = words_blank_at(text + i, length - i);
        while (!blank && i + size < length && ((unsigned char)text[i + size] & 0xc0) == 0x80)
            size++;
        if (!blank && !reader->open)
            markdown_open(reader, at ? at + i : NULL);
        const bool visible = blank < 3 || memcmp(text + i, "\xe2\x80\x8b", 3) != 0;
        if (!blank)
            markdown_put(reader, text + i, size);
        else if (reader->open && visible)
            markdown_put(reader, " ", 1);
        i += blank ? blank : size;
    }
    if (at && length && reader->open)
        reader->now.last_line = markdown_line_of(reader, at + length - 1);
}

void markdown_begin_block(struct markdown_reader *reader, enum markdown_form form)
{
    markdown_close(reader);
    reader->html_lists = form == MARKDOWN_HEADING ? 0 : reader->html_lists;
    reader->now.form = form;
    reader->now.block++;
    reader->now.soft = false;
    reader->now.level = 0;
    reader->now.permitted = false;
    reader->block_first = reader->markdown->count;
}

void markdown_add_rule(struct markdown_reader *reader)
{
    markdown_begin_block(reader, MARKDOWN_RULE);
    markdown_open(reader, NULL);
    reader->open = false;
    reader->now.length = 0;
    const bool entry = reader->entry;
    markdown_add(reader);
    reader->entry = entry;
    buffer_append_byte(&reader->markdown->text, ' ');
}

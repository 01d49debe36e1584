#include "minutes/markdown.h"

#include "base/array.h"
#include "minutes/markdown_private.h"
#include "wording/words.h"

#include <stdlib.h>
#include <string.h>

enum {
    MARKDOWN_HEADING_BYTES_MAX = 180, /* of an underlined heading */
    MARKDOWN_EXTRA_BYTES = 4096
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

void markdown_open(struct markdown_reader *reader, const char *at)
{
    struct markdown_line *now = &reader->now;
    if (reader->open)
        return;
    now->start = reader->markdown->text.length;
    now->length = now->bold = now->italic = now->linked = now->url_length = 0;
    now->line = now->last_line = markdown_line_of(reader, at ? at : reader->counted);
    now->entry = reader->entry;
    now->checkbox = reader->checkbox;
    now->checked = reader->checked;
    now->quoted = reader->quotes > 0;
    now->depth = reader->depth;
    const unsigned level = reader->depth - 1;
    now->number = reader->depth && level < MARKDOWN_TRACKED_DEPTH && reader->ordered[level]
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

void markdown_close(struct markdown_reader *reader)
{
    struct markdown_line *now = &reader->now;
    if (!reader->open)
        return;
    reader->open = false;
    markdown_trim(reader);
    const char *text = reader->markdown->text.bytes + now->start;
    if (!now->length || is_attribute_list(text, now->length)) {
        reader->markdown->text.length = now->start;
        return;
    }
    now->struck = reader->struck && reader->struck >= reader->visible;
    now->bold = now->bold > now->length ? now->length : now->bold;
    now->italic = now->italic > now->length ? now->length : now->italic;
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
    if (reader->emphasis && now->italic == before)
        now->italic = before + length;
    if (reader->link && now->linked == before)
        now->linked = before + length;
    if (!mark)
        now->ends_linked = reader->link > 0;
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

static void markdown_begin_block(struct markdown_reader *reader, enum markdown_form form)
{
    markdown_close(reader);
    reader->now.form = form;
    reader->now.block++;
    reader->now.soft = false;
    reader->now.level = 0;
    reader->now.permitted = false;
    reader->block_first = reader->markdown->count;
}

static void markdown_add_rule(struct markdown_reader *reader)
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

static void markdown_begin_entry(struct markdown_reader *reader, const MD_BLOCK_LI_DETAIL *detail)
{
    const unsigned level = reader->depth - 1;
    markdown_begin_block(reader, MARKDOWN_PARAGRAPH);
    reader->entry = true;
    reader->checkbox = detail->is_task != 0;
    reader->checked = detail->is_task && detail->task_mark != ' ';
    if (level < MARKDOWN_TRACKED_DEPTH)
        reader->numbers[level]++;
}

static void markdown_begin_list(struct markdown_reader *reader, bool ordered, unsigned start)
{
    markdown_close(reader);
    if (!reader->depth)
        reader->now.list++;
    if (reader->depth < MARKDOWN_TRACKED_DEPTH) {
        reader->ordered[reader->depth] = ordered;
        reader->numbers[reader->depth] = start ? start - 1 : 0;
    }
    reader->depth++;
}

static int markdown_enter_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    struct markdown_reader *reader = userdata;
    if (type == MD_BLOCK_QUOTE)
        reader->quotes++;
    else if (type == MD_BLOCK_UL)
        markdown_begin_list(reader, false, 0);
    else if (type == MD_BLOCK_OL)
        markdown_begin_list(reader, true, ((MD_BLOCK_OL_DETAIL *)detail)->start);
    else if (type == MD_BLOCK_LI)
        markdown_begin_entry(reader, detail);
    else if (type == MD_BLOCK_HR)
        markdown_add_rule(reader);
    else if (type == MD_BLOCK_H) {
        markdown_begin_block(reader, MARKDOWN_HEADING);
        reader->now.level = ((MD_BLOCK_H_DETAIL *)detail)->level;
    } else if (type == MD_BLOCK_CODE)
        markdown_begin_block(reader, MARKDOWN_CODE);
    else if (type == MD_BLOCK_P || type == MD_BLOCK_HTML)
        markdown_begin_block(reader, MARKDOWN_PARAGRAPH);
    else if (type == MD_BLOCK_TABLE)
        reader->now.table++;
    else if (type == MD_BLOCK_THEAD)
        reader->in_head = true;
    else if (type == MD_BLOCK_TR)
        markdown_begin_block(reader, MARKDOWN_ROW);
    return reader->markdown->out_of_memory;
}

/* Reports whether the heading is written with "#", and *ret_permitted whether a blank lacks after
 * it. */
static bool markdown_is_atx(const struct markdown_reader *reader, const char *at,
                            bool *ret_permitted)
{
    const char *start = at;
    *ret_permitted = start > reader->bytes && start[-1] == '#';
    while (start > reader->bytes && start[-1] != '\n' && start[-1] != '#')
        start--;
    return start > reader->bytes && start[-1] == '#';
}

/* Makes the lines of a heading a paragraph if they are only text above a rule (P3). */
static void markdown_end_heading(struct markdown_reader *reader)
{
    struct markdown *markdown = reader->markdown;
    if (markdown->count <= reader->block_first)
        return;
    struct markdown_line *first = &markdown->lines[reader->block_first];
    const char *text = markdown->text.bytes + first->start;
    const char last = first->length ? text[first->length - 1] : '.';
    const bool one = markdown->count == reader->block_first + 1;
    const bool digits = first->permitted && *text >= '0' && *text <= '9';
    const bool bold = first->level == 2 && first->bold == first->length && first->length < 20 &&
                      last >= '0' && last <= '9';
    if (one && !digits &&
        (!reader->in_row || (!bold && last != '.' && last != ';' && last != ',' &&
                             first->length <= MARKDOWN_HEADING_BYTES_MAX)))
        return;
    for (size_t i = reader->block_first; i < markdown->count; i++)
        markdown->lines[i].form = MARKDOWN_PARAGRAPH;
    if (!digits)
        markdown_add_rule(reader);
}

static int markdown_leave_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    struct markdown_reader *reader = userdata;
    (void)detail;
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) {
        markdown_open(reader, NULL);
        buffer_append_byte(&reader->markdown->text, '\t');
        return 0;
    }
    if (type == MD_BLOCK_TR)
        reader->now.head = reader->in_head;
    markdown_close(reader);
    reader->now.head = false;
    if (type == MD_BLOCK_QUOTE)
        reader->quotes--;
    else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
        reader->depth--;
    else if (type == MD_BLOCK_THEAD)
        reader->in_head = false;
    else if (type == MD_BLOCK_H)
        markdown_end_heading(reader);
    reader->in_row = reader->in_tag = reader->in_comment = false;
    return reader->markdown->out_of_memory;
}

static unsigned *markdown_span_count(struct markdown_reader *reader, MD_SPANTYPE type)
{
    return type == MD_SPAN_STRONG ? &reader->strong
           : type == MD_SPAN_EM   ? &reader->emphasis
           : type == MD_SPAN_A    ? &reader->link
           : type == MD_SPAN_IMG  ? &reader->image
           : type == MD_SPAN_DEL  ? &reader->deleted
                                  : NULL;
}

static int markdown_enter_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    unsigned *count = markdown_span_count(userdata, type);
    (void)detail;
    if (count)
        ++*count;
    return 0;
}

/* Keeps the address of the first link of the line. It is written before the line. */
static void markdown_keep_url(struct markdown_reader *reader, const MD_ATTRIBUTE *url)
{
    struct markdown_line *now = &reader->now;
    struct buffer *text = &reader->markdown->text;
    if (!reader->open || now->url_length || !url->size || url->size > MARKDOWN_URL_MAX)
        return;
    const size_t size = text->length - now->start;
    buffer_append(text, url->text, url->size);
    if (text->failed)
        return;
    /* The address and the text of the line change places. */
    memmove(text->bytes + now->start + url->size, text->bytes + now->start, size);
    memcpy(text->bytes + now->start, url->text, url->size);
    now->url = now->start;
    now->url_length = url->size;
    now->start += url->size;
}

static int markdown_leave_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    struct markdown_reader *reader = userdata;
    const MD_SPAN_A_DETAIL *link = detail;
    unsigned *count = markdown_span_count(reader, type);
    if (count && *count)
        --*count;
    if (type == MD_SPAN_A && link && !reader->now.soft && !reader->image)
        markdown_keep_url(reader, &link->href);
    return 0;
}

/* The named entities that minutes have; all others stay as they are written. */
static const struct {
    const char *name, *text;
} markdown_entities[] = {
    {"&nbsp;", " "},   {"&amp;", "&"},    {"&lt;", "<"},     {"&gt;", ">"},     {"&quot;", "\""},
    {"&apos;", "'"},   {"&auml;", "ä"},   {"&ouml;", "ö"},   {"&uuml;", "ü"},   {"&Auml;", "Ä"},
    {"&Ouml;", "Ö"},   {"&Uuml;", "Ü"},   {"&szlig;", "ß"},  {"&eacute;", "é"}, {"&egrave;", "è"},
    {"&agrave;", "à"}, {"&ccedil;", "ç"}, {"&ntilde;", "ñ"}, {"&ndash;", "–"},  {"&mdash;", "—"},
    {"&hellip;", "…"}, {"&rsquo;", "’"},  {"&lsquo;", "‘"},  {"&ldquo;", "“"},  {"&rdquo;", "”"},
    {"&euro;", "€"},   {"&emsp;", " "},   {"&ensp;", " "},
};

/* Writes a character in UTF-8, and returns its length. */
static size_t markdown_encode(unsigned long code, char text[4])
{
    if (!code || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        code = 0xfffd;
    if (code < 0x80) {
        text[0] = (char)code;
        return 1;
    }
    const size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = length; i-- > 1; code >>= 6)
        text[i] = (char)(0x80 | (code & 0x3f));
    text[0] = (char)((length == 2 ? 0xc0 : length == 3 ? 0xe0 : 0xf0) | code);
    return length;
}

static void markdown_append_entity(struct markdown_reader *reader, const char *text, size_t length)
{
    char code[4];
    if (length > 3 && text[1] == '#') {
        const bool hexadecimal = text[2] == 'x' || text[2] == 'X';
        char digits[12] = {0};
        memcpy(digits, text + 2 + hexadecimal,
               length - 3 - hexadecimal < 11 ? length - 3 - hexadecimal : 11);
        markdown_append(reader, NULL, code,
                        markdown_encode(strtoul(digits, NULL, hexadecimal ? 16 : 10), code));
        return;
    }
    for (size_t i = 0; i < sizeof markdown_entities / sizeof *markdown_entities; i++)
        if (strlen(markdown_entities[i].name) == length &&
            memcmp(text, markdown_entities[i].name, length) == 0) {
            markdown_append(reader, NULL, markdown_entities[i].text,
                            strlen(markdown_entities[i].text));
            return;
        }
    markdown_append(reader, text, text, length);
}

/* Appends code, whose lines are lines. */
static void markdown_append_code(struct markdown_reader *reader, const char *text, size_t length)
{
    while (length) {
        const char *feed = memchr(text, '\n', length);
        const size_t size = feed ? (size_t)(feed - text) : length;
        markdown_append(reader, text, text, size);
        if (feed)
            markdown_close(reader);
        text += size + (feed != NULL);
        length -= size + (feed != NULL);
    }
}

static int markdown_text_callback(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size,
                                  void *userdata)
{
    struct markdown_reader *reader = userdata;
    if (type == MD_TEXT_BR || (type == MD_TEXT_SOFTBR && !reader->image)) {
        markdown_close(reader);
        reader->now.soft = type == MD_TEXT_SOFTBR;
    } else if (type == MD_TEXT_ENTITY)
        markdown_append_entity(reader, text, size);
    else if (type == MD_TEXT_HTML)
        markdown_html(reader, text, size, reader->now.form == MARKDOWN_PARAGRAPH);
    else if (reader->now.form == MARKDOWN_CODE)
        markdown_append_code(reader, text, size);
    else if (type != MD_TEXT_NULLCHAR) {
        const bool begins = !reader->open && size;
        markdown_append(reader, text, text, size);
        if (begins && reader->open && reader->now.form == MARKDOWN_HEADING)
            reader->in_row = !markdown_is_atx(reader, text, &reader->now.permitted);
    }
    return reader->markdown->text.failed;
}

void markdown_read(struct markdown *markdown, const char *bytes, size_t length, unsigned first_line)
{
    const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                 MD_FLAG_PERMISSIVEATXHEADERS | MD_FLAG_NOINDENTEDCODEBLOCKS |
                 MD_FLAG_PERMISSIVEURLAUTOLINKS,
        .enter_block = markdown_enter_block,
        .leave_block = markdown_leave_block,
        .enter_span = markdown_enter_span,
        .leave_span = markdown_leave_span,
        .text = markdown_text_callback,
    };
    struct markdown_reader reader = {.markdown = markdown,
                                     .bytes = bytes,
                                     .length = length,
                                     .counted = bytes,
                                     .line = first_line};
    *markdown = (struct markdown){0};
    buffer_init(&markdown->text, 8 * length + MARKDOWN_EXTRA_BYTES);
    if (md_parse(bytes, (MD_SIZE)length, &parser, &reader) != 0 || markdown->text.failed)
        markdown->out_of_memory = true;
}

void markdown_finish(struct markdown *markdown)
{
    buffer_finish(&markdown->text);
    free(markdown->lines);
    *markdown = (struct markdown){0};
}

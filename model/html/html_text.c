#include "html/html_text.h"

#include "html/html_private.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistr.h>

enum {
    HTML_LISTS_MAX = 16, /* lists in lists; the indentation of deeper ones is that of the last */
    HTML_URL_BYTES_MAX = 2000
};

/* The state of a conversion. */
struct html_writer {
    struct buffer *out;
    unsigned lines;             /* line ends before the next word; 2 make an empty line */
    bool space;                 /* true if a space is due before the next word */
    size_t lists;               /* that are open */
    int number[HTML_LISTS_MAX]; /* of the next item; 0 for lists without numbers */
    unsigned preformatted;
    char url[HTML_URL_BYTES_MAX]; /* of the link that is open; "" if none is */
    size_t link_start;
    size_t mark_end; /* the place after the last mark of an item */
};

static void html_break(struct html_writer *writer, unsigned lines)
{
    writer->lines = lines > writer->lines ? lines : writer->lines;
}

/* Writes the line ends, the indentation or the space that are due before a word. */
static void html_begin_word(struct html_writer *writer)
{
    if (writer->out->length == writer->mark_end) {
        writer->lines = 0;
        writer->space = false;
    }
    for (unsigned i = 0; i < writer->lines; i++)
        buffer_append_byte(writer->out, '\n');
    if (writer->lines && writer->lists > 1)
        for (size_t i = 1; i < writer->lists && i < HTML_LISTS_MAX; i++)
            buffer_append_text(writer->out, "  ");
    if (writer->space && !writer->lines)
        buffer_append_byte(writer->out, ' ');
    writer->lines = 0;
    writer->space = false;
}

static void html_append_bytes(struct html_writer *writer, const char *bytes, size_t length)
{
    html_begin_word(writer);
    buffer_append(writer->out, bytes, length);
}

static void html_append_character(struct html_writer *writer, uint32_t character)
{
    uint8_t bytes[6];
    if (character == 0xAD)
        return;
    const int length = u8_uctomb(bytes, character, sizeof bytes);
    if (character < ' ' || length < 0)
        html_append_bytes(writer, "\xEF\xBF\xBD", 3);
    else
        html_append_bytes(writer, (const char *)bytes, (size_t)length);
}

static void html_open_item(struct html_writer *writer)
{
    char mark[16] = "- ";
    html_break(writer, 1);
    html_begin_word(writer);
    const size_t list = writer->lists && writer->lists <= HTML_LISTS_MAX ? writer->lists - 1 : 0;
    if (writer->lists && writer->number[list])
        snprintf(mark, sizeof mark, "%d. ", writer->number[list]++);
    buffer_append_text(writer->out, mark);
    writer->mark_end = writer->out->length;
}

static void html_list(struct html_writer *writer, const struct html_tag *tag)
{
    const size_t outer_lists = writer->lists - (tag->closing && writer->lists > 0);
    html_break(writer, outer_lists > 0 ? 1 : 2);
    if (tag->closing) {
        writer->lists -= writer->lists > 0;
        return;
    }
    if (writer->lists < HTML_LISTS_MAX)
        writer->number[writer->lists] = tag->element->effect == HTML_NUMBERED;
    writer->lists++;
}

/* Copies the value of the attribute "href". No link is open. */
static void html_open_link(struct html_writer *writer, const struct html_tag *tag)
{
    const char *at = tag->attributes, *const end = at + tag->attributes_length;
    for (; at + 5 < end; at++)
        if (html_is_space(at[0]) && strncasecmp(at + 1, "href=", 5) == 0)
            break;
    at += 6;
    if (at >= end)
        return;
    const bool quoted = *at == '"' || *at == '\'';
    const char *last = at + quoted;
    while (last < end && (quoted ? *last != *at : !html_is_space(*last)))
        last++;
    size_t length = 0;
    for (at += quoted; at < last && length < HTML_URL_BYTES_MAX; at++) {
        const bool ampersand = last - at >= 5 && memcmp(at, "&amp;", 5) == 0;
        writer->url[length++] = *at;
        at += ampersand ? 4 : 0;
    }
    const bool web =
        length > 7 && length < HTML_URL_BYTES_MAX && strncasecmp(writer->url, "http", 4) == 0;
    writer->url[web ? length : 0] = '\0';
    writer->link_start = writer->out->length;
}

/* Writes the URL of a link after its text, unless the text has it. */
static void html_close_link(struct html_writer *writer)
{
    const size_t url = strlen(writer->url);
    const size_t text = writer->out->length - writer->link_start;
    const char *end = text ? writer->out->bytes + writer->out->length : "";
    const bool repeated = url && text >= url && memcmp(end - url, writer->url, url) == 0;
    if (url && !repeated && !writer->out->failed) {
        writer->space |= text > 0;
        html_append_bytes(writer, text ? "(" : "", text > 0);
        buffer_append(writer->out, writer->url, url);
        buffer_append_text(writer->out, text ? ")" : "");
    }
    writer->url[0] = '\0';
}

static void html_apply(struct html_writer *writer, const struct html_tag *tag)
{
    switch (tag->element->effect) {
    case HTML_BREAK:
        writer->lines += writer->lines < 2;
        break;
    case HTML_ROW:
        html_break(writer, 1);
        break;
    case HTML_PARAGRAPH:
    case HTML_RULE:
        html_break(writer, writer->lists ? 1 : 2);
        break;
    case HTML_LIST:
    case HTML_NUMBERED:
        html_list(writer, tag);
        break;
    case HTML_ITEM:
        if (tag->closing)
            html_break(writer, 1);
        else
            html_open_item(writer);
        break;
    case HTML_LINK:
        html_close_link(writer);
        if (!tag->closing)
            html_open_link(writer, tag);
        break;
    case HTML_PREFORMATTED:
        html_break(writer, 2);
        writer->preformatted = !tag->closing;
        break;
    case HTML_CELL:
        writer->space = true;
        break;
    case HTML_INLINE:
    case HTML_DROPPED:
        break;
    }
}

static void html_append_byte(struct html_writer *writer, char byte)
{
    if (writer->preformatted && byte == '\n')
        writer->lines++;
    else if (!writer->preformatted && html_is_space(byte))
        writer->space = true;
    else
        html_append_bytes(writer, &byte, 1);
}

/* Appends what a text begins with, and returns its length. */
static size_t html_append_next(struct html_writer *writer, const char *text, size_t length)
{
    struct html_tag tag;
    uint32_t character;
    size_t read;
    if (*text == '<' && html_read_tag(text, length, &tag)) {
        if (tag.element->effect == HTML_DROPPED)
            return html_dropped_length(text, length, &tag);
        html_apply(writer, &tag);
        return tag.length;
    }
    if (*text == '<' && (read = html_comment_length(text, length)) > 0)
        return read;
    if (*text == '&' && (read = html_read_reference(text, length, &character)) > 0) {
        html_append_character(writer, character);
        return read;
    }
    html_append_byte(writer, *text);
    return 1;
}

void html_text_append(struct buffer *out, const char *html, size_t length)
{
    struct html_writer writer = {.out = out};
    for (size_t i = 0; i < length;)
        i += html_append_next(&writer, html + i, length - i);
    html_close_link(&writer);
}

#include "schedules/html_text.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistr.h>

enum html_effect {
    HTML_INLINE,    /* nothing */
    HTML_BREAK,     /* a line end */
    HTML_ROW,       /* a line of its own */
    HTML_PARAGRAPH, /* an empty line before and after it */
    HTML_LIST,
    HTML_NUMBERED,
    HTML_ITEM,
    HTML_LINK,
    HTML_PREFORMATTED,
    HTML_CELL,
    HTML_RULE,
    HTML_DROPPED /* with its content */
};

enum {
    HTML_LISTS_MAX = 16, /* lists in lists; the indentation of deeper ones is that of the last */
    HTML_TAG_BYTES_MAX = 4096,
    HTML_URL_BYTES_MAX = 2000,
    HTML_NAME_MAX = 10
};

static const struct html_element {
    const char *name;
    enum html_effect effect;
} elements[] = {
    {"a", HTML_LINK},
    {"abbr", HTML_INLINE},
    {"address", HTML_PARAGRAPH},
    {"article", HTML_PARAGRAPH},
    {"b", HTML_INLINE},
    {"blockquote", HTML_PARAGRAPH},
    {"br", HTML_BREAK},
    {"center", HTML_PARAGRAPH},
    {"cite", HTML_INLINE},
    {"code", HTML_INLINE},
    {"dd", HTML_ROW},
    {"del", HTML_INLINE},
    {"div", HTML_ROW},
    {"dl", HTML_PARAGRAPH},
    {"dt", HTML_ROW},
    {"em", HTML_INLINE},
    {"figcaption", HTML_ROW},
    {"figure", HTML_PARAGRAPH},
    {"font", HTML_INLINE},
    {"footer", HTML_PARAGRAPH},
    {"h1", HTML_PARAGRAPH},
    {"h2", HTML_PARAGRAPH},
    {"h3", HTML_PARAGRAPH},
    {"h4", HTML_PARAGRAPH},
    {"h5", HTML_PARAGRAPH},
    {"h6", HTML_PARAGRAPH},
    {"header", HTML_PARAGRAPH},
    {"hr", HTML_RULE},
    {"i", HTML_INLINE},
    {"iframe", HTML_DROPPED},
    {"img", HTML_INLINE},
    {"ins", HTML_INLINE},
    {"kbd", HTML_INLINE},
    {"li", HTML_ITEM},
    {"mark", HTML_INLINE},
    {"ol", HTML_NUMBERED},
    {"p", HTML_PARAGRAPH},
    {"pre", HTML_PREFORMATTED},
    {"q", HTML_INLINE},
    {"s", HTML_INLINE},
    {"script", HTML_DROPPED},
    {"section", HTML_PARAGRAPH},
    {"small", HTML_INLINE},
    {"span", HTML_INLINE},
    {"strike", HTML_INLINE},
    {"strong", HTML_INLINE},
    {"style", HTML_DROPPED},
    {"sub", HTML_INLINE},
    {"sup", HTML_INLINE},
    {"table", HTML_PARAGRAPH},
    {"tbody", HTML_INLINE},
    {"td", HTML_CELL},
    {"th", HTML_CELL},
    {"thead", HTML_INLINE},
    {"tr", HTML_ROW},
    {"tt", HTML_INLINE},
    {"u", HTML_INLINE},
    {"ul", HTML_LIST},
    {"wbr", HTML_INLINE},
};

static const struct {
    const char *name;
    uint32_t character;
} references[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},
    {"apos", '\''},     {"nbsp", 0xA0},     {"shy", 0xAD},      {"copy", 0xA9},
    {"reg", 0xAE},      {"trade", 0x2122},  {"deg", 0xB0},      {"plusmn", 0xB1},
    {"micro", 0xB5},    {"middot", 0xB7},   {"frac12", 0xBD},   {"times", 0xD7},
    {"laquo", 0xAB},    {"raquo", 0xBB},    {"sect", 0xA7},     {"para", 0xB6},
    {"pound", 0xA3},    {"euro", 0x20AC},   {"cent", 0xA2},     {"yen", 0xA5},
    {"iexcl", 0xA1},    {"iquest", 0xBF},   {"hellip", 0x2026}, {"bull", 0x2022},
    {"ndash", 0x2013},  {"mdash", 0x2014},  {"lsquo", 0x2018},  {"rsquo", 0x2019},
    {"sbquo", 0x201A},  {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"bdquo", 0x201E},
    {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"larr", 0x2190},   {"uarr", 0x2191},
    {"rarr", 0x2192},   {"darr", 0x2193},   {"harr", 0x2194},   {"minus", 0x2212},
    {"ne", 0x2260},     {"le", 0x2264},     {"ge", 0x2265},     {"asymp", 0x2248},
    {"infin", 0x221E},  {"auml", 0xE4},     {"ouml", 0xF6},     {"uuml", 0xFC},
    {"Auml", 0xC4},     {"Ouml", 0xD6},     {"Uuml", 0xDC},     {"szlig", 0xDF},
    {"agrave", 0xE0},   {"aacute", 0xE1},   {"acirc", 0xE2},    {"atilde", 0xE3},
    {"aring", 0xE5},    {"aelig", 0xE6},    {"ccedil", 0xE7},   {"egrave", 0xE8},
    {"eacute", 0xE9},   {"ecirc", 0xEA},    {"euml", 0xEB},     {"iacute", 0xED},
    {"icirc", 0xEE},    {"iuml", 0xEF},     {"ntilde", 0xF1},   {"ograve", 0xF2},
    {"oacute", 0xF3},   {"ocirc", 0xF4},    {"otilde", 0xF5},   {"oslash", 0xF8},
    {"ugrave", 0xF9},   {"uacute", 0xFA},   {"ucirc", 0xFB},    {"Eacute", 0xC9},
    {"Agrave", 0xC0},   {"Aring", 0xC5},    {"Oslash", 0xD8},   {"Ccedil", 0xC7},
    {"oelig", 0x153},   {"scaron", 0x161},  {"ensp", 0x2002},   {"emsp", 0x2003},
    {"thinsp", 0x2009}, {"zwnj", 0x200C},   {"zwj", 0x200D},    {"dagger", 0x2020},
};

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
}

/* A tag of a known element. */
struct html_tag {
    const struct html_element *element; /* NULL for a comment */
    bool closing;
    const char *attributes;
    size_t attributes_length;
    size_t length; /* of the tag */
};

static const struct html_element *html_element_called(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strlen(elements[i].name) == length && strncasecmp(elements[i].name, name, length) == 0)
            return &elements[i];
    return NULL;
}

static size_t html_find(const char *text, size_t length, size_t from, char byte)
{
    const char *found = from < length ? memchr(text + from, byte, length - from) : NULL;
    return found ? (size_t)(found - text) : length;
}

/* Returns the place of the ">" that ends a tag; `length` if none does. */
static size_t html_tag_end(const char *text, size_t length, size_t at)
{
    for (; at < length && text[at] != '>'; at++) {
        if (text[at] == '<')
            return length;
        if (text[at] != '"' && text[at] != '\'')
            continue;
        const size_t end = html_find(text, length, at + 1, text[at]);
        at = end < length ? end : at;
    }
    return at;
}

/* Reads the tag that a text begins with. Returns false if it is no tag of a known element. */
static bool html_read_tag(const char *text, size_t length, struct html_tag *ret_tag)
{
    const size_t bound = length < HTML_TAG_BYTES_MAX ? length : HTML_TAG_BYTES_MAX;
    struct html_tag tag = {.closing = bound > 1 && text[1] == '/'};
    size_t at = tag.closing ? 2 : 1;
    const size_t name = at;
    while (at < bound && at - name < HTML_NAME_MAX && is_name_byte(text[at]))
        at++;
    tag.element = html_element_called(text + name, at - name);
    if (!tag.element || at == bound || !(is_space(text[at]) || text[at] == '>' || text[at] == '/'))
        return false;
    const size_t end = html_tag_end(text, bound, at);
    if (end == bound)
        return false;
    tag.attributes = text + at;
    tag.attributes_length = end - at;
    tag.length = end + 1;
    *ret_tag = tag;
    return true;
}

/* Returns the length of the comment that a text begins with, or 0. */
static size_t html_comment_length(const char *text, size_t length)
{
    if (length < 7 || memcmp(text, "<!--", 4) != 0)
        return 0;
    for (size_t end = html_find(text, length, 4, '>'); end < length;
         end = html_find(text, length, end + 1, '>'))
        if (text[end - 1] == '-' && text[end - 2] == '-')
            return end + 1;
    return length;
}

size_t html_tag_length(const char *text, size_t length)
{
    struct html_tag tag;
    if (html_read_tag(text, length, &tag))
        return tag.length;
    return html_comment_length(text, length);
}

/* Reads a reference to a character by its number. Returns its length, or 0. */
static size_t html_read_number(const char *text, size_t length, uint32_t *ret_character)
{
    const bool hexadecimal = length > 2 && (text[2] == 'x' || text[2] == 'X');
    size_t at = hexadecimal ? 3 : 2;
    const size_t digits = at;
    uint32_t number = 0;
    for (; at < length && at - digits < 8 && is_name_byte(text[at]); at++) {
        const char digit[2] = {text[at], '\0'};
        char *end;
        const unsigned long value = strtoul(digit, &end, hexadecimal ? 16 : 10);
        if (*end)
            return 0;
        number = number > 0x110000 ? number : number * (hexadecimal ? 16 : 10) + (uint32_t)value;
    }
    if (at == digits || at == length || text[at] != ';')
        return 0;
    *ret_character = number;
    return at + 1;
}

static size_t html_read_reference(const char *text, size_t length, uint32_t *ret_character)
{
    if (length > 2 && text[1] == '#')
        return html_read_number(text, length, ret_character);
    for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
        const size_t name = strlen(references[i].name);
        if (length > name + 1 && text[name + 1] == ';' &&
            memcmp(text + 1, references[i].name, name) == 0) {
            *ret_character = references[i].character;
            return name + 2;
        }
    }
    return 0;
}

size_t html_reference_length(const char *text, size_t length)
{
    uint32_t character;
    return html_read_reference(text, length, &character);
}

/* The state of a conversion. */
struct html_writer {
    struct buffer *out;
    unsigned lines;             /* line ends before the next word; 2 make an empty line */
    bool space;                 /* true if a space is due before the next word */
    size_t indent;              /* of the lists that are open */
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
    writer->space = false;
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
    if (writer->space && !writer->lines && writer->out->length)
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

/* Copies the value of the attribute "href". */
static void html_open_link(struct html_writer *writer, const struct html_tag *tag)
{
    const char *at = tag->attributes, *const end = at + tag->attributes_length;
    writer->url[0] = '\0';
    for (; at + 5 < end; at++)
        if (is_space(at[0]) && strncasecmp(at + 1, "href=", 5) == 0)
            break;
    at += 6;
    if (at >= end)
        return;
    const bool quoted = *at == '"' || *at == '\'';
    const char *last = at + quoted;
    while (last < end && (quoted ? *last != *at : !is_space(*last)))
        last++;
    struct buffer url;
    buffer_init(&url, HTML_URL_BYTES_MAX - 1);
    for (at += quoted; at < last; at++) {
        const bool ampersand = last - at >= 5 && memcmp(at, "&amp;", 5) == 0;
        buffer_append_byte(&url, *at);
        at += ampersand ? 4 : 0;
    }
    const bool web = url.length > 7 && !url.failed && strncasecmp(url.bytes, "http", 4) == 0;
    if (web) {
        memcpy(writer->url, url.bytes, url.length);
        writer->url[url.length] = '\0';
    }
    buffer_finish(&url);
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
        writer->space = text > 0;
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
        writer->space = false;
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

/* Returns the length of an element that is dropped, from its tag to its closing tag. */
static size_t html_dropped_length(const char *text, size_t length, const struct html_tag *tag)
{
    const size_t name = strlen(tag->element->name);
    if (tag->closing)
        return tag->length;
    for (size_t at = html_find(text, length, tag->length, '<'); at < length;
         at = html_find(text, length, at + 1, '<')) {
        if (length - at > name + 2 && text[at + 1] == '/' &&
            strncasecmp(text + at + 2, tag->element->name, name) == 0) {
            const size_t end = html_find(text, length, at, '>');
            return end < length ? end + 1 : length;
        }
    }
    return length;
}

static void html_append_byte(struct html_writer *writer, char byte)
{
    if (writer->preformatted && byte == '\n')
        writer->lines++;
    else if (!writer->preformatted && is_space(byte))
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

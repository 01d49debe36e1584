#include "html/html_private.h"
#include "html/html_text.h"

#include <string.h>
#include <strings.h>

enum {
    HTML_TAG_BYTES_MAX = 4096
};

static const struct html_element elements[] = {
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

bool html_read_tag(const char *text, size_t length, struct html_tag *ret_tag)
{
    const size_t bound = length < HTML_TAG_BYTES_MAX ? length : HTML_TAG_BYTES_MAX;
    struct html_tag tag = {.closing = bound > 1 && text[1] == '/'};
    size_t at = tag.closing ? 2 : 1;
    const size_t name = at;
    while (at < bound && html_is_name_byte(text[at]))
        at++;
    tag.element = html_element_called(text + name, at - name);
    if (!tag.element || at == bound ||
        !(html_is_space(text[at]) || text[at] == '>' || text[at] == '/'))
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

size_t html_comment_length(const char *text, size_t length)
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

size_t html_dropped_length(const char *text, size_t length, const struct html_tag *tag)
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

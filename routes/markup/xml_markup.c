#include "markup/xml_markup.h"

#include "http/html.h"

#include <string.h>

/* Returns the length of the text before a character that XML cannot have: U+FFFE or U+FFFF. */
static size_t xml_valid_length(const char *text, size_t length)
{
    for (size_t i = 0; i + 2 < length; i++)
        if (memcmp(text + i, "\xEF\xBF", 2) == 0 && (unsigned char)text[i + 2] >= 0xBE)
            return i;
    return length;
}

void xml_append(struct buffer *out, const char *text, size_t length, bool attribute)
{
    for (size_t at = 0; at < length; at += 3) {
        const size_t end = at + xml_valid_length(text + at, length - at);
        for (; at < end; at++)
            if (attribute && (text[at] == '\n' || text[at] == '\t'))
                buffer_append_text(out, text[at] == '\n' ? "&#10;" : "&#9;");
            else
                html_append(out, text + at, 1);
        if (at < length)
            buffer_append_text(out, "\xEF\xBF\xBD");
    }
}

void xml_attribute(struct buffer *out, const char *name, const char *text)
{
    buffer_append_byte(out, ' ');
    buffer_append_text(out, name);
    buffer_append_text(out, "=\"");
    xml_append(out, text, strlen(text), true);
    buffer_append_byte(out, '"');
}

void xml_element(struct buffer *out, const char *indent, const char *name, const char *text,
                 size_t length)
{
    buffer_append_text(out, indent);
    buffer_append_byte(out, '<');
    buffer_append_text(out, name);
    buffer_append_byte(out, '>');
    xml_append(out, text, length, false);
    buffer_append_text(out, "</");
    buffer_append_text(out, name);
    buffer_append_text(out, ">\n");
}

void xml_text_element(struct buffer *out, const char *indent, const char *name, const char *text)
{
    if (text)
        xml_element(out, indent, name, text, strlen(text));
}

#include "http/html.h"

#include <string.h>

static void html_append_byte(struct buffer *out, char c)
{
    static const struct {
        char c;
        const char *html;
    } escapes[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (escapes[i].c == c) {
            buffer_append_text(out, escapes[i].html);
            return;
        }
    buffer_append_byte(out, c);
}

void html_append(struct buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        html_append_byte(out, text[i]);
}

void html_append_text(struct buffer *out, const char *text)
{
    html_append(out, text, strlen(text));
}

void html_append_element(struct buffer *out, const char *tag, const char *text)
{
    buffer_append_byte(out, '<');
    buffer_append_text(out, tag);
    buffer_append_byte(out, '>');
    html_append_text(out, text);
    buffer_append_text(out, "</");
    buffer_append_text(out, tag);
    buffer_append_byte(out, '>');
}

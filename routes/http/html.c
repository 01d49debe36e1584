#include "http/html.h"

#include <string.h>

/* Returns the escape of a character that is markup, or NULL. */
static const char *html_escape(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void html_append(struct buffer *out, const char *text, size_t length)
{
    size_t done = 0;
    for (size_t i = 0; i < length; i++) {
        const char *escape = html_escape(text[i]);
        if (!escape)
            continue;
        buffer_append(out, text + done, i - done);
        buffer_append_text(out, escape);
        done = i + 1;
    }
    buffer_append(out, text + done, length - done);
}

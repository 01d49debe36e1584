#include "http/html.h"

#include <string.h>

/* Returns the escape of a character that is markup, or NULL. Quotation marks are markup only in an
 * attribute. */
static const char *html_escape(char c, bool attribute)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return attribute ? "&quot;" : NULL;
    case '\'':
        return attribute ? "&#39;" : NULL;
    default:
        return NULL;
    }
}

static void append(struct buffer *out, const char *text, size_t length, bool attribute)
{
    size_t done = 0;
    for (size_t i = 0; i < length; i++) {
        const char *escape = html_escape(text[i], attribute);
        if (!escape)
            continue;
        buffer_append(out, text + done, i - done);
        buffer_append_text(out, escape);
        done = i + 1;
    }
    buffer_append(out, text + done, length - done);
}

void html_append(struct buffer *out, const char *text, size_t length)
{
    append(out, text, length, true);
}

void html_append_content(struct buffer *out, const char *text, size_t length)
{
    append(out, text, length, false);
}

#include "conference/plain_text.h"

#include "html/html_text.h"

#include <string.h>

/* Reports whether a byte that is no blank is a control character. */
static bool is_control(unsigned char byte)
{
    return byte < ' ' || byte == 0x7f;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

void plain_text_append_line(struct buffer *out, const char *text, size_t length)
{
    const size_t start = out->length;
    bool space = false;
    for (size_t i = 0; i < length; i++) {
        if (is_blank(text[i]))
            space = out->length > start;
        else if (!is_control((unsigned char)text[i])) {
            if (space)
                buffer_append_byte(out, ' ');
            buffer_append_byte(out, text[i]);
            space = false;
        }
    }
}

/* Appends lines: drops control characters and spaces at the ends of lines, and keeps one empty line
 * of several. */
static void plain_append_lines(struct buffer *out, const char *text, size_t length)
{
    const size_t start = out->length;
    size_t spaces = 0, lines = 0; /* not written yet */
    for (size_t i = 0; i < length; i++) {
        const char byte = text[i];
        if (byte == '\n' || (byte == '\r' && (i + 1 == length || text[i + 1] != '\n'))) {
            lines++;
            spaces = 0;
        } else if (byte == ' ' || byte == '\t')
            spaces++;
        else if (!is_control((unsigned char)byte)) {
            if (out->length > start) {
                buffer_append(out, "\n\n", lines < 2 ? lines : 2);
                buffer_append(out, text + i - spaces, spaces);
            }
            buffer_append_byte(out, byte);
            spaces = lines = 0;
        }
    }
}

void plain_text_append(struct buffer *out, const char *text, size_t length)
{
    struct buffer converted;
    if (!plain_text_is_html(text, length)) {
        plain_append_lines(out, text, length);
        return;
    }
    buffer_init(&converted, out->ceiling);
    html_text_append(&converted, text, length);
    plain_append_lines(out, converted.bytes, converted.length);
    out->failed |= converted.failed;
    buffer_finish(&converted);
}

bool plain_text_is_html(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((text[i] == '<' && html_tag_length(text + i, length - i)) ||
            (text[i] == '&' && html_reference_length(text + i, length - i)))
            return true;
    return false;
}

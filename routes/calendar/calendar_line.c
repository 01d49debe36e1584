#include "calendar/calendar_line.h"

#include "base/utf8.h"

enum {
    LINE_BYTES_MAX = 75,
    TEXT_BYTES_MAX = 1024 * 1024
};

/* Appends text to a line that has `used` bytes, and folds it. Returns the new value of `used`. */
static size_t calendar_line_append_folded(struct buffer *out, const char *text, size_t length,
                                          size_t used)
{
    for (;;) {
        const size_t room = LINE_BYTES_MAX - used;
        const size_t fitting = length <= room ? length : utf8_cut_length(text, room);
        buffer_append(out, text, fitting);
        if (fitting == length)
            return used + fitting;
        buffer_append(out, "\r\n ", 3);
        text += fitting;
        length -= fitting;
        used = 1;
    }
}

void calendar_line_append(struct buffer *out, const char *name, const char *value, size_t length)
{
    size_t used = calendar_line_append_folded(out, name, strlen(name), 0);
    used = calendar_line_append_folded(out, ":", 1, used);
    calendar_line_append_folded(out, value, length, used);
    buffer_append(out, "\r\n", 2);
}

void calendar_line_append_text(struct buffer *out, const char *name, const char *text,
                               size_t length)
{
    struct buffer escaped;
    buffer_init(&escaped, TEXT_BYTES_MAX);
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\n') {
            buffer_append(&escaped, "\\n", 2);
            continue;
        }
        if (strchr("\\;,", text[i]))
            buffer_append_byte(&escaped, '\\');
        buffer_append_byte(&escaped, text[i]);
    }
    calendar_line_append(out, name, escaped.bytes, escaped.length);
    out->failed |= escaped.failed;
    buffer_finish(&escaped);
}

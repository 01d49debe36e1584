#include "formats/calendar_text.h"

enum {
    LINE_BYTES_MAX = 75,
    WORDS_BYTES_MAX = 1024 * 1024
};

/* The bytes of the character at `text`, which is valid UTF-8. */
static size_t character_length(const char *text)
{
    const unsigned char lead = (unsigned char)*text;
    return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
}

static size_t append_folded(struct buffer *out, const char *text, size_t length, size_t used)
{
    for (size_t i = 0; i < length;) {
        const size_t bytes = character_length(text + i);
        if (used + bytes > LINE_BYTES_MAX) {
            buffer_append(out, "\r\n ", 3);
            used = 1;
        }
        buffer_append(out, text + i, bytes);
        used += bytes;
        i += bytes;
    }
    return used;
}

void calendar_append_line(struct buffer *out, const char *name, const char *value, size_t length)
{
    size_t used = append_folded(out, name, strlen(name), 0);
    used = append_folded(out, ":", 1, used);
    append_folded(out, value, length, used);
    buffer_append(out, "\r\n", 2);
}

void calendar_append_words(struct buffer *out, const char *name, const char *words, size_t length)
{
    struct buffer escaped;
    buffer_init(&escaped, WORDS_BYTES_MAX);
    for (size_t i = 0; i < length; i++) {
        if (words[i] == '\n') {
            buffer_append(&escaped, "\\n", 2);
            continue;
        }
        if (strchr("\\;,", words[i]))
            buffer_append_byte(&escaped, '\\');
        buffer_append_byte(&escaped, words[i]);
    }
    calendar_append_line(out, name, escaped.bytes, escaped.length);
    out->failed |= escaped.failed;
    buffer_finish(&escaped);
}

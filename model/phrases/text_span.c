#include "phrases/text_span.h"

enum {
    POINT_BYTES_MAX = 3 /* of the letter or number of a point: "iii)" */
};

/* Returns the bytes of the blank at the beginning of a text, or 0. */
static size_t blank_length(const char *text, size_t length)
{
    static const char *const wide[] = {"\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\xAF", "\xEF\xBB\xBF"};
    if (length && (*text == ' ' || (*text >= '\t' && *text <= '\r')))
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (length >= strlen(wide[i]) && !memcmp(text, wide[i], strlen(wide[i])))
            return strlen(wide[i]);
    return 0;
}

/* Returns the bytes of the blank at the end of a text, or 0. */
static size_t blank_length_back(const char *text, size_t length)
{
    for (size_t size = 1; size <= 3 && size <= length; size++)
        if (blank_length(text + length - size, size) == size)
            return size;
    return 0;
}

static bool is_mark(char byte, const char *marks)
{
    return byte && strchr(marks, byte) != NULL;
}

struct text_span text_span_strip(struct text_span span, const char *marks)
{
    for (size_t size; span.length;) {
        size = is_mark(*span.text, marks) ? 1 : blank_length(span.text, span.length);
        if (!size)
            break;
        span = text_span_part(span, size, span.length);
    }
    for (size_t size; span.length;) {
        size = is_mark(span.text[span.length - 1], marks)
                   ? 1
                   : blank_length_back(span.text, span.length);
        if (!size)
            break;
        span.length -= size;
    }
    return span;
}

struct text_span text_span_trim(struct text_span span)
{
    return text_span_strip(span, "");
}

bool text_span_begins(struct text_span span, const char *text)
{
    const size_t length = strlen(text);
    return span.length >= length && !memcmp(span.text, text, length);
}

size_t text_span_find(struct text_span span, size_t from, const char *text)
{
    const size_t length = strlen(text);
    for (size_t at = from; length && at + length <= span.length; at++) {
        const char *first = memchr(span.text + at, *text, span.length - length + 1 - at);
        if (!first)
            break;
        at = (size_t)(first - span.text);
        if (!memcmp(first, text, length))
            return at;
    }
    return span.length;
}

size_t text_span_digits(struct text_span span, size_t at, int *ret_value)
{
    size_t count = 0;
    int value = 0;
    for (; count < 9 && at + count < span.length; count++) {
        const char digit = span.text[at + count];
        if (digit < '0' || digit > '9')
            break;
        value = value * 10 + (digit - '0');
    }
    *ret_value = value;
    return count;
}

struct text_span text_span_without_point(struct text_span text)
{
    const size_t open = text.length && *text.text == '(';
    size_t end = open;
    while (end < text.length && ((text.text[end] >= 'a' && text.text[end] <= 'z') ||
                                 (text.text[end] >= '0' && text.text[end] <= '9')))
        end++;
    if (end == open || end - open > POINT_BYTES_MAX ||
        !text_span_begins(text_span_part(text, end, text.length), ") "))
        return text;
    return text_span_trim(text_span_part(text, end + 2, text.length));
}

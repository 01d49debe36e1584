#include "record_parts/plain_line.h"

#include "markdown/markdown.h"

void plain_line_append(struct buffer *out, const char *line, size_t length)
{
    const size_t before = out->length;
    struct markdown markdown;
    markdown_read(&markdown, line, length, 1);
    out->failed |= markdown.out_of_memory;
    for (size_t i = 0; i < markdown.count; i++) {
        const struct text_span text = markdown_text(&markdown, i, i + 1);
        if (!text.length)
            continue;
        if (out->length > before)
            buffer_append_text(out, " ");
        if (markdown.lines[i].number) {
            buffer_append_integer(out, markdown.lines[i].number);
            buffer_append_text(out, ". ");
        }
        buffer_append(out, text.text, text.length);
    }
    markdown_finish(&markdown);
    if (out->length == before)
        buffer_append(out, line, length);
}

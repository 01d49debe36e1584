/* The parts of the document that are struck out, and its links. */
#include "base/array.h"
#include "markdown/markdown_private.h"

/* Extends the last span, which ends at `from`, to the end of the text; or adds one. */
static void extend_span(struct markdown *markdown, struct markdown_spans *spans, size_t from,
                        bool begins)
{
    const size_t end = markdown->text.length;
    if (spans->count && !begins && spans->list[spans->count - 1].end == from) {
        spans->list[spans->count - 1].end = end;
        return;
    }
    void *list =
        array_reserve(spans->list, &spans->capacity, spans->count + 1, sizeof *spans->list);
    if (!list) {
        markdown->out_of_memory = true;
        return;
    }
    spans->list = list;
    spans->list[spans->count].start = from;
    spans->list[spans->count++].end = end;
}

void markdown_add_spans(struct markdown_reader *reader, size_t from)
{
    if (reader->deleted)
        extend_span(reader->markdown, &reader->markdown->struck, from, false);
    if (reader->link)
        extend_span(reader->markdown, &reader->markdown->links, from, reader->link_begins);
    reader->link_begins = false;
}

static void move(struct markdown_spans *spans, size_t from, size_t bytes)
{
    for (size_t i = spans->count; i && spans->list[i - 1].start >= from; i--) {
        spans->list[i - 1].start += bytes;
        spans->list[i - 1].end += bytes;
    }
}

void markdown_move_spans(struct markdown *markdown, size_t from, size_t bytes)
{
    move(&markdown->struck, from, bytes);
    move(&markdown->links, from, bytes);
}

static void drop(struct markdown_spans *spans, size_t from)
{
    while (spans->count && spans->list[spans->count - 1].start >= from)
        spans->count--;
}

void markdown_drop_spans(struct markdown *markdown, size_t from)
{
    drop(&markdown->struck, from);
    drop(&markdown->links, from);
}

/* Finds the last span that begins at or before a text of the document. *ret_at is the offset of the
 * text. Returns its place, from 1, or 0. */
static size_t span_at(const struct markdown *markdown, const struct markdown_spans *spans,
                      struct text_span text, size_t *ret_at)
{
    const char *const bytes = markdown->text.bytes;
    size_t first = 0, end = spans->count;
    if (!end || !text.length || text.text < bytes || text.text >= bytes + markdown->text.length)
        return 0;
    *ret_at = (size_t)(text.text - bytes);
    while (first < end) {
        const size_t middle = first + (end - first) / 2;
        if (spans->list[middle].start <= *ret_at)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

bool markdown_is_struck(const struct markdown *markdown, struct text_span text)
{
    size_t at;
    const size_t place = span_at(markdown, &markdown->struck, text, &at);
    return place && markdown->struck.list[place - 1].end >= at + text.length;
}

size_t markdown_link_at(const struct markdown *markdown, struct text_span text)
{
    size_t at;
    const size_t place = span_at(markdown, &markdown->links, text, &at);
    if (!place || markdown->links.list[place - 1].start != at)
        return 0;
    const size_t length = markdown->links.list[place - 1].end - at;
    return length <= text.length ? length : 0;
}

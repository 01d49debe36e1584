/* The number of the line of a place in a text. The places that are asked for only move forward, so
 * that all of them together take one pass over the text. */
#pragma once

#include <stddef.h>
#include <string.h>

struct line_cursor {
    const char *text;
    size_t length;
    size_t place; /* up to which lines were counted */
    unsigned line;
};

static inline struct line_cursor line_cursor_at_start(const char *text, size_t length)
{
    return (struct line_cursor){.text = text, .length = length, .line = 1};
}

/* Returns the line, from 1, of the byte at `place`. A place before the last one is on its line. */
static inline unsigned line_cursor_move(struct line_cursor *cursor, size_t place)
{
    if (place > cursor->length)
        place = cursor->length;
    while (cursor->place < place) {
        const char *from = cursor->text + cursor->place;
        const char *end = memchr(from, '\n', place - cursor->place);
        cursor->line += end != NULL;
        cursor->place = end ? (size_t)(end - cursor->text) + 1 : place;
    }
    return cursor->line;
}

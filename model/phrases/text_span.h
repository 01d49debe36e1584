/* A part of a text that somebody else owns. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* `length` is 0 if there is no such part; `text` may then be NULL. */
struct text_span {
    const char *text;
    size_t length;
};

/* Returns a text that is terminated by a NUL as a span. */
static inline struct text_span text_span_of(const char *text)
{
    return (struct text_span){text, strlen(text)};
}

/* Returns the part of a span from one offset to another. The text of an empty span may be NULL, to
 * which C allows no offset to be added. */
static inline struct text_span text_span_part(struct text_span span, size_t from, size_t to)
{
    return (struct text_span){from ? span.text + from : span.text, to - from};
}

/* Returns a span without the white space at its ends: blanks, tabs, line ends, and the blanks of
 * UTF-8 (U+00A0, U+200B, U+202F, U+FEFF). */
struct text_span text_span_trim(struct text_span span);

/* Like text_span_trim, and without any of the bytes `marks` at its ends. */
struct text_span text_span_strip(struct text_span span, const char *marks);

/* Returns true if a span begins with a text. */
bool text_span_begins(struct text_span span, const char *text);

/* Returns the offset of a text in a span from an offset on, or span.length. */
size_t text_span_find(struct text_span span, size_t from, const char *text);

/* Returns the number of digits at an offset, at most 9, and their value. */
size_t text_span_digits(struct text_span span, size_t at, int *ret_value);

/* Returns a text without the letter or number of a point before it: "a) ", "(ii) ". */
struct text_span text_span_without_point(struct text_span text);

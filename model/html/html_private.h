/* The tags and the references to characters of HTML. Private to html/html_*.c. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The effect of a tag on the text. */
enum html_effect {
    HTML_INLINE,    /* nothing */
    HTML_BREAK,     /* a line end */
    HTML_ROW,       /* a line of its own */
    HTML_PARAGRAPH, /* an empty line before and after it */
    HTML_LIST,
    HTML_NUMBERED,
    HTML_ITEM,
    HTML_LINK,
    HTML_PREFORMATTED,
    HTML_CELL,
    HTML_RULE,
    HTML_DROPPED /* with its content */
};

struct html_element {
    const char *name;
    enum html_effect effect;
};

/* A tag of a known element. */
struct html_tag {
    const struct html_element *element; /* NULL for a comment */
    bool closing;
    const char *attributes;
    size_t attributes_length;
    size_t length; /* of the tag */
};

/* Reads the tag that a text begins with. Returns false if it is not a tag of a known element. */
bool html_read_tag(const char *text, size_t length, struct html_tag *ret_tag);

/* Returns the length of the comment that a text begins with, or 0. */
size_t html_comment_length(const char *text, size_t length);

/* Returns the length of an element that is dropped, from its tag to its closing tag. */
size_t html_dropped_length(const char *text, size_t length, const struct html_tag *tag);

/* Reads the reference to a character that a text begins with. Returns its length, or 0. */
size_t html_read_reference(const char *text, size_t length, uint32_t *ret_character);

static inline bool html_is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

static inline bool html_is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
}

/* Texts of records: isolated, so that they cannot change the direction of their neighbours. */
#include "markup/markup.h"
#include "markup/markup_private.h"

/* The characters that begin and end an isolate (Unicode UAX #9, section 2.4). */
#define FIRST_STRONG_ISOLATE "\xE2\x81\xA8"
#define POP_DIRECTIONAL_ISOLATE "\xE2\x81\xA9"

enum {
    MARK_BYTES = 3 /* of each of U+2066 to U+2069 in UTF-8 */
};

/* Returns the last byte of the character that begins here if it begins or ends an isolate, U+2066
 * to U+2069, else 0. */
static unsigned char isolate_mark(const char *text, size_t length)
{
    if (length < MARK_BYTES || memcmp(text, "\xE2\x81", 2) != 0)
        return 0;
    const unsigned char last = (unsigned char)text[2];
    return last >= 0xA6 && last <= 0xA9 ? last : 0;
}

/* Appends a text whose isolates are all ended within it: omits the end of an isolate that the text
 * has not begun, and ends those that it leaves open. An embedding or an override ends with the
 * isolate or the element around it. */
static void append_balanced(struct markup *markup, const char *text, size_t length)
{
    size_t open = 0, done = 0;
    for (size_t i = 0; i < length; i++) {
        const unsigned char mark = isolate_mark(text + i, length - i);
        if (!mark)
            continue;
        const bool ends = mark == 0xA9, stray = ends && open == 0;
        markup_escape(markup, text + done, i - done);
        done = stray ? i + MARK_BYTES : i;
        open += ends ? 0 : 1;
        open -= ends && !stray ? 1 : 0;
        i += MARK_BYTES - 1;
    }
    markup_escape(markup, text + done, length - done);
    while (open-- > 0)
        buffer_append_text(markup->out, POP_DIRECTIONAL_ISOLATE);
}

/* Reports whether a character may have a direction from right to left, or set a direction, by its
 * first three bytes. A few other characters count as well. */
static bool sets_direction(const unsigned char *text)
{
    const unsigned char first = text[0], second = text[1], third = second ? text[2] : 0;
    switch (first) {
    case 0xD6: /* from U+0590 */
        return second >= 0x90;
    case 0xE0: /* to U+08FF */
        return second < 0xA4;
    case 0xE2: /* U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069 */
        return (second == 0x80 && (third == 0x8E || third == 0x8F || third >= 0xAA)) ||
               (second == 0x81 && third >= 0xA6 && third <= 0xA9);
    case 0xEF: /* U+FB00 to U+FEFF */
        return second >= 0xAC && second <= 0xBB;
    case 0xF0: /* U+10000 to U+10FFF, U+1E000 to U+1EFFF */
        return second == 0x90 || second == 0x9E;
    default:
        return first >= 0xD7 && first <= 0xDF;
    }
}

/* `text` is valid UTF-8. A byte within a character is never taken for the first one. */
static bool has_direction(const char *text, size_t length)
{
    unsigned char bytes[3];
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] < 0xD6)
            continue;
        for (size_t at = 0; at < sizeof bytes; at++)
            bytes[at] = i + at < length ? (unsigned char)text[i + at] : 0;
        if (sets_direction(bytes))
            return true;
    }
    return false;
}

void markup_record_text(struct markup *markup, const char *text, size_t length)
{
    markup_end_tag(markup);
    append_balanced(markup, text, length);
}

void markup_name(struct markup *markup, const char *text, size_t length)
{
    markup_end_tag(markup);
    buffer_append_text(markup->out, "<bdi>");
    append_balanced(markup, text, length);
    buffer_append_text(markup->out, "</bdi>");
}

void markup_append_isolated(struct markup *markup, const char *text, size_t length)
{
    const bool isolated = has_direction(text, length);
    if (!markup->in_attribute)
        markup_end_tag(markup);
    if (isolated)
        buffer_append_text(markup->out, FIRST_STRONG_ISOLATE);
    append_balanced(markup, text, length);
    if (isolated)
        buffer_append_text(markup->out, POP_DIRECTIONAL_ISOLATE);
}

void markup_record_attribute(struct markup *markup, const char *name, const char *text,
                             size_t length)
{
    markup_begin_attribute(markup, name);
    markup_append_isolated(markup, text, length);
    markup_end_attribute(markup);
}

#define _GNU_SOURCE /* memmem */
#include "unicode/fold_match.h"

#include <string.h>

enum {
    PART_MIN = 256, /* bytes of a text that are folded at once; most texts are shorter */
    PART_MAX = 1024,
    PART_FOLDED_MAX = (PART_MAX + 4) * FOLD_BYTES_PER_BYTE + FOLD_UNSETTLED_MAX
};

/* Folds the next part of a text and advances to its end. `out` is large enough for it. Returns the
 * length of its settled beginning. */
static size_t fold_next_part(const char **text, size_t *length, size_t max, struct buffer *out)
{
    size_t settled;
    const size_t part = text_fold_part(*text, *length, max, out, &settled);
    *text += part;
    *length -= part;
    return settled;
}

static void drop_beginning(struct buffer *out, size_t length)
{
    memmove(out->bytes, out->bytes + length, out->length - length);
    out->length -= length;
}

enum fold_match {
    MATCH_NONE,
    MATCH_BEGINNING, /* the fold of the text begins with the other one, and has more */
    MATCH_WHOLE
};

/* Compares the fold of the text with `folded`, part by part. */
static enum fold_match match_parts(const char *text, size_t length, const char *folded,
                                   size_t folded_length)
{
    char memory[(PART_MIN + 4) * FOLD_BYTES_PER_BYTE + FOLD_UNSETTLED_MAX];
    struct buffer part = {.bytes = memory, .capacity = sizeof memory, .ceiling = sizeof memory};
    size_t matched = 0;
    while (length > 0) {
        const size_t settled = fold_next_part(&text, &length, PART_MIN, &part);
        const size_t rest = folded_length - matched;
        const size_t compared = settled < rest ? settled : rest;
        if (compared && memcmp(part.bytes, folded + matched, compared) != 0)
            return MATCH_NONE;
        matched += compared;
        if (compared < settled)
            return MATCH_BEGINNING;
        drop_beginning(&part, settled);
    }
    return matched == folded_length ? MATCH_WHOLE : MATCH_NONE;
}

static bool is_ascii(char byte)
{
    return (unsigned char)byte < 0x80;
}

/* Returns true if the character of ASCII at `i` is a single space between others, which the fold
 * has in its place. The fold has all bytes before it. */
static bool is_single_space(const char *text, size_t length, size_t i)
{
    return text[i] == ' ' && i > 0 && text[i - 1] != ' ' && i + 1 < length && text[i + 1] > ' ';
}

/* Compares the text with a fold as long as its bytes are those of the fold, except for the case of
 * ASCII: they are their own fold. The first other byte decides if it is ASCII and no character that
 * is not ASCII follows, which might be combined with it; white space decides only if the fold has
 * it in its place. Otherwise the text is folded. */
static enum fold_match match_text(const char *text, size_t length, const char *folded,
                                  size_t folded_length)
{
    size_t i = 0;
    while (i < length && i < folded_length && text_fold_ascii(text[i]) == folded[i])
        i++;
    if (i == length)
        return i == folded_length ? MATCH_WHOLE : MATCH_NONE;
    if ((text[i] <= ' ' && !is_single_space(text, length, i)) || !is_ascii(text[i]) ||
        (i + 1 < length && !is_ascii(text[i + 1])))
        return match_parts(text, length, folded, folded_length);
    return i == folded_length ? MATCH_BEGINNING : MATCH_NONE;
}

bool text_fold_equals(const char *text, size_t length, const char *folded, size_t folded_length)
{
    return match_text(text, length, folded, folded_length) == MATCH_WHOLE;
}

bool text_fold_starts_with(const char *text, size_t length, const char *folded,
                           size_t folded_length)
{
    return match_text(text, length, folded, folded_length) != MATCH_NONE;
}

bool text_fold_contains(const char *text, size_t length, const char *folded, size_t folded_length)
{
    char memory[FOLD_OPERAND_BYTES_MAX + PART_FOLDED_MAX];
    struct buffer window = {.bytes = memory, .capacity = sizeof memory, .ceiling = sizeof memory};
    if (folded_length > FOLD_OPERAND_BYTES_MAX)
        return false;
    if (folded_length == 0)
        return true;
    while (length > 0) {
        const size_t settled = fold_next_part(&text, &length, PART_MAX, &window);
        if (memmem(window.bytes, settled, folded, folded_length))
            return true;
        /* The end of the window may be the beginning of an occurrence. */
        if (length > 0 && settled >= folded_length)
            drop_beginning(&window, settled - (folded_length - 1));
    }
    return false;
}

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

/* Returns true if the fold of the text begins with `folded`; *ret_is_whole tells whether it is
 * equal to it. */
static bool fold_match_beginning(const char *text, size_t length, const char *folded,
                                 size_t folded_length, bool *ret_is_whole)
{
    char memory[(PART_MIN + 4) * FOLD_BYTES_PER_BYTE + FOLD_UNSETTLED_MAX];
    struct buffer part = {.bytes = memory, .capacity = sizeof memory, .ceiling = sizeof memory};
    size_t matched = 0;
    while (length > 0) {
        const size_t settled = fold_next_part(&text, &length, PART_MIN, &part);
        const size_t rest = folded_length - matched;
        const size_t compared = settled < rest ? settled : rest;
        if (compared && memcmp(part.bytes, folded + matched, compared) != 0)
            return false;
        matched += compared;
        if (compared < settled) {
            *ret_is_whole = false;
            return true;
        }
        drop_beginning(&part, settled);
    }
    *ret_is_whole = true;
    return matched == folded_length;
}

/* What the first bytes of a text tell. */
enum first_match {
    FIRST_DIFFER,
    FIRST_BEGIN, /* the fold of the text begins with the other one, and has more */
    FIRST_EQUAL,
    FIRST_UNKNOWN /* characters that are not ASCII decide */
};

static bool is_ascii(char byte)
{
    return (unsigned char)byte < 0x80;
}

/* Compares the text with a fold as long as its bytes are those of the fold, except for the case of
 * ASCII: they are their own fold. The first other byte decides if it is ASCII and no character that
 * is not ASCII follows, which might be combined with it. */
static enum first_match match_first(const char *text, size_t length, const char *folded,
                                    size_t folded_length)
{
    size_t i = 0;
    while (i < length && i < folded_length && text_fold_ascii(text[i]) == folded[i])
        i++;
    if (i == length)
        return i == folded_length ? FIRST_EQUAL : FIRST_DIFFER;
    if (!is_ascii(text[i]) || (i + 1 < length && !is_ascii(text[i + 1])))
        return FIRST_UNKNOWN;
    return i == folded_length ? FIRST_BEGIN : FIRST_DIFFER;
}

bool text_fold_equals(const char *text, size_t length, const char *folded, size_t folded_length)
{
    bool is_whole;
    const enum first_match match = match_first(text, length, folded, folded_length);
    if (match != FIRST_UNKNOWN)
        return match == FIRST_EQUAL;
    return fold_match_beginning(text, length, folded, folded_length, &is_whole) && is_whole;
}

bool text_fold_starts_with(const char *text, size_t length, const char *folded,
                           size_t folded_length)
{
    bool is_whole;
    const enum first_match match = match_first(text, length, folded, folded_length);
    if (match != FIRST_UNKNOWN)
        return match != FIRST_DIFFER;
    return fold_match_beginning(text, length, folded, folded_length, &is_whole);
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
        drop_beginning(&window, settled < folded_length ? 0 : settled - (folded_length - 1));
    }
    return false;
}

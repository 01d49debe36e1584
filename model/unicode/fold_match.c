#define _GNU_SOURCE /* memmem */
#include "unicode/fold_match.h"

enum {
    PART_MIN = 256, /* bytes of a text that are folded at once; most texts are shorter */
    PART_MAX = 1024,
    PART_FOLDED_MAX = PART_MAX * FOLD_BYTES_PER_BYTE
};

/* Folds the next part of a text and advances to its end. `out` is large enough for it. */
static void fold_part(const char **text, size_t *length, size_t max, struct buffer *out)
{
    const size_t part = *length > max ? text_fold_cut(*text, *length, max) : *length;
    text_fold(*text, part, out);
    *text += part;
    *length -= part;
}

/* Returns true if the fold of the text begins with `folded`; *ret_is_whole tells whether it is
 * equal to it. */
static bool fold_match_beginning(const char *text, size_t length, const char *folded,
                                 size_t folded_length, bool *ret_is_whole)
{
    char memory[PART_MIN * FOLD_BYTES_PER_BYTE];
    struct buffer part = {.bytes = memory, .capacity = sizeof memory, .ceiling = sizeof memory};
    size_t matched = 0;
    while (length > 0) {
        buffer_clear(&part);
        fold_part(&text, &length, PART_MIN, &part);
        const size_t rest = folded_length - matched;
        const size_t compared = part.length < rest ? part.length : rest;
        if (memcmp(part.bytes, folded + matched, compared) != 0)
            return false;
        matched += compared;
        if (compared < part.length) {
            *ret_is_whole = false;
            return true;
        }
    }
    *ret_is_whole = true;
    return matched == folded_length;
}

/* Returns true if a text that begins with ASCII cannot begin like `folded`. */
static bool first_byte_differs(const char *text, size_t length, const char *folded,
                               size_t folded_length)
{
    if (length == 0 || folded_length == 0)
        return false;
    const char first = *text, lower = (char)(first >= 'A' && first <= 'Z' ? first | 0x20 : first);
    /* A stroke after it may compose with a symbol only, not with a letter or a digit. */
    const bool is_letter = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    return is_letter && lower != *folded;
}

bool text_fold_equals(const char *text, size_t length, const char *folded, size_t folded_length)
{
    bool is_whole;
    return !first_byte_differs(text, length, folded, folded_length) &&
           fold_match_beginning(text, length, folded, folded_length, &is_whole) && is_whole;
}

bool text_fold_starts_with(const char *text, size_t length, const char *folded,
                           size_t folded_length)
{
    bool is_whole;
    return !first_byte_differs(text, length, folded, folded_length) &&
           fold_match_beginning(text, length, folded, folded_length, &is_whole);
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
        fold_part(&text, &length, PART_MAX, &window);
        if (memmem(window.bytes, window.length, folded, folded_length))
            return true;
        /* The end of the window may be the beginning of an occurrence. */
        const size_t kept = window.length < folded_length - 1 ? window.length : folded_length - 1;
        memmove(window.bytes, window.bytes + window.length - kept, kept);
        window.length = kept;
    }
    return false;
}

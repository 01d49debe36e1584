#include "words/snippet_cut.h"

#include <unigbrk.h>

#define ELLIPSIS "\xe2\x80\xa6"

enum {
    ELLIPSIS_LENGTH = sizeof ELLIPSIS - 1
};

static bool is_character_boundary(const struct buffer *out, size_t at)
{
    return at == out->length || ((unsigned char)out->bytes[at] & 0xc0) != 0x80;
}

/* Returns the end of the grapheme cluster that begins at `at`, or `end` if it is not before it. */
static size_t cluster_end(const struct buffer *out, size_t at, size_t end)
{
    const uint8_t *bytes = (const uint8_t *)out->bytes;
    const uint8_t *next = u8_grapheme_next(bytes + at, bytes + end);
    return next ? (size_t)(next - bytes) : end;
}

/* Returns the first byte that stays. A mark is a control character, which begins a cluster. */
static size_t find_begin(const struct buffer *out)
{
    const char *mark = memchr(out->bytes, SEARCH_MARK_BEGIN, out->length);
    const size_t match = mark ? (size_t)(mark - out->bytes) : 0;
    if (match <= SNIPPET_BYTES_BEFORE + ELLIPSIS_LENGTH)
        return 0;
    /* The character before tells where its cluster ends. */
    size_t at = match - SNIPPET_BYTES_BEFORE - 1;
    while (!is_character_boundary(out, at))
        at--;
    return cluster_end(out, at, match);
}

/* Returns the end of the part that is kept. It is before the end of the snippet. */
static size_t find_end(const struct buffer *out, size_t begin)
{
    size_t limit = begin + SNIPPET_BYTES_MAX, end = begin;
    while (!is_character_boundary(out, limit))
        limit--;
    /* The next character shows whether the last cluster continues after the limit. */
    size_t past = limit + 1;
    while (!is_character_boundary(out, past))
        past++;
    for (size_t next = begin; next <= limit; next = cluster_end(out, next, past))
        end = next;
    if (limit - end > SNIPPET_CLUSTER_MAX)
        end = limit;
    return out->bytes[end - 1] == SEARCH_MARK_BEGIN ? end - 1 : end;
}

static bool ends_in_match(const struct buffer *out)
{
    for (size_t i = out->length; i > 0; i--)
        if (out->bytes[i - 1] == SEARCH_MARK_BEGIN || out->bytes[i - 1] == SEARCH_MARK_END)
            return out->bytes[i - 1] == SEARCH_MARK_BEGIN;
    return false;
}

static void cut_end(struct buffer *out, size_t end)
{
    out->length = end;
    if (ends_in_match(out))
        buffer_append_byte(out, SEARCH_MARK_END);
    buffer_append_text(out, ELLIPSIS);
}

static void cut_beginning(struct buffer *out, size_t begin)
{
    const size_t from = begin - ELLIPSIS_LENGTH;
    memcpy(out->bytes + from, ELLIPSIS, ELLIPSIS_LENGTH);
    memmove(out->bytes, out->bytes + from, out->length - from);
    out->length -= from;
}

void snippet_cut(struct buffer *out)
{
    if (out->failed || out->length <= SNIPPET_BYTES_MAX)
        return;
    const size_t begin = find_begin(out);
    if (out->length - begin > SNIPPET_BYTES_MAX)
        cut_end(out, find_end(out, begin));
    if (begin > 0)
        cut_beginning(out, begin);
}

/* Snippets of words that are as long as their text. */
#include "words/snippet_cut.h"
#include "archive_fixture.h"
#include "search/searcher.h"
#include "tries.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#define ELLIPSIS "\xe2\x80\xa6"

enum {
    TEXT_MAX = 1000 * 1000 + 1000,
    OUT_MAX = SNIPPET_BYTES_MAX + 7 /* two ellipses and the end of a mark */
};

static char *append(char *end, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        end = stpcpy(end, text);
    return end;
}

/* Checks the snippet of an event with this description. */
static void check(const char *description, const char *q, const char *expected)
{
    static char json[TEXT_MAX + 100];
    struct search_query query;
    size_t length;
    sprintf(json, "{'events': [{'id': 'e', 'title': 'E', 'description': '%s'}]}", description);
    struct archive_fixture fixture = archive_fixture_create(load_text(json));
    struct searcher *searcher = fixture.view.searcher;
    cr_assert_eq(searcher_parse(searcher, q, NULL, &query), SEARCH_QUERY_OK);
    const char *snippet =
        searcher_snippet(searcher, &query, find_record(fixture.archive, "events", "e"), &length);
    cr_assert(snippet);
    cr_expect(length == strlen(expected) && memcmp(snippet, expected, length) == 0,
              "%s: %zu bytes, not %zu: %.*s", q, length, strlen(expected),
              (int)(length < OUT_MAX ? length : OUT_MAX), snippet);
    archive_fixture_finish(&fixture);
}

/* A text: one part, another so many times, and a third. */
static const char *joined(const char *first, const char *repeated, size_t times, const char *last)
{
    static char texts[2][TEXT_MAX];
    static int next;
    char *text = texts[next++ % 2];
    append(append(append(text, first, 1), repeated, times), last, 1);
    return text;
}

Test(snippet_cut, a_word_of_a_million_letters_is_cut_and_marked)
{
    check(joined("", "a", 1000 * 1000, ""), "a*", joined("\1", "a", 2047, "\2" ELLIPSIS));
}

Test(snippet_cut, a_letter_with_many_marks_is_cut_between_the_marks)
{
    check(joined("e", "\xcc\x81", 200 * 1000, ""), "e",
          joined("\1e", "\xcc\x81", 1023, "\2" ELLIPSIS));
}

Test(snippet_cut, a_letter_and_its_mark_stay_together)
{
    check(joined("", "e\xcc\x81", 5000, ""), "e*", joined("\1", "e\xcc\x81", 682, "\2" ELLIPSIS));
    check(joined("", "e\xcc\x81", 5000, " pier"), "pier",
          joined(ELLIPSIS, "e\xcc\x81", 170, " \1pier\2"));
    check(joined("", "\xe1\x83\xa6", 5000, ""), "\xe1\x83\xa6*",
          joined("\1", "\xe1\x83\xa6", 682, "\2" ELLIPSIS));
}

Test(snippet_cut, text_before_and_after_a_match_is_cut)
{
    check(joined("", "a", 900 * 1000, " pier"), "pier", joined(ELLIPSIS, "a", 511, " \1pier\2"));
    check(joined("pier ", "-", 900 * 1000, ""), "pier", joined("\1pier\2 ", "-", 2041, ELLIPSIS));
    check(joined("e", "\xcc\x81", 200 * 1000, " pier"), "pier",
          joined(ELLIPSIS, "", 0, " \1pier\2"));
}

Test(snippet_cut, a_snippet_of_2048_bytes_is_whole)
{
    check(joined("", "a", 2046, ""), "a*", joined("\1", "a", 2046, "\2"));
    check(joined("", "a", 2047, ""), "a*", joined("\1", "a", 2047, "\2" ELLIPSIS));
}

/* Fills a snippet with characters of one to four bytes, marks of letters, and matches. */
static void fill_random(struct buffer *out)
{
    static const char *const characters[] = {"a", " ", "\xcc\x81", "\xe1\x83\xa6",
                                             "\xf0\x9f\x91\x8d"};
    const size_t length = SNIPPET_BYTES_MAX / 2 + (size_t)rand() % (3 * SNIPPET_BYTES_MAX);
    const int rarity = 1 + rand() % 1000, first = rand() % 4, kinds = 1 + rand() % (5 - first);
    bool marked = false;
    buffer_clear(out);
    while (out->length < length) {
        if (rand() % rarity == 0) {
            buffer_append_byte(out, marked ? SEARCH_MARK_END : SEARCH_MARK_BEGIN);
            marked = !marked;
        }
        buffer_append_text(out, characters[first + rand() % kinds]);
    }
    if (marked)
        buffer_append_byte(out, SEARCH_MARK_END);
}

static void check_marks(const char *bytes, size_t length)
{
    bool marked = false;
    for (size_t i = 0; i < length; i++) {
        const bool is_mark = bytes[i] == SEARCH_MARK_BEGIN || bytes[i] == SEARCH_MARK_END;
        if (!is_mark)
            continue;
        cr_expect_eq(bytes[i], marked ? SEARCH_MARK_END : SEARCH_MARK_BEGIN);
        cr_expect(!marked || bytes[i - 1] != SEARCH_MARK_BEGIN, "a mark without text");
        marked = !marked;
    }
    cr_expect(!marked);
}

/* Returns the end of the text before the end of a mark and the ellipsis, if it has them. */
static size_t text_end(const struct buffer *cut)
{
    size_t end = cut->length;
    if (end >= strlen(ELLIPSIS) &&
        memcmp(cut->bytes + end - strlen(ELLIPSIS), ELLIPSIS, strlen(ELLIPSIS)) == 0)
        end -= strlen(ELLIPSIS);
    return end - (end > 0 && cut->bytes[end - 1] == SEARCH_MARK_END);
}

/* Checks that the snippet has the first match, and that its text is a part of the whole one. */
static void check_fragment(const struct buffer *cut, const struct buffer *whole)
{
    const char *mark = memchr(whole->bytes, SEARCH_MARK_BEGIN, whole->length);
    const char *cut_mark = memchr(cut->bytes, SEARCH_MARK_BEGIN, cut->length);
    const size_t match = mark ? (size_t)(mark - whole->bytes) : 0;
    const size_t before = cut_mark ? (size_t)(cut_mark - cut->bytes) : 0;
    cr_assert(!mark == !cut_mark);
    const size_t ellipsis = before < match ? strlen(ELLIPSIS) : 0, shown = before - ellipsis;
    if (whole->length > SNIPPET_BYTES_MAX)
        cr_expect_leq(shown, SNIPPET_BYTES_BEFORE + strlen(ELLIPSIS));
    cr_expect(
        memcmp(whole->bytes + match - shown, cut->bytes + ellipsis, text_end(cut) - ellipsis) == 0);
}

Test(snippet_cut, is_a_fragment_with_the_first_match_and_with_balanced_marks)
{
    struct buffer whole, cut;
    buffer_init(&whole, SIZE_MAX);
    buffer_init(&cut, SIZE_MAX);
    srand((unsigned)seed());
    for (size_t i = 0; i < tries(3000); i++) {
        fill_random(&whole);
        buffer_clear(&cut);
        buffer_append(&cut, whole.bytes, whole.length);
        snippet_cut(&cut);
        cr_assert(!cut.failed);
        cr_expect_leq(cut.length, OUT_MAX);
        cr_expect_null(u8_check((const uint8_t *)cut.bytes, cut.length));
        check_marks(cut.bytes, cut.length);
        check_fragment(&cut, &whole);
    }
    buffer_finish(&whole);
    buffer_finish(&cut);
}

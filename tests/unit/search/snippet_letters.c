/* Snippets of scripts without spaces mark the letters of the query with their marks, and no others.
 */
#include "archive_fixture.h"
#include "search/searcher.h"
#include "unicode/fold.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>

/* Thai, Lao, Khmer, Burmese, Chinese, Japanese, Korean. */
static const char *const texts[] = {"การประชุมความมั่นคงเป็นเรื่องน้ำและแม่น้ำโขง",
                                    "ກອງປະຊຸມຄວາມປອດໄພເປັນເລື່ອງນ້ຳຂອງ",
                                    "កិច្ចប្រជុំសន្តិសុខតំបន់ទន្លេ",
                                    "လုံခြုံရေးအစည်းအဝေးမြန်မာနိုင်ငံ",
                                    "朝鲜半岛无核化问题研究",
                                    "ガギグゲゴｶﾞｸｾｲの安全保障",
                                    "동북아 안보 협력의 미래"};

static struct archive_fixture load_event(const char *text)
{
    char json[2000];
    sprintf(json, "{'events': [{'id': 'e', 'title': '-', 'description': '%s'}]}", text);
    return archive_fixture_create(load_text(json));
}

/* Returns true if a grapheme cluster begins or ends at `at`. */
static bool is_cluster_boundary(const char *text, size_t length, size_t at)
{
    const uint8_t *begin = (const uint8_t *)text, *end = begin + length, *next = begin;
    while (next && next < begin + at)
        next = u8_grapheme_next(next, end);
    return next == begin + at || at == length;
}

static void fold(const char *text, size_t length, struct buffer *out)
{
    buffer_clear(out);
    cr_assert(text_fold(text, length, out));
}

/* Checks that the first match is the query, or if `is_letter` begins with it. */
static void check_match(struct searcher *searcher, const struct record *record, const char *q,
                        bool is_letter)
{
    static struct search_query query;
    struct buffer marked, wanted;
    char text[1000], phrase[300];
    size_t length, used = 0;
    sprintf(phrase, "\"%s\"", q);
    cr_assert_eq(searcher_parse(searcher, phrase, NULL, &query), SEARCH_QUERY_OK);
    const char *snippet = searcher_snippet(searcher, &query, record, &length);
    const char *begin = memchr(snippet, SEARCH_MARK_BEGIN, length),
               *end = memchr(snippet, SEARCH_MARK_END, length);
    cr_assert(begin && end, "%s: %.*s", q, (int)length, snippet);
    for (size_t i = 0; i < length; i++)
        if (snippet[i] != SEARCH_MARK_BEGIN && snippet[i] != SEARCH_MARK_END)
            text[used++] = snippet[i];
    cr_expect(is_cluster_boundary(text, used, (size_t)(begin - snippet)), "%s: %.*s", q,
              (int)length, snippet);
    cr_expect(is_cluster_boundary(text, used, (size_t)(end - snippet) - 1), "%s: %.*s", q,
              (int)length, snippet);
    buffer_init(&marked, 1000);
    buffer_init(&wanted, 1000);
    fold(begin + 1, (size_t)(end - begin) - 1, &marked);
    fold(q, strlen(q), &wanted);
    cr_expect(marked.length >= wanted.length && (is_letter || marked.length == wanted.length) &&
                  memcmp(marked.bytes, wanted.bytes, wanted.length) == 0,
              "%s: %.*s", q, (int)length, snippet);
    buffer_finish(&marked);
    buffer_finish(&wanted);
}

/* Returns true for a mark also if it is a cluster of its own, as the visarga of Burmese. */
static bool begins_with_mark(const uint8_t *text)
{
    ucs4_t character;
    return u8_next(&character, text) && uc_is_general_category(character, UC_CATEGORY_M);
}

/* Searches for each part of a text that begins and ends between grapheme clusters. */
static void check_parts(const char *text)
{
    struct archive_fixture fixture = load_event(text);
    const struct record *record = find_record(fixture.archive, "events", "e");
    const uint8_t *end = (const uint8_t *)text + strlen(text);
    for (const uint8_t *from = (const uint8_t *)text, *next; from < end; from = next) {
        next = u8_grapheme_next(from, end);
        if (*from == ' ' || begins_with_mark(from))
            continue;
        size_t letters = 0;
        for (const uint8_t *to = from; to < end && letters < 8; letters++) {
            char q[200];
            to = u8_grapheme_next(to, end);
            if (to[-1] == ' ' || begins_with_mark(to))
                continue;
            sprintf(q, "%.*s", (int)(to - from), (const char *)from);
            check_match(fixture.view.searcher, record, q, letters == 0);
        }
    }
    archive_fixture_finish(&fixture);
}

Test(snippet_letters, a_match_is_marked_from_its_first_letter_to_the_marks_on_its_last)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_parts(texts[i]);
}

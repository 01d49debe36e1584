/* Snippets of random texts are those of a naive search for the best place. */
#include "search/snippet.h"
#include "archive_fixture.h"
#include "search/searcher.h"
#include "tries.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    WORDS_MAX = 5000,
    TEXT_MAX = 10 * WORDS_MAX,
    PHRASES = 2
};

static const char *const phrases[PHRASES] = {"pier", "tide"};
static const char *const others[] = {"alder", "birch", "cedar"};

/* The words of a text: an index of `phrases`, or of `others` from PHRASES on. */
struct words {
    unsigned at[WORDS_MAX];
    size_t count;
};

static const char *word_text(unsigned word)
{
    return word < PHRASES ? phrases[word] : others[word - PHRASES];
}

/* Writes words with blanks between them; with marks around those that match. */
static void write_words(const struct words *words, size_t first, size_t count, bool marked,
                        char text[TEXT_MAX])
{
    char *end = text;
    for (size_t i = first; i < first + count; i++) {
        const unsigned word = words->at[i];
        end += sprintf(end, marked && word < PHRASES ? "%s\1%s\2" : "%s%s", i > first ? " " : "",
                       word_text(word));
    }
}

/* Returns the number of phrases in the SNIPPET_WORDS words from one on, and stores the number of
 * words up to the last match. */
static int count_phrases(const struct words *words, size_t first, size_t *ret_span)
{
    unsigned found = 0;
    *ret_span = 0;
    for (size_t i = first; i < words->count && i < first + SNIPPET_WORDS; i++) {
        if (words->at[i] >= PHRASES)
            continue;
        found |= 1U << words->at[i];
        *ret_span = i - first + 1;
    }
    return __builtin_popcount(found);
}

/* Writes the expected snippet: of the first place with the most phrases, in the middle. */
static void write_expected(const struct words *words, char text[TEXT_MAX])
{
    static char middle[TEXT_MAX];
    size_t begin = 0, span;
    int most = 0;
    for (size_t i = 0; i < words->count; i++) {
        const int count = words->at[i] < PHRASES ? count_phrases(words, i, &span) : 0;
        if (count <= most)
            continue;
        const size_t room = (SNIPPET_WORDS - span) / 2;
        begin = i < room ? 0 : i - room;
        most = count;
    }
    const size_t left = words->count - begin, shown = left < SNIPPET_WORDS ? left : SNIPPET_WORDS;
    write_words(words, begin, shown, true, middle);
    sprintf(text, "%s%s%s", begin ? "\xe2\x80\xa6" : "", middle,
            begin + shown < words->count ? "\xe2\x80\xa6" : "");
}

/* Checks the snippet of a record with these words. */
static void check(const struct words *words)
{
    static char text[TEXT_MAX], expected[TEXT_MAX], json[TEXT_MAX + 100];
    struct search_query query;
    size_t length;
    write_words(words, 0, words->count, false, text);
    sprintf(json, "{'events': [{'id': 'e', 'title': 'E', 'description': '%s'}]}", text);
    write_expected(words, expected);
    struct archive_fixture fixture = archive_fixture_create(load_text(json));
    struct searcher *searcher = fixture.view.searcher;
    cr_assert_eq(searcher_parse(searcher, "pier tide", NULL, &query), SEARCH_QUERY_OK);
    const char *snippet =
        searcher_snippet(searcher, &query, find_record(fixture.archive, "events", "e"), &length);
    cr_assert(snippet);
    cr_assert(length == strlen(expected) && memcmp(snippet, expected, length) == 0,
              "%s:\n%.*s, not\n%s", text, (int)length, snippet, expected);
    archive_fixture_finish(&fixture);
}

/* A match is one of so many words. */
static void fill_random(struct words *words, size_t count, int rarity)
{
    words->count = count;
    for (size_t i = 0; i < count; i++)
        words->at[i] = (unsigned)(rand() % rarity == 0 ? rand() % PHRASES : PHRASES + rand() % 3);
    words->at[rand() % (int)count] = (unsigned)rand() % PHRASES;
}

Test(snippet, has_the_words_around_the_first_place_with_the_most_phrases)
{
    static struct words words;
    srand((unsigned)seed());
    for (size_t i = 0; i < tries(300); i++) {
        fill_random(&words, 1 + (size_t)(rand() % 120), 1 + rand() % 30);
        check(&words);
    }
}

/* The number of words before, between and after two matches, at the edges of what is shown. */
Test(snippet, has_32_words_at_most)
{
    static const size_t edges[] = {0, 1, 14, 15, 16, 30, 31, 32};
    const size_t count = sizeof edges / sizeof *edges;
    static struct words words;
    for (size_t i = 0; i < count * count * count; i++) {
        const size_t before = edges[i % count], between = edges[i / count % count],
                     after = edges[i / count / count];
        words.count = before + between + after + 2;
        for (size_t j = 0; j < words.count; j++)
            words.at[j] = PHRASES;
        words.at[before] = 0;
        words.at[before + between + 1] = 1;
        check(&words);
    }
}

/* Later words are ignored, also those that match. */
Test(snippet, is_of_the_first_4096_words)
{
    static struct words words;
    static char text[TEXT_MAX], json[TEXT_MAX + 100];
    struct search_query query;
    size_t length;
    words.count = SNIPPET_WORDS_READ + 10;
    for (size_t i = 0; i < words.count; i++)
        words.at[i] = PHRASES;
    words.at[SNIPPET_WORDS_READ - 1] = 0;
    words.at[SNIPPET_WORDS_READ] = 1;
    write_words(&words, 0, words.count, false, text);
    sprintf(json, "{'events': [{'id': 'e', 'title': 'E', 'description': '%s'}]}", text);
    struct archive_fixture fixture = archive_fixture_create(load_text(json));
    struct searcher *searcher = fixture.view.searcher;
    cr_assert_eq(searcher_parse(searcher, "pier tide", NULL, &query), SEARCH_QUERY_OK);
    const char *snippet =
        searcher_snippet(searcher, &query, find_record(fixture.archive, "events", "e"), &length);
    static const char end[] = "alder \1pier\2\xe2\x80\xa6";
    cr_assert(snippet && length > sizeof end);
    cr_expect(memcmp(snippet + length - strlen(end), end, strlen(end)) == 0, "%.*s", (int)length,
              snippet);
    archive_fixture_finish(&fixture);
}

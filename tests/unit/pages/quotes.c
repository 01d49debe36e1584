/* The words that a record quotes from documents without a text, beside the claims that cite them.
 */
#include "archive_fixture.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(quotes);

enum {
    QUOTED_MAX = 2000, /* bytes of a quote beside a text */
    QUOTED_ROW_MAX = 360,
    JSON_BYTES = 8000
};

#define CITING "'sources': [{'document': 'd', 'lines': '1'}]}"

/* Returns the page of a decision, or of the meeting that made it, whose source has the members;
 * free it. */
static char *page_of(const char *target, const char *sources)
{
    static char text[JSON_BYTES];
    snprintf(text, sizeof text,
             "{'documents': [{'id': 'd', 'title': 'Book'," CITING
             ", {'id': 'e', 'title': 'Tape'," CITING
             "], 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," CITING
             "], 'decisions': [{'id': 'x', 'title': 'Rope', 'text': 'New rope is bought.', "
             "'meeting': 'm', 'result': 'adopted', 'sources': [%s]}]}",
             sources);
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    char *page = get_body(&fixture, target);
    archive_fixture_finish(&fixture);
    return page;
}

static void expect(const char *target, const char *sources, const char *text, bool expected)
{
    char *page = page_of(target, sources);
    cr_expect_eq(strstr(page, text) != NULL, expected, "%s: %s\n%s", sources, text, page);
    free(page);
}

Test(quotes, the_quoted_words_are_beside_the_claim_after_their_place)
{
    static const char source[] =
        "{'document': 'd', 'pages': '7', 'quote': 'RESOLVED to buy <new> rope'}";
    static const char quoted[] =
        "<blockquote class=\"lines\"><p><a class=\"ref\" href=\"/documents/d\">Page "
        "<bdi>7</bdi> of <bdi>Book</bdi></a> <bdi>RESOLVED to buy &lt;new&gt; rope</bdi></p>";
    expect("/decisions/x.html", source, quoted, true);
    expect("/decisions/x.html", source,
           "<details class=\"peek\"><summary>Page <bdi>7</bdi> of <bdi>Book</bdi></summary>", true);
    expect("/meetings/m.html", source, "<bdi>RESOLVED to buy &lt;new&gt; rope</bdi></p>", true);
}

Test(quotes, a_source_without_a_quote_stays_a_reference)
{
    expect("/decisions/x.html", "{'document': 'd', 'pages': '7'}", "<blockquote", false);
    expect("/decisions/x.html",
           "{'document': 'd', 'quote': 'new rope'}, {'document': 'e', 'time': '00:10:00'}",
           "<bdi>new rope</bdi></p><p><a class=\"ref\" href=\"/documents/e\">Time "
           "<bdi>00:10:00</bdi> of <bdi>Tape</bdi></a></p></blockquote>",
           true);
}

/* Returns the comparison of two people, of whom the first said "We need rope."; free it. */
static char *comparison_of(const char *quote)
{
    static char text[JSON_BYTES];
    snprintf(text, sizeof text,
             "{'documents': [{'id': 'd', 'title': 'Book'," CITING
             "], 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," CITING
             "], 'topics': [{'id': 't', 'label': 'Rope'," CITING
             "], 'people': [{'id': 'a', 'name': 'Ada'," CITING ", {'id': 'b', 'name': 'Bo'," CITING
             "], 'discussions': [{'id': 'x', 'meeting': 'm', 'position': 1, 'kind': 'comment', "
             "'speaker': 'a', 'topics': ['t'], 'text': 'We need rope.', "
             "'sources': [{'document': 'd', 'quote': '%s'}]}, "
             "{'id': 'y', 'meeting': 'm', 'position': 2, 'kind': 'comment', "
             "'speaker': 'b', 'topics': ['t'], 'text': 'No.'," CITING "]}",
             quote);
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    char *page = get_body(&fixture, "/compare.html?people=a,b");
    archive_fixture_finish(&fixture);
    return page;
}

Test(quotes, a_statement_that_is_itself_quoted_is_not_repeated)
{
    static const struct {
        const char *quote;
        bool shown;
    } cases[] = {{"Ada: We need rope.", false},
                 {"We need rope.", false},
                 {"We need rope", true},
                 {"Ada asks for rope.", true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *page = comparison_of(cases[i].quote);
        cr_expect_eq(strstr(page, "<blockquote") != NULL, cases[i].shown, "%s\n%s", cases[i].quote,
                     page);
        free(page);
    }
}

/* Returns a source with a quote of a number of letters. */
static const char *quote_of_letters(int count)
{
    static char source[QUOTED_MAX + 100];
    char letters[QUOTED_MAX + 2];
    memset(letters, 'w', sizeof letters);
    snprintf(source, sizeof source, "{'document': 'd', 'quote': '%.*s'}", count, letters);
    return source;
}

/* Returns the number of letters that a page quotes; 0 if it has an ellipsis after more. */
static size_t count_letters(const char *target, int count, bool *ret_cut)
{
    char *page = page_of(target, quote_of_letters(count));
    const char *start = strstr(page, "<bdi>www");
    cr_assert(start, "%s", page);
    const size_t letters = strspn(start + strlen("<bdi>"), "w");
    *ret_cut = strncmp(start + strlen("<bdi>") + letters, "</bdi>\xE2\x80\xA6</p>", 13) == 0;
    free(page);
    return letters;
}

Test(quotes, a_long_quote_is_cut_earlier_beside_a_row_than_beside_a_text)
{
    bool cut;
    cr_expect_eq(count_letters("/decisions/x.html", QUOTED_MAX, &cut), QUOTED_MAX);
    cr_expect(!cut);
    cr_expect_eq(count_letters("/decisions/x.html", QUOTED_MAX + 1, &cut), QUOTED_MAX);
    cr_expect(cut);
    cr_expect_eq(count_letters("/meetings/m.html", QUOTED_ROW_MAX, &cut), QUOTED_ROW_MAX);
    cr_expect(!cut);
    cr_expect_eq(count_letters("/meetings/m.html", QUOTED_ROW_MAX + 1, &cut), QUOTED_ROW_MAX);
    cr_expect(cut);
}

Test(quotes, one_place_is_named_once)
{
    static const char twice[] = "{'document': 'e', 'time': '00:10:00'}, "
                                "{'document': 'e', 'time': '00:10:00'}";
    char *page = page_of("/decisions/x.html", twice);
    const char *main = strstr(page, "id=\"text\"");
    cr_assert(main, "%s", page);
    const char *first = strstr(main, "Time <bdi>00:10:00</bdi>");
    const char *end = strstr(main, "</section>");
    cr_assert(first && end, "%s", page);
    const char *second = strstr(first + 1, "Time <bdi>");
    cr_expect(!second || second > end, "%s", first);
    free(page);
    expect("/decisions/x.html",
           "{'document': 'e', 'time': '00:10:00'}, {'document': 'e', 'time': '00:10:01'}",
           "<bdi>00:10:00</bdi></a>, <a class=\"ref\" href=\"/documents/e\">Time "
           "<bdi>00:10:01</bdi>",
           true);
}

Test(quotes, those_who_voted_alike_share_the_places_of_the_vote)
{
    struct archive_fixture fixture =
        archive_fixture_create(load_path(source_path("data/examples/port-fable.json")));
    char *page = get_body(&fixture, "/compare.html?people=rosa-lark,anne-belette");
    cr_expect(strstr(page, "; Time <bdi>00:58:10</bdi> of <bdi>Recording"), "%s", page);
    cr_expect(!strstr(page, "Time <bdi>00:58:10</bdi>; Time"), "%s", page);
    free(page);
    archive_fixture_finish(&fixture);
}

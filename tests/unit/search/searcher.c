/* Searches: the records that are found, their order and their snippets. */
#include "search/searcher.h"
#include "archive_fixture.h"
#include "search/snippet.h"
#include "work/work.h"

#include <criterion/criterion.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define SOURCES "\"sources\": [{\"document\": \"d\"}]"

/* The same words in a title, a text and a note; other forms of words, accents, markup, and people.
 */
static const char text[] =
    "{\"documents\": [{\"id\": \"d\", \"title\": \"Minutes\", " SOURCES "}],"
    "\"topics\": [{\"id\": \"sea\", \"label\": \"Tidal energy\", " SOURCES "}],"
    "\"people\": [{\"id\": \"ada\", \"name\": \"Ada Almada\", \"other_names\": [\"A. Almada\"],"
    " \"organizations\": [{\"organization\": \"o\", \"position\": \"Harbourmistress\"}], " SOURCES
    "}],"
    "\"organizations\": [{\"id\": \"o\", \"name\": \"Port of Lisbon\", " SOURCES "}],"
    "\"meetings\": [{\"id\": \"m\", \"name\": \"First\", \"status\": \"held\", " SOURCES "}],"
    "\"sessions\": [{\"id\": \"s\", \"number\": 1, \"meeting\": \"m\", " SOURCES "}],"
    "\"papers\": [{\"id\": \"p\", \"number\": 1, \"position\": 1, \"session\": \"s\", "
    "\"presenters\": [\"ada\"], \"topics\": [\"sea\"], \"title\": \"Waves\", "
    "\"arguments\": [{\"text\": \"Breakwaters pay.\", " SOURCES "}], " SOURCES "}],"
    "\"events\": ["
    "{\"id\": \"note\", \"title\": \"A night\", \"notes\": [{\"text\": \"The pier "
    "policy.\"}], " SOURCES "},"
    "{\"id\": \"text\", \"title\": \"A day\", \"description\": \"The policy of the pier, which was "
    "negotiated.\", " SOURCES "},"
    "{\"id\": \"title\", \"title\": \"Pier policies\", " SOURCES "},"
    "{\"id\": \"accents\", \"title\": \"Caf\xc3\xa9 M\xc3\xbcller in S\xc3\xa3o Paulo\", " SOURCES
    "},"
    "{\"id\": \"markup\", \"title\": \"Bold\", \"description\": \"<b>Tom & 'Jerry'</b>\\nrun on\", "
    "\"certainty\": \"probable\", " SOURCES "}]}";

static struct archive_fixture fixture;
static struct searcher *searcher; /* of the fixture */

static void start(void)
{
    fixture = archive_fixture_create(load_json(text));
    searcher = fixture.view.searcher;
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(search, .init = start, .fini = stop);

static struct search_results find(struct searcher *with, const char *q, unsigned types,
                                  size_t limit, size_t offset)
{
    struct search_query query;
    struct search_results results;
    cr_assert_eq(searcher_parse(with, q, NULL, &query), SEARCH_QUERY_OK, "%s", q);
    cr_assert_eq(searcher_find(with, &query, types, limit, offset, &results), SEARCH_DONE, "%s", q);
    return results;
}

/* Checks the ids of the hits, best first. */
static void check_found(const char *q, const char *expected)
{
    char ids[200] = "";
    struct search_results results = find(searcher, q, ~0u, 100, 0);
    for (size_t i = 0; i < results.count; i++)
        strcat(strcat(ids, i ? " " : ""), record_id(results.hits[i].record));
    cr_expect_str_eq(ids, expected, "%s: %s, not %s", q, ids, expected);
    cr_expect_eq(results.total, results.count);
    free(results.hits);
}

struct found_case {
    const char *q, *expected;
};

static void check_cases(const struct found_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_found(cases[i].q, cases[i].expected);
}

#define CHECK(...)                                              \
    do {                                                        \
        static const struct found_case cases[] = {__VA_ARGS__}; \
        check_cases(cases, sizeof cases / sizeof *cases);       \
    } while (0)

Test(search, ranks_titles_above_texts_and_texts_above_notes)
{
    CHECK({"pier policy", "title text note"}, {"policy", "title text note"});
}

Test(search, ignores_case_diacritics_and_english_inflection)
{
    CHECK({"PIERS", "title text note"}, {"policies", "title text note"}, {"negotiating", "text"},
          {"cafe", "accents"}, {"CAF\xc3\x89", "accents"}, {"cafe\xcc\x81", "accents"},
          {"muller sao", "accents"}, {"m\xc3\xbcllers", "accents"});
}

Test(search, finds_records_with_all_words_in_any_order)
{
    CHECK({"policy negotiated", "text"}, {"negotiated pier", "text"}, {"pier cafe", ""});
}

Test(search, finds_a_phrase_only_as_it_is_written)
{
    CHECK({"\"policy of the pier\"", "text"}, {"\"pier of\"", ""},
          {"\"pier policy\"", "title note"}, {"\xe2\x80\x9cpier policy\xe2\x80\x9d", "title note"},
          {"\"pier policy", "title note"}, {"pier-policy", "title note"},
          {"\"sao paulo\" cafe", "accents"});
}

/* Also if the stem of the word in the index is shorter than the prefix. */
Test(search, a_star_finds_words_with_the_prefix)
{
    CHECK({"pol*", "title text note"}, {"negotia*", "text"}, {"negotiat*", "text"},
          {"polici*", "title text note"}, {"policie*", "title"}, {"policy*", "text note"},
          {"\"pier pol\"*", "title note"}, {"\"pier pol*\"", ""}, {"xpol*", ""}, {"breakw*", "p"},
          {"*", ""}, {"mul* sa*", "accents"});
}

Test(search, a_hyphen_excludes_records_with_the_word_or_phrase)
{
    CHECK({"pier -negotiated", "title note"}, {"policy -\"pier policy\"", "text"},
          {"pier -pol*", ""}, {"-pier policy", ""}, {"policy - pier", "title text note"},
          {"pier --negotiated", "title note"}, {"pier -", "title text note"});
}

Test(search, finds_records_by_labels_of_references_and_by_nested_texts)
{
    CHECK({"almada", "ada p"}, {"tidal", "sea p"}, {"breakwater", "p"}, {"harbourmistress", "ada"},
          {"lisbon", "o ada"}, {"\"a almada\"", "ada"});
}

Test(search, does_not_search_choices_and_ids)
{
    CHECK({"probable", ""}, {"held", ""}, {"markup", ""});
}

Test(search, finds_nothing_without_a_word_to_search_for)
{
    CHECK({"", ""}, {"   ", ""}, {"\"", ""}, {"\"\"", ""}, {"&?!", ""}, {"-pier", ""}, {"-", ""},
          {"\xe2\x80\x94", ""}, {"pier & policy", "title text note"});
}

Test(search, types_restrict_the_hits_but_not_the_counts_by_type)
{
    struct search_results results = find(searcher, "almada", TARGET(TYPE_PAPER), 100, 0);
    cr_assert_eq(results.count, 1);
    cr_expect_eq(results.total, 1);
    cr_expect_str_eq(record_id(results.hits[0].record), "p");
    cr_expect_eq(results.by_type[TYPE_PERSON], 1);
    cr_expect_eq(results.by_type[TYPE_PAPER], 1);
    free(results.hits);
}

Test(search, all_pages_together_are_the_whole_result)
{
    struct search_results all = find(searcher, "p*", ~0u, 100, 0);
    cr_assert_geq(all.count, 4);
    for (size_t limit = 1; limit <= all.count + 1; limit++)
        for (size_t offset = 0; offset <= all.count + 1; offset++) {
            struct search_results page = find(searcher, "p*", ~0u, limit, offset);
            const size_t left = offset < all.count ? all.count - offset : 0;
            cr_assert_eq(page.count, left < limit ? left : limit);
            cr_expect_eq(page.total, all.total);
            for (size_t i = 0; i < page.count; i++) {
                cr_expect_eq(page.hits[i].record, all.hits[offset + i].record);
                cr_expect_eq(page.hits[i].score, all.hits[offset + i].score);
            }
            free(page.hits);
        }
    for (size_t i = 1; i < all.count; i++)
        cr_expect_geq(all.hits[i - 1].score, all.hits[i].score);
    free(all.hits);
}

Test(search, ordinals_of_one_type_are_ascending)
{
    struct search_query query;
    uint32_t *ordinals = NULL;
    size_t count;
    cr_assert_eq(searcher_parse(searcher, "pier", NULL, &query), SEARCH_QUERY_OK);
    cr_assert_eq(searcher_find_ordinals(searcher, &query, TYPE_EVENT, &ordinals, &count),
                 SEARCH_DONE);
    cr_assert_eq(count, 3);
    for (uint32_t i = 0; i < 3; i++)
        cr_expect_eq(ordinals[i], i);
    free(ordinals);
    cr_assert_eq(searcher_find_ordinals(searcher, &query, TYPE_PAPER, &ordinals, &count),
                 SEARCH_DONE);
    cr_expect_eq(count, 0);
    free(ordinals);
}

static void check_snippet(const char *q, const char *id, const char *expected)
{
    struct search_query query;
    size_t length;
    cr_assert_eq(searcher_parse(searcher, q, NULL, &query), SEARCH_QUERY_OK);
    const char *snippet =
        searcher_snippet(searcher, &query, find_record(fixture.archive, "events", id), &length);
    cr_expect(length == strlen(expected) && memcmp(snippet, expected, length) == 0, "%s: %.*s", q,
              (int)length, snippet);
}

static bool has_text(const char *bytes, size_t length, const char *part)
{
    for (size_t i = 0; i + strlen(part) <= length; i++)
        if (memcmp(bytes + i, part, strlen(part)) == 0)
            return true;
    return false;
}

Test(search, a_snippet_marks_the_matches)
{
    check_snippet("policies pier", "text", "The \1policy\2 of the \1pier\2, which was negotiated.");
    check_snippet("\"policy of the pier\"", "text",
                  "The \1policy of the pier\2, which was negotiated.");
    check_snippet("policy -night", "title", "Pier \1policies\2");
    check_snippet("negotiat*", "text", "The policy of the pier, which was \1negotiated\2.");
    check_snippet("muller", "accents", "Caf\xc3\xa9 \1M\xc3\xbcller\2 in S\xc3\xa3o Paulo");
    check_snippet("run", "markup", "<b>Tom & 'Jerry'</b> \1run\2 on");
    check_snippet("nothing of it", "text", "The policy \1of\2 the pier, which was negotiated.");
}

/* A text precedes notes, and a title is shown only if neither has more of the words. */
Test(search, a_snippet_is_of_the_first_text_with_the_most_words)
{
    struct search_query query;
    size_t length;
    struct archive_fixture other = archive_fixture_create(load_text(
        "{'events': [{'id': 'a', 'title': 'Tide', 'description': 'A tide comes.', 'notes': "
        "[{'text': 'No tide here.'}]}, {'id': 'b', 'title': 'Tide', 'description': 'A tide "
        "comes.', 'notes': [{'text': 'A tide and a wave.'}]}, {'id': 'c', 'title': 'Tide', "
        "'description': 'Nothing.', 'notes': [{'text': 'Nor here.'}]}]}"));
    static const char *const expected[][2] = {
        {"a", "A \1tide\2 comes."}, {"b", "A \1tide\2 and a \1wave\2."}, {"c", "\1Tide\2"}};
    struct searcher *own = other.view.searcher;
    cr_assert_eq(searcher_parse(own, "tide wave", NULL, &query), SEARCH_QUERY_OK);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const char *snippet = searcher_snippet(
            own, &query, find_record(other.archive, "events", expected[i][0]), &length);
        cr_expect(length == strlen(expected[i][1]) && memcmp(snippet, expected[i][1], length) == 0,
                  "%.*s", (int)length, snippet);
    }
    archive_fixture_finish(&other);
}

/* The words are far apart at first, and close together near the end. */
Test(search, a_snippet_shows_the_place_with_most_words_close_together)
{
    struct search_query query;
    size_t length;
    char many[4000] = "{\"documents\": [{\"id\": \"d\", " SOURCES ", \"title\": \"Wave\"}], "
                      "\"events\": [{\"id\": \"e\", " SOURCES ", \"title\": \"E\", "
                      "\"description\": \"wave";
    for (int i = 0; i < 40; i++)
        strcat(many, " filler");
    strcat(many, " tide");
    for (int i = 0; i < 40; i++)
        strcat(many, " other");
    strcat(many, " tide and wave");
    for (int i = 0; i < 40; i++)
        strcat(many, " more");
    strcat(many, ".\"}]}");
    struct archive_fixture other = archive_fixture_create(load_json(many));
    struct searcher *own = other.view.searcher;
    cr_assert_eq(searcher_parse(own, "wave tide", NULL, &query), SEARCH_QUERY_OK);
    const char *snippet =
        searcher_snippet(own, &query, find_record(other.archive, "events", "e"), &length);
    cr_expect(has_text(snippet, length, "\1tide\2 and \1wave\2"), "%.*s", (int)length, snippet);
    cr_expect_eq(strncmp(snippet, "\xe2\x80\xa6other", 8), 0);
    cr_expect_eq(strncmp(snippet + length - 7, "more\xe2\x80\xa6", 7), 0);
    archive_fixture_finish(&other);
}

Test(search, a_snippet_in_html_has_no_markup_except_the_marks)
{
    json_t *page = answer_json(&fixture, "/search?q=jerry", 200, NULL);
    json_t *hit = json_array_get(json_object_get(page, "data"), 0);
    cr_expect_str_eq(json_string_value(json_object_get(hit, "snippet")),
                     "&lt;b&gt;Tom &amp; &#39;<mark>Jerry</mark>&#39;&lt;/b&gt; run on");
    cr_expect_eq(json_object_size(hit), 6);
    cr_expect_gt(json_number_value(json_object_get(hit, "score")), 0);
    json_decref(page);
}

Test(search, q_restricts_a_collection_and_a_relation)
{
    static const struct {
        const char *target;
        json_int_t total;
    } cases[] = {{"/events?q=pier", 3},
                 {"/events?q=pier&title__startswith=A", 2},
                 {"/events?q=", 0},
                 {"/people/ada/papers?q=waves", 1},
                 {"/people/ada/papers?q=pier", 0},
                 {"/speakers?q=almada", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *page = answer_json(&fixture, cases[i].target, 200, NULL);
        cr_expect_eq(json_integer_value(json_object_get(json_object_get(page, "meta"), "total")),
                     cases[i].total, "%s", cases[i].target);
        json_decref(page);
    }
}

Test(search, a_too_costly_search_is_stopped_but_not_the_next_one)
{
    struct search_query query;
    struct search_results results;
    struct work work;
    work_begin(&work, 1, 0);
    cr_assert_eq(searcher_parse(searcher, "a* p* t*", &work, &query), SEARCH_QUERY_OK);
    cr_expect_eq(searcher_find(searcher, &query, ~0u, 1, 0, &results), SEARCH_TOO_COSTLY);
    cr_expect(work_is_used_up(&work));
    check_found("pier", "title text note");
}

/* Returns the work of finding all hits, of which there are `total`. */
static uint64_t work_of_finding(const char *q, size_t total)
{
    struct search_query query;
    struct search_results results;
    struct work work;
    work_begin(&work, UINT64_MAX, 0);
    cr_assert_eq(searcher_parse(searcher, q, &work, &query), SEARCH_QUERY_OK);
    cr_assert_eq(searcher_find(searcher, &query, ~0u, 100, 0, &results), SEARCH_DONE);
    cr_expect_eq(results.total, total, "%s: %zu", q, results.total);
    free(results.hits);
    return work.spent;
}

/* "pier" occurs once in each of three events, "polici" in the same. */
Test(search, the_work_of_a_search_is_its_postings_and_hits)
{
    const uint64_t word = 3 * (2 * WORK_POSTING + WORK_INSTANCE);
    cr_expect_eq(work_of_finding("pier", 3), word + 3 * WORK_HIT);
    cr_expect_eq(work_of_finding("policy", 3), word + 3 * WORK_HIT);
    cr_expect_eq(work_of_finding("pi*", 3), word + 3 * WORK_HIT);
    cr_expect_eq(work_of_finding("pier policy", 3), 2 * word + 6 * WORK_INSTANCE + 3 * WORK_HIT);
    cr_expect_eq(work_of_finding("pier -policy", 0), 2 * word + 6 * WORK_INSTANCE);
    cr_expect_eq(work_of_finding("nowhere", 0), 0);
}

/* "polici" also stands for "policy", which does not begin so. */
Test(search, a_prefix_is_looked_for_by_the_stems_that_stand_for_no_other_words)
{
    static const struct {
        const char *q, *expression;
        size_t count;
    } cases[] = {{"negotiat*", "(\"negoti\")", 1},
                 {"pier*", "(\"pier\")", 3},
                 {"ni*", "(\"night\")", 1},
                 {"policie*", "(\"policie|=policie\"*)", 1},
                 {"nowhere*", "(\"nowhere\"*)", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct search_query query;
        struct search_results results = find(searcher, cases[i].q, ~0u, 100, 0);
        cr_expect_eq(results.total, cases[i].count, "%s: %zu", cases[i].q, results.total);
        free(results.hits);
        cr_expect_eq(searcher_parse(searcher, cases[i].q, NULL, &query), SEARCH_QUERY_OK);
        cr_expect_str_eq(query.expression, cases[i].expression, "%s: %s", cases[i].q,
                         query.expression);
    }
}

Test(search, repeated_words_take_the_work_of_one)
{
    cr_expect_eq(work_of_finding("pier Piers pier", 3), work_of_finding("pier", 3));
    cr_expect_eq(work_of_finding("p* P* p*", 7), work_of_finding("p*", 7));
    cr_expect_eq(work_of_finding("pier -night -nights", 2), work_of_finding("pier -night", 2));
}

Test(search, the_work_of_a_snippet_is_its_words_and_bytes)
{
    static const char description[] = "The policy of the pier, which was negotiated.";
    struct search_query query;
    struct work work;
    size_t length;
    work_begin(&work, UINT64_MAX, 0);
    cr_assert_eq(searcher_parse(searcher, "pier", &work, &query), SEARCH_QUERY_OK);
    cr_assert(searcher_snippet(searcher, &query, find_record(fixture.archive, "events", "text"),
                               &length));
    cr_expect_eq(work.spent, 8 * (WORK_SNIPPET_WORD + WORK_SNIPPET_TERM) +
                                 (sizeof description - 1) * WORK_TEXT_BYTE);
}

Test(search, fails_without_an_index)
{
    struct search_query query = {.expression = "\"a\""};
    struct search_results results;
    struct searcher *none = searcher_create(NULL);
    cr_expect_eq(searcher_find(none, &query, ~0u, 1, 0, &results), SEARCH_FAILED);
    searcher_destroy(none);
}

static const char *const searched[] = {"pier", "p*", "\"pier policy\"", "almada -port"};
static size_t totals[4];

/* Repeats the searches of the main thread, and counts different results. */
static void *search_again(void *differences)
{
    struct searcher *own = searcher_create(fixture.data.search_index);
    for (size_t i = 0; i < 400; i++) {
        struct search_query query;
        struct search_results results;
        size_t length;
        searcher_parse(own, searched[i % 4], NULL, &query);
        if (searcher_find(own, &query, ~0u, 10, 0, &results) != SEARCH_DONE ||
            results.total != totals[i % 4] ||
            !searcher_snippet(own, &query, results.hits[0].record, &length))
            ++*(size_t *)differences;
        else
            free(results.hits);
    }
    searcher_destroy(own);
    return NULL;
}

Test(search, concurrent_searches_have_the_same_results)
{
    pthread_t threads[4];
    size_t differences[4] = {0};
    for (size_t i = 0; i < 4; i++) {
        struct search_results results = find(searcher, searched[i], ~0u, 10, 0);
        totals[i] = results.total;
        cr_assert_gt(results.count, 0);
        free(results.hits);
    }
    for (size_t i = 0; i < 4; i++)
        cr_assert_eq(pthread_create(&threads[i], NULL, search_again, &differences[i]), 0);
    for (size_t i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        cr_expect_eq(differences[i], 0);
    }
}

/* Writes a text of random characters, with many that have a meaning in queries. */
static void write_random(char *out, size_t characters)
{
    static const char frequent[] = "\"\"*-  ()'&|^:+,{}AND OR NOT NEAR piertp.%;\\\t";
    for (size_t i = 0; i < characters; i++) {
        const unsigned code = (unsigned)rand() % 0x3000 + 0x80;
        if (rand() % 4) {
            *out++ = frequent[(size_t)rand() % (sizeof frequent - 1)];
        } else if (code < 0x800) {
            *out++ = (char)(0xc0 | code >> 6);
            *out++ = (char)(0x80 | (code & 0x3f));
        } else {
            *out++ = (char)(0xe0 | code >> 12);
            *out++ = (char)(0x80 | (code >> 6 & 0x3f));
            *out++ = (char)(0x80 | (code & 0x3f));
        }
    }
    *out = '\0';
}

/* Searches for a text; an error in the expression for MATCH would make the search fail. */
static void check_harmless(const char *q)
{
    struct search_query query;
    struct search_results results;
    const enum search_query_status parsed = searcher_parse(searcher, q, NULL, &query);
    cr_assert_neq(parsed, SEARCH_QUERY_OUT_OF_MEMORY);
    if (parsed != SEARCH_QUERY_OK)
        return;
    const enum search_status status = searcher_find(searcher, &query, ~0u, 10, 0, &results);
    cr_assert_eq(status, SEARCH_DONE, "%s: %s", q, query.expression);
    for (size_t i = 0; i < results.count; i++) {
        size_t length;
        cr_assert(searcher_snippet(searcher, &query, results.hits[i].record, &length));
    }
    free(results.hits);
}

Test(search, no_text_is_a_syntax_error)
{
    static const char *const texts[] = {"pier AND",
                                        "AND",
                                        "OR OR",
                                        "NOT pier",
                                        "NEAR(pier policy, 2)",
                                        "title:pier",
                                        "{title text}:",
                                        "^pier",
                                        "pier + policy",
                                        "(pier",
                                        "pier)",
                                        "'",
                                        "'; DROP TABLE search; --",
                                        "\"pier\" \"",
                                        "\"\"\"\"\"",
                                        "pier \"*\"*",
                                        "** * *",
                                        "-*",
                                        "-\"-\"",
                                        "a*b*c*",
                                        "\\\"pier\\\"",
                                        "pier\xc2\xa0policy",
                                        "\xe2\x80",
                                        "\xe2\x80\x9c",
                                        "\xf0\x9f\x8c\x8a",
                                        "\xcc\x81",
                                        "search MATCH 'x'",
                                        "?1 :q @x $y #z",
                                        "rowid:1",
                                        "-pier -policy -\"",
                                        "pier*-policy"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_harmless(texts[i]);
    const unsigned seed = 20061128;
    srand(seed);
    for (size_t i = 0; i < 5000; i++) {
        char random[400];
        write_random(random, (size_t)rand() % 100);
        check_harmless(random);
    }
}

/* The words of an index and their occurrences. */
#include "search/vocabulary.h"
#include "search/near_words.h"

#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static sqlite3 *database;

static void make_index(void)
{
    cr_assert_eq(sqlite3_open(":memory:", &database), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(database,
                              "CREATE VIRTUAL TABLE search USING fts5(a, b, content='');"
                              "INSERT INTO search(rowid, a, b) VALUES"
                              " (1, 'sea seal sea', 'tide'), (2, 'seal', 'sea zone'),"
                              " (3, 'tid', '\xc3\xa9t\xc3\xa9')",
                              NULL, NULL, NULL),
                 SQLITE_OK);
}

static void close_index(void)
{
    sqlite3_close(database);
}

TestSuite(vocabulary, .init = make_index, .fini = close_index);

Test(vocabulary, counts_the_occurrences_of_a_word_or_a_prefix)
{
    static const struct {
        const char *word;
        uint64_t word_count, prefix_count;
    } cases[] = {{"sea", 3, 5},  {"seal", 2, 2},  {"s", 0, 5},    {"tid", 1, 2},
                 {"tide", 1, 1}, {"tidez", 0, 0}, {"zone", 1, 1}, {"zzz", 0, 0},
                 {"a", 0, 0},    {"ete", 1, 1},   {"", 0, 9}};
    struct vocabulary *vocabulary = vocabulary_create(database);
    cr_assert(vocabulary);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *word = cases[i].word;
        const size_t length = strlen(word);
        cr_expect_eq(vocabulary_occurrences(vocabulary, word, length, false), cases[i].word_count,
                     "%s", word);
        cr_expect_eq(vocabulary_occurrences(vocabulary, word, length, true), cases[i].prefix_count,
                     "%s*", word);
    }
    vocabulary_destroy(vocabulary);
}

Test(vocabulary, of_an_index_without_words_is_empty)
{
    cr_assert_eq(
        sqlite3_exec(database, "INSERT INTO search(search) VALUES('delete-all')", NULL, NULL, NULL),
        SQLITE_OK);
    struct vocabulary *vocabulary = vocabulary_create(database);
    cr_assert(vocabulary);
    cr_expect_eq(vocabulary_occurrences(vocabulary, "sea", 3, true), 0);
    cr_expect_eq(vocabulary_occurrences(vocabulary, "", 0, true), 0);
    vocabulary_destroy(vocabulary);
}

/* The last words of the vocabulary are the best, so that they are inserted before the others. */
Test(vocabulary, only_the_nearest_words_are_kept_however_many_are_near)
{
    static const char *const expected[NEAR_WORDS_MAX] = {"harboua", "harboub", "aarboux",
                                                         "barboux", "carboux", "darboux"};
    struct {
        struct near_words words;
        struct near_word behind;
    } found;
    memset(&found, 0, sizeof found);
    cr_assert_eq(sqlite3_exec(database,
                              "INSERT INTO search(rowid, a, b) VALUES (4, 'aarboux barboux carboux "
                              "darboux earboux farboux harboua harboub', '')",
                              NULL, NULL, NULL),
                 SQLITE_OK);
    struct vocabulary *vocabulary = vocabulary_create(database);
    cr_assert(vocabulary);
    cr_expect(near_words_find(vocabulary, "harbour", 7, false, NULL, &found.words));
    cr_expect_eq(found.words.count, NEAR_WORDS_MAX);
    for (size_t i = 0; i < NEAR_WORDS_MAX; i++) {
        cr_expect_eq(found.words.at[i].length, 7);
        cr_expect_eq(memcmp(found.words.at[i].text, expected[i], 7), 0, "%.7s",
                     found.words.at[i].text);
        cr_expect_eq(found.words.at[i].distance, i < 2 ? 1 : 2);
    }
    cr_expect_eq(found.behind.length, 0);
    vocabulary_destroy(vocabulary);
}

Test(vocabulary, words_near_a_word_of_less_than_three_letters_are_not_looked_for)
{
    static const struct {
        const char *word;
        size_t count;
    } cases[] = {{"s", 0}, {"se", 0}, {"sez", 1}, {"123", 0}};
    struct vocabulary *vocabulary = vocabulary_create(database);
    cr_assert(vocabulary);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *word = cases[i].word;
        struct near_words found;
        cr_expect(near_words_find(vocabulary, word, strlen(word), true, NULL, &found));
        cr_expect_eq(found.count > 0, cases[i].count > 0, "%s: %zu", word, found.count);
    }
    vocabulary_destroy(vocabulary);
}

Test(vocabulary, words_near_a_word_of_more_than_40_letters_are_not_looked_for)
{
    char sql[200], word[NEAR_WORD_LETTERS_MAX + 2];
    memset(word, 'x', sizeof word);
    snprintf(sql, sizeof sql, "INSERT INTO search(rowid, a, b) VALUES (4, '%.*s', '')",
             NEAR_WORD_LETTERS_MAX, word);
    cr_assert_eq(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    struct vocabulary *vocabulary = vocabulary_create(database);
    cr_assert(vocabulary);
    *word = 'y';
    for (size_t more = 0; more <= 1; more++) {
        struct near_words found;
        cr_expect(
            near_words_find(vocabulary, word, NEAR_WORD_LETTERS_MAX + more, false, NULL, &found));
        cr_expect_eq(found.count, 1 - more, "%zu", more);
    }
    vocabulary_destroy(vocabulary);
}

static const struct {
    const char *wanted;
    bool is_prefix;
    int distance; /* of the nearest word, or -1 if none is near */
} distances[] = {
    {"harbour", false, 0},
    {"harbuor", false, 1},
    {"ahrbour", false, 1},
    {"harboru", false, 1},
    {"ahrbuor", false, 2},
    {"ahbrour", false, 2},
    {"ahbrxur", false, -1},
    {"hxrbxur", false, 2},
    {"hxrbxxr", false, -1},
    {"arbour", false, 1},
    {"arbouz", false, 2},
    {"rbour", false, -1},
    {"harbourxx", false, 2},
    {"harbourxxx", false, 3},
    {"harbourxxxx", false, -1},
    {"harb", false, -1},
    {"harb", true, 0},
    {"haxb", true, 1},
    {"ahrb", true, 1},
    {"xxrb", true, -1},
    {"ministration", false, 2},
    {"inistration", false, 3},
    {"nistration", false, -1},
    {"xxxinistration", false, 3},
    {"xxxxnistration", false, -1},
    {"administrationxxx", false, 3},
    {"esa", false, 1},
    {"xse", false, -1},
};

Test(vocabulary, a_third_of_the_letters_up_to_three_may_be_wrong)
{
    cr_assert_eq(sqlite3_exec(database,
                              "INSERT INTO search(rowid, a, b) VALUES (4, 'harbour "
                              "administration', '')",
                              NULL, NULL, NULL),
                 SQLITE_OK);
    struct vocabulary *vocabulary = vocabulary_create(database);
    cr_assert(vocabulary);
    for (size_t i = 0; i < sizeof distances / sizeof *distances; i++) {
        const char *wanted = distances[i].wanted;
        struct near_words found;
        cr_expect(near_words_find(vocabulary, wanted, strlen(wanted), distances[i].is_prefix, NULL,
                                  &found));
        const int distance = found.count ? (int)found.at[0].distance : -1;
        cr_expect_eq(distance, distances[i].distance, "%s: %d", wanted, distance);
    }
    vocabulary_destroy(vocabulary);
}

Test(vocabulary, a_word_of_43_letters_is_near_one_of_40)
{
    char sql[200], word[NEAR_WORD_LETTERS_MAX + 4];
    memset(word, 'x', sizeof word);
    snprintf(sql, sizeof sql, "INSERT INTO search(rowid, a, b) VALUES (4, '%.*s', '')",
             NEAR_WORD_LETTERS_MAX + 3, word);
    cr_assert_eq(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    struct vocabulary *vocabulary = vocabulary_create(database);
    cr_assert(vocabulary);
    for (size_t less = 0; less <= 1; less++) {
        struct near_words found;
        cr_expect(
            near_words_find(vocabulary, word, NEAR_WORD_LETTERS_MAX - less, false, NULL, &found));
        cr_expect_eq(found.count, 1 - less, "%zu", less);
    }
    vocabulary_destroy(vocabulary);
}

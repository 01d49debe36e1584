/* The parser of search queries, and the expression that it writes for SQLite. */
#include "search/query.h"

#include "words/tokenizer.h"
#include "words/word_cache.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static sqlite3 *database;
static struct tokenizer tokenizer;
static const uint32_t english = UINT32_C(1) << STEM_ENGLISH;

static void open_tokenizer(void)
{
    cr_assert_eq(sqlite3_open(":memory:", &database), SQLITE_OK);
    cr_assert(tokenizer_init(&tokenizer, database, WORD_CACHE_SMALL));
}

static void close_tokenizer(void)
{
    tokenizer_finish(&tokenizer);
    sqlite3_close(database);
}

TestSuite(search_query, .init = open_tokenizer, .fini = close_tokenizer);

Test(search_query, the_expression_has_only_quoted_words_and_known_operators)
{
    static const struct {
        const char *text, *expression;
    } cases[] = {
        {"", ""},
        {"sea", "(\"sea\")"},
        {"sea  wind", "(\"sea\" AND \"wind\")"},
        {"\"sea wind\"sun", "(\"sea wind\" AND \"sun\")"},
        {"sea -wind -\"the sun\"", "(\"sea\") NOT (\"wind\" OR \"the sun\")"},
        {"sea －wind −\"the sun\" －−fog", "(\"sea\") NOT (\"wind\" OR \"the sun\" OR \"fog\")"},
        {"sea－wind −", "(\"sea wind\")"},
        {"＂sea wind＂“the sun”", "(\"sea wind\" AND \"the sun\")"},
        {"-wind", ""},
        {"sea & OR", "(\"sea\" AND \"or\")"},
        {"tsunam*", "(\"tsunam|=tsunam\"*)"},
        {"\"the policies\"*", "(\"the policies|=policies\"*)"},
        {"tsunam＊ ＂the policies＂＊", "(\"tsunam|=tsunam\"* AND \"the policies|=policies\"*)"},
        {"tsu＊nam s*ea ＊ea", "(\"tsu nam\" AND \"s ea\" AND \"ea\")"},
        {"title:sea", "(\"titl sea\")"},
        {"„sea wind„", "(\"sea\" AND \"wind\")"},
        {"\u201bsea wind\u201b", "(\"sea\" AND \"wind\")"},
        {"＃sea wind＃", "(\"sea\" AND \"wind\")"},
        {"！sea wind！", "(\"sea\" AND \"wind\")"},
        {"sea \u2211wind", "(\"sea\" AND \"wind\")"},
        {"sea \u2213wind", "(\"sea\" AND \"wind\")"},
        {"sea ，wind", "(\"sea\" AND \"wind\")"},
        {"sea ．wind", "(\"sea\" AND \"wind\")"},
        {"tsunam） tsunam＋", "(\"tsunam\")"},
        {"sea\twind\rsun\u00a0fog\u3000rain",
         "(\"sea\" AND \"wind\" AND \"sun\" AND \"fog\" AND \"rain\")"},
        {"sea\bwind sun\016fog", "(\"sea wind\" AND \"sun fog\")"},
        {"*", ""},
        {"＊ -＊ - \"\"*", ""},
        {"\"sea wind", "(\"sea wind\")"},
        {"\"the policies\" *", "(\"the polici\")"},
        {"\"the policies\"\u00ad* \u00ad-\u00adwind",
         "(\"the policies|=policies\"*) NOT (\"wind\")"},
        {"tsunam*\u00ad", "(\"tsunam|=tsunam\"*)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct search_query query;
        cr_assert_eq(search_query_parse(cases[i].text, &tokenizer, NULL, english, NULL, &query),
                     SEARCH_QUERY_OK);
        cr_expect_str_eq(query.expression, cases[i].expression, "%s: %s", cases[i].text,
                         query.expression);
    }
}

/* Writes `count` different words of two letters, each followed by `after`. */
static void write_words(char *text, size_t count, const char *after)
{
    *text = '\0';
    for (size_t i = 0; i < count; i++) {
        const char word[] = {(char)('a' + i % 26), (char)('a' + i / 26), '\0'};
        strcat(strcat(text, word), after);
    }
}

static void check_parsed(const char *text, const char *expected, size_t terms)
{
    struct search_query query;
    cr_assert_eq(search_query_parse(text, &tokenizer, NULL, english, NULL, &query), SEARCH_QUERY_OK,
                 "%s", text);
    cr_expect_str_eq(query.expression, expected, "%s: %s", text, query.expression);
    cr_expect_eq(query.term_count, terms, "%s", text);
}

Test(search_query, repeated_words_prefixes_and_phrases_count_once)
{
    check_parsed("sea sea", "(\"sea\")", 1);
    check_parsed("Policy policies POLICIES", "(\"polici\")", 1);
    check_parsed("caf\xc3\xa9 cafe", "(\"cafe\")", 1);
    check_parsed("tsunam* tsunam* TSUNAM*", "(\"tsunam|=tsunam\"*)", 1);
    check_parsed("\"sea wind\" \"seas winds\"", "(\"sea wind\")", 2);
    check_parsed("sea -wind -winds", "(\"sea\") NOT (\"wind\")", 2);
    check_parsed("\"tide\" tide", "(\"tide\")", 1);
}

Test(search_query, words_that_differ_in_any_respect_are_kept)
{
    check_parsed("sea sea*", "(\"sea\" AND \"sea|=sea\"*)", 2);
    check_parsed("sea -sea", "(\"sea\") NOT (\"sea\")", 2);
    check_parsed("\"sea wind\" sea wind", "(\"sea wind\" AND \"sea\" AND \"wind\")", 4);
    check_parsed("\"sea wind\" \"wind sea\"", "(\"sea wind\" AND \"wind sea\")", 4);
    check_parsed("\"sea wind\" \"sea wind\"*", "(\"sea wind\" AND \"sea wind|=wind\"*)", 4);
}

Test(search_query, repeated_words_do_not_use_up_the_number_of_words)
{
    struct search_query query;
    char text[SEARCH_QUERY_BYTES_MAX + 1];
    write_words(text, SEARCH_QUERY_WORDS_MAX, " ");
    write_words(text + strlen(text), SEARCH_QUERY_WORDS_MAX, "* ");
    cr_expect_eq(search_query_parse(text, &tokenizer, NULL, english, NULL, &query),
                 SEARCH_QUERY_TOO_MANY_WORDS);
    write_words(text, SEARCH_QUERY_WORDS_MAX, " ");
    for (size_t i = 0; i < 3; i++)
        write_words(text + strlen(text), SEARCH_QUERY_WORDS_MAX, " ");
    cr_expect_eq(search_query_parse(text, &tokenizer, NULL, english, NULL, &query),
                 SEARCH_QUERY_OK);
    cr_expect_eq(query.term_count, SEARCH_QUERY_WORDS_MAX);
}

Test(search_query, has_a_maximum_length_and_number_of_words)
{
    struct search_query query;
    char text[SEARCH_QUERY_BYTES_MAX + 2];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    cr_expect_eq(search_query_parse(text, &tokenizer, NULL, english, NULL, &query),
                 SEARCH_QUERY_TOO_LONG);
    cr_expect_eq(search_query_parse(text + 1, &tokenizer, NULL, english, NULL, &query),
                 SEARCH_QUERY_OK);
    static const char *const endings[] = {" ", "* ", "\" ", ".", "\xe2\x80\x94", " -"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        write_words(text, SEARCH_QUERY_WORDS_MAX, endings[i]);
        cr_expect_eq(search_query_parse(text, &tokenizer, NULL, english, NULL, &query),
                     SEARCH_QUERY_OK, "%s", text);
        cr_expect_lt(strlen(query.expression), SEARCH_EXPRESSION_BYTES / 2);
        write_words(text, SEARCH_QUERY_WORDS_MAX + 1, endings[i]);
        cr_expect_eq(search_query_parse(text, &tokenizer, NULL, english, NULL, &query),
                     SEARCH_QUERY_TOO_MANY_WORDS);
    }
}

static void check_expression(uint32_t languages, const char *text, const char *expected)
{
    struct search_query query;
    cr_assert_eq(search_query_parse(text, &tokenizer, NULL, languages, NULL, &query),
                 SEARCH_QUERY_OK);
    cr_expect_str_eq(query.expression, expected, "%s: %s", text, query.expression);
}

Test(search_query, a_run_is_a_phrase_of_its_pairs)
{
    check_expression(english, "東アジア", "(\"東ア アジ ジア\")");
    check_expression(english, "東アジア*", "(\"東ア アジ ジア\")");
    check_expression(english, "東", "(\"東\"*)");
    check_expression(english, "東*", "(\"東\"*)");
    check_expression(english, "山田　太郎", "(\"山田\" AND \"太郎\")");
    check_expression(english, "\"山田 太郎\"", "(\"山田 田太|田 太郎\")");
    check_expression(english, "NATO加盟 -国", "(\"nato 加盟\") NOT (\"国\"*)");
    check_expression(english, "加盟NATO", "(\"加盟 盟 nato\")");
}

Test(search_query, a_word_has_a_form_for_each_language)
{
    const uint32_t german = UINT32_C(1) << stem_language("de", 2),
                   spanish = UINT32_C(1) << stem_language("es", 2);
    check_expression(english | german, "regional sea", "(\"region|regional\" AND \"sea\")");
    check_expression(german, "\"Die Verhandlungen\"", "(\"die verhandl\")");
    check_expression(spanish, "negociación", "(\"negociacion|negoci\")");
    check_expression(german, "verhandlungen*", "(\"verhandlungen|=verhandlungen\"*)");
    check_expression(english | german, "regional*", "(\"regional|=regional\"*)");
}

/* Each of 32 words of the maximum length in each language either fits or is refused. */
Test(search_query, forms_in_all_languages_are_bounded)
{
    struct search_query query;
    char text[SEARCH_QUERY_BYTES_MAX + 1] = "";
    for (size_t i = 0; i < SEARCH_QUERY_WORDS_MAX; i++)
        sprintf(text + strlen(text), "%cénationalisationernas ", (int)('a' + i % 26));
    for (size_t i = 0; i < 2; i++) {
        const enum search_query_status status = search_query_parse(
            text, &tokenizer, NULL, (UINT32_C(1) << STEM_LANGUAGE_COUNT) - 1, NULL, &query);
        cr_expect(status == SEARCH_QUERY_OK || status == SEARCH_QUERY_TOO_MANY_WORDS);
        cr_expect_lt(strlen(query.expression), SEARCH_EXPRESSION_BYTES);
        text[100] = '*';
    }
}

Test(search_query, a_word_in_two_scripts_counts_once)
{
    struct search_query query;
    char text[SEARCH_QUERY_BYTES_MAX + 1] = "";
    for (int i = 0; i < SEARCH_QUERY_WORDS_MAX; i++)
        sprintf(text + strlen(text), "字%d ", i);
    cr_expect_eq(search_query_parse(text, &tokenizer, NULL, english, NULL, &query),
                 SEARCH_QUERY_OK);
    strcat(text, "字");
    cr_expect_eq(search_query_parse(text, &tokenizer, NULL, english, NULL, &query),
                 SEARCH_QUERY_TOO_MANY_WORDS);
    *text = '\0';
    for (int i = 0; i < 250; i++)
        strcat(text, "字0");
    cr_expect_eq(search_query_parse(text, &tokenizer, NULL, english, NULL, &query),
                 SEARCH_QUERY_OK);
    *text = '\0';
    for (int i = 0; i < 333; i++)
        strcat(text, "\u3316"); /* six letters each */
    cr_expect_eq(search_query_parse(text, &tokenizer, NULL, english, NULL, &query),
                 SEARCH_QUERY_TOO_MANY_FORMS);
}

Test(search_query, the_longest_run_is_one_word)
{
    struct search_query query;
    char text[SEARCH_QUERY_BYTES_MAX + 1] = "";
    for (size_t i = 0; i < SEARCH_QUERY_BYTES_MAX / 3; i++)
        sprintf(text + strlen(text), "%c%c%c", '\xe5', (char)(0x80 + i / 64),
                (char)(0x80 + i % 64));
    cr_assert_eq(search_query_parse(text, &tokenizer, NULL, english, NULL, &query),
                 SEARCH_QUERY_OK);
    cr_expect_eq(query.phrase_count, 1);
    cr_expect_eq(query.term_count, SEARCH_QUERY_BYTES_MAX / 3 - 1);
}

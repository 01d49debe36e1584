#include "wording/words.h"

#include "unit/text_cases.h"
#include "wording/word_table.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static size_t at(enum words_class words, const char *text)
{
    return words_at(words, text, strlen(text));
}

static bool is(enum words_class words, const char *text)
{
    return words_is(words, text, strlen(text));
}

Test(words, are_compared_without_case_and_accents)
{
    cr_expect(is(WORDS_PRESENT, "PRESENT"));
    cr_expect(is(WORDS_GUESTS, "G\u00e4ste"));
    cr_expect(is(WORDS_DECISION, "Beschlu\u00df"));
    cr_expect(is(WORDS_CHAIR, "Sitzungsleitung :"));
    cr_expect_not(is(WORDS_CHAIR, "Sitzungs\xef\xbb\xbeleitung"));
    cr_expect(is(WORDS_CHAIR, "Sitzungs\xef\xbb\xbfleitung"));
    cr_expect_not(is(WORDS_CHAIR, "Sitzungs\xef\xbc\xbfleitung"));
    cr_expect(is(WORDS_MINUTES, "D\u00e9roul\u00e9"));
    cr_expect(is(WORDS_SUMMARY, "Speaker\u2019s Summary of Key Points"));
}

Test(words, skip_the_marks_of_gender)
{
    cr_expect(is(WORDS_PRESENT, "Pr\u00e9sent\u00b7es"));
    cr_expect(is(WORDS_PRESENT, "Pr\u00e9sent.es :"));
    cr_expect(is(WORDS_REGRETS, "Excus\u00e9(e)s"));
    cr_expect(is(WORDS_REGRETS, "Excus\u00e9.es"));
    cr_expect(is(WORDS_PRESENT, "Teilnehmer*innen"));
    cr_expect(is(WORDS_PRESENT, "Teilnehmer:innen"));
    cr_expect(is(WORDS_PRESENT, "Anwesend(e)"));
    cr_expect(is(WORDS_MINUTE_TAKER, "Scribe(s):"));
}

Test(words, are_apart_by_blanks_that_may_be_invisible)
{
    static const struct {
        const char *text;
        size_t length;
    } cases[] = {{" ", 1},      {"\t", 1},     {"\u00a0", 2}, {"\u200b", 3}, {"\ufeff", 3},
                 {"\u00ad", 0}, {"\u200d", 0}, {"a", 0},      {"", 0},       {"\u200b a", 3}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(words_blank_at(cases[i].text, strlen(cases[i].text)), cases[i].length, "%zu",
                     i);
}

Test(words, end_where_a_word_ends)
{
    cr_expect_eq(at(WORDS_DUE, "bye"), 0);
    cr_expect_eq(at(WORDS_DUE, "by Friday"), 2);
    cr_expect_eq(at(WORDS_ADOPTED, "passed 12 to 4"), 6);
    cr_expect_eq(at(WORDS_ADOPTED, "passedness"), 0);
    cr_expect_eq(at(WORDS_ADOPTED, "passed\u00e9"), 0);
    cr_expect_eq(at(WORDS_DECISION, ""), 0);
}

Test(words, take_the_longest_phrase_and_any_blanks)
{
    cr_expect_eq(at(WORDS_DUE, "due  date: today"), strlen("due  date"));
    cr_expect_eq(at(WORDS_MOVER, "moved\u00a0by N"), strlen("moved\u00a0by"));
    cr_expect_eq(at(WORDS_UNANIMOUS, "\u00e0 l\u2019unanimit\u00e9 des pr\u00e9sents."),
                 strlen("\u00e0 l\u2019unanimit\u00e9 des pr\u00e9sents"));
}

static const struct {
    const char *phrase, *text;
    size_t length;
} phrases_at[] = {
    {"a", "\u00c0", 2},
    {"y", "\u00ff", 2},
    {"?", "\u00bf", 0},
    {"a", "\u0100", 0},
    {"?", "\u00d7", 2},
    {"ss", "\u00df", 2},
    {"s", "\u00df", 0},
    {"ae", "\u00c6", 2},
    {"ae", "\u00e6", 2},
    {"a", "\u00e6", 0},
    {"ae", "\u00c5", 0},
    {"ae", "\u00e7", 0},
    {"oe", "\u0152", 2},
    {"oe", "\u0153", 2},
    {"o", "\u0153", 0},
    {"oe", "\u0151", 0},
    {"oe", "\u0154", 0},
    {"a", "\u00aa", 2},
    {"o", "\u00ba", 2},
    {"o", "\u00aa", 0},
    {"a", "\u00ab", 0},
    {"o", "\u00bb", 0},
    {"o", "\u00b9", 0},
    {"a b",
     "a\u00a0"
     "b",
     4},
    {"a b",
     "a\u00a1"
     "b",
     0},
    {"a b",
     "a\u2000"
     "b",
     5},
    {"a b",
     "a\u200a"
     "b",
     5},
    {"a b",
     "a\u202f"
     "b",
     5},
    {"a b",
     "a\u2030"
     "b",
     0},
    {"a b",
     "a\u202e"
     "b",
     0},
    {"a b",
     "a\u200b"
     "b",
     0},
    {"a b",
     "a\u2080"
     "b",
     0},
    {"a b", "a\tb", 3},
    {"a b", "a\nb", 3},
    {"a b", "a\rb", 3},
    {"a b", "a\vb", 0},
    {"a b", "a   b", 5},
    {"a b", "a \u00a0 b", 6},
    {"a'b",
     "a\u2018"
     "b",
     5},
    {"a'b",
     "a\u2019"
     "b",
     5},
    {"a'b",
     "a\u2017"
     "b",
     0},
    {"a'b",
     "a\u201a"
     "b",
     0},
    {"a'b",
     "a\u2098"
     "b",
     0},
    {"a-b",
     "a\u2010"
     "b",
     5},
    {"a-b",
     "a\u2015"
     "b",
     5},
    {"a-b",
     "a\u200f"
     "b",
     0},
    {"a-b",
     "a\u2016"
     "b",
     0},
    {"a-b",
     "a\u2090"
     "b",
     0},
    {"ab",
     "a\u200b"
     "b",
     5},
    {"ab",
     "a\u200f"
     "b",
     5},
    {"ab",
     "a\u00ad"
     "b",
     4},
    {"ab",
     "a\u0300"
     "b",
     4},
    {"ab",
     "a\u036f"
     "b",
     4},
    {"ab",
     "a\u0370"
     "b",
     0},
    {"ab",
     "a\u02ff"
     "b",
     0},
    {"ab",
     "a\ufeff"
     "b",
     5},
    {"ab",
     "a\ufefe"
     "b",
     0},
    {"ab",
     "a\u208b"
     "b",
     0},
    {"ab",
     "a\u00b7"
     "b",
     4},
    {"ab",
     "a\u2022"
     "b",
     5},
    {"ab",
     "a\u2027"
     "b",
     5},
    {"ab",
     "a\u2023"
     "b",
     0},
    {"ab",
     "a\u2026"
     "b",
     0},
    {"ab",
     "a\u2021"
     "b",
     0},
    {"ab",
     "a\u2028"
     "b",
     0},
    {"ab",
     "a\u20a2"
     "b",
     0},
    {"ab", "a*b", 3},
    {"ab", "a.b", 3},
    {"ab", "a:b", 3},
    {"ab", "a_b", 3},
    {"ab", "a(b", 3},
    {"ab", "a)b", 3},
    {"ab", "a/b", 3},
    {"ab", "a-b", 3},
    {"ab", "a+b", 0},
    {"ab", "a,b", 0},
    {"ab", "a;b", 0},
    {"ab", "a'b", 0},
    {"ab", "a b", 0},
    {"az", "AZ", 2},
    {"@", "@", 1},
    {"[", "[", 1},
    {"a", "a{", 1},
    {"a", "az", 0},
    {"a", "a0", 0},
    {"a", "a9", 0},
    {"a", "a/", 1},
    {"a", "a:", 1},
    {"a", "a`", 1},
    {"a", "aa", 0},
    {"a", "a\u4e00", 0},
    {"a", "a\u00d7", 0},
    {"a", "a\u0301", 1},
    {"a", "a\u0301 ", 1},
    {"a",
     "a\u0301"
     "b",
     0},
    {"?", "\U0001f4a9", 4},
    {"?", "\xf8\x80\x80\x80\x80", 4},
    {"?", "\xc1\x80", 2},
    {"?", "\xc0", 1},
    {"?", "\xc2\x80", 0},
    {"?", "\xdf\xbf", 0},
    {"?", "\xe0\xa0\x80", 3},
    {"?", "\xe2\x80", 2},
    {"?", "\xc3", 1},
    {"a", "a(s)", 4},
    {"a", "a(en)", 5},
    {"a", "a()", 1},
    {"a", "a(S)", 1},
    {"a", "a(abcdef)", 9},
    {"a", "a(abcdefg)", 1},
    {"a", "a(a)", 4},
    {"a", "a(z)", 4},
    {"a", "a({)", 1},
    {"a", "a(`)", 1},
    {"a", "a(\u00e9)", 5},
    {"a", "a(s", 1},
    {"a", "a(s-)", 1},
    {"ab", "a(b)", 4},
    {"ab", "a)b)", 3},
    {"a ", "a   b", 4},
    {"a ", "a", 0},
    {"abc", "ab", 0},
    {"a", "", 0},
    {"-", "-a", 1},
    {"-a", "--a", 0},
};

Test(words, a_phrase_matches_letters_blanks_dashes_and_marks_of_these_kinds)
{
    for (size_t i = 0; i < sizeof phrases_at / sizeof *phrases_at; i++) {
        const char *text = phrases_at[i].text;
        const size_t length = words_phrase_at(phrases_at[i].phrase, text, strlen(text));
        cr_expect_eq(length, phrases_at[i].length, "%s: %s: %zu", phrases_at[i].phrase, text,
                     length);
    }
}

Test(words, are_found_at_the_beginning_of_a_long_text)
{
    static char text[WORDS_FIND_MAX + 20];
    for (size_t at = WORDS_FIND_MAX - 1; at <= WORDS_FIND_MAX; at++) {
        size_t start = 0, length = 0;
        memset(text, '.', at);
        strcpy(text + at, "approved");
        cr_expect_eq(words_find(WORDS_ADOPTED, text, at + 8, &start, &length), at < WORDS_FIND_MAX,
                     "%zu", at);
    }
}

/* The page after the text cannot be read. */
Test(words, nothing_is_read_after_the_end_of_a_text_that_ends_within_a_character)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    const int zeros = open("/dev/zero", O_RDWR | O_CLOEXEC);
    char *memory = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE, zeros, 0);
    cr_assert_neq(memory, MAP_FAILED);
    cr_assert_eq(mprotect(memory + page, page, PROT_NONE), 0);
    static const char *const ends[] = {"\xc3", "\xe2", "\xe2\x80", "\xef", "\xef\xbb", "\xf0\x9f"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t start, length = strlen(ends[i]);
        char *text = memory + page - length - 4;
        memcpy(text, "lamp", 4);
        memcpy(text + 4, ends[i], length);
        cr_expect_not(words_find(WORDS_ADOPTED, text, length + 4, &start, &length));
        cr_expect_not(words_is(WORDS_ADOPTED, text, strlen(ends[i]) + 4));
    }
    munmap(memory, 2 * page);
    close(zeros);
}

Test(words, are_found_at_the_beginning_of_a_word)
{
    const char *const text = "The motion was unapproved, then approved.";
    size_t start = 0, length = 0;
    cr_expect(words_find(WORDS_ADOPTED, text, strlen(text), &start, &length));
    cr_expect_eq(start, 32);
    cr_expect_eq(length, 8);
    cr_expect_not(words_has(WORDS_REJECTED, text, strlen(text)));
}

Test(words, know_months_and_weekdays)
{
    unsigned month = 0, day = 0;
    cr_expect_eq(words_month_at("d\u00e9cembre 2022", 14, &month), 9);
    cr_expect_eq(month, 12);
    cr_expect_eq(words_month_at("Sept. 5", 7, &month), 5);
    cr_expect_eq(month, 9);
    cr_expect_eq(words_month_at("M\u00e4rz", 5, &month), 5);
    cr_expect_eq(month, 3);
    cr_expect_eq(words_month_at("M\u00e4r. 5", 7, &month), 5);
    cr_expect_eq(words_month_at("April. 5", 8, &month), 6);
    cr_expect_eq(words_month_at("August. 5", 9, &month), 6);
    cr_expect_eq(words_month_at("mayhem", 6, &month), 0);
    cr_expect_eq(words_weekday_at("Donnerstag", 10, &day), 10);
    cr_expect_eq(day, 4);
}

Test(words, blanks_at_both_ends_are_trimmed)
{
    const char *text = " \u00a0\tHarbour\u202f\n";
    size_t length = strlen(text);
    words_trim(&text, &length);
    cr_expect_eq(length, 7);
    cr_expect_eq(strncmp(text, "Harbour", length), 0);
}

Test(words, a_text_that_ends_within_a_character_is_no_harm)
{
    for (size_t length = 0; length <= 9; length++) {
        words_at(WORDS_PRESENT, "Pr\u00e9sent\u00b7", length);
        words_has(WORDS_PRESENT, "\xe2\x80\x99\xef\xbb\xbf\xf0\x9f\x92\xa9", length);
    }
    cr_expect(is(WORDS_PRESENT, "Present"));
}

/* Returns false if an alternative of a pattern is empty, or a character is not one of a pattern. */
static bool is_pattern(const char *pattern)
{
    static const char divides[] = "| ;";
    bool word = false;
    for (; *pattern; pattern++) {
        const bool divider = strchr(divides, *pattern) != NULL;
        if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789-*#?| ;", *pattern) || (divider && !word))
            return false;
        word = !divider && (word || *pattern != '?');
    }
    return word;
}

Test(words, every_pattern_has_small_letters_without_accents_and_no_empty_word)
{
    for (int language = 0; language < WORDS_LANGUAGE_COUNT; language++)
        for (int class = 0; class < PATTERN_COUNT; class ++) {
            const char *pattern =
                words_pattern((enum words_language)language, (enum words_pattern) class);
            cr_expect(!pattern || is_pattern(pattern), "class %d: \"%s\"", class, pattern);
        }
}

Test(words, every_phrase_is_found_by_itself)
{
    for (int language = 0; language < WORDS_LANGUAGE_COUNT; language++)
        for (int class = 0; class < WORDS_CLASS_COUNT; class ++) {
            const char *phrase = word_table[language]->phrases[class];
            while (phrase && *phrase) {
                const size_t size = strcspn(phrase, "|");
                cr_expect(size, "an empty phrase in class %d", class);
                cr_expect_geq(words_at_in((enum words_language)language, (enum words_class) class,
                                          phrase, size),
                              size, "%.*s", (int)size, phrase);
                phrase += size + (phrase[size] == '|');
            }
        }
}

/* Writes the numbers in words, the months and weekdays at the beginning of a text, with their
 * lengths. */
static void describe_numbers(const char *text, char *found, size_t size)
{
    static size_t (*const readers[])(const char *, size_t, unsigned *) = {
        words_counted_at, words_day_at,   words_year_at,
        words_ordinal_at, words_month_at, words_weekday_at};
    static const char *const names[] = {"counted", "day", "year", "ordinal", "month", "weekday"};
    const size_t length = strlen(text);
    size_t written = 0;
    *found = 0;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        unsigned value = 0;
        const size_t matched = readers[i](text, length, &value);
        if (matched)
            written += (size_t)snprintf(found + written, size - written, "%s %u of %zu, ", names[i],
                                        value, matched);
    }
    snprintf(found + written, size - written, "number %d%s", words_number(text, length),
             words_may_be_verb(text, length) ? ", verb" : "");
}

static const struct text_case words_of_numbers_and_dates[] = {
    {"one", "counted 1 of 3, number 1"},
    {"twelve", "counted 12 of 6, number 12, verb"},
    {"thirteen", "counted 13 of 8, number -1"},
    {"zero", "number 0"},
    {"twenty-one", "counted 21 of 10, number -1, verb"},
    {"twenty one", "counted 21 of 10, number -1, verb"},
    {"fifty-nine", "counted 59 of 10, number -1, verb"},
    {"sixty", "number -1"},
    {"first", "day 1 of 5, ordinal 1 of 5, number -1"},
    {"twenty-first", "counted 20 of 6, day 21 of 12, number -1, verb"},
    {"thirty-first", "counted 30 of 6, day 31 of 12, number -1, verb"},
    {"thirty-second", "counted 30 of 6, number -1, verb"},
    {"two thousand and twenty-six", "counted 2 of 3, year 2026 of 27, number -1"},
    {"two thousand", "counted 2 of 3, year 2000 of 12, number -1, verb"},
    {"twenty twenty-six", "counted 20 of 6, year 2026 of 17, number -1"},
    {"twenty sixty", "counted 20 of 6, number -1"},
    {"nineteen ninety", "counted 19 of 8, number -1"},
    {"two thousand and sixty", "counted 2 of 3, year 2000 of 16, number -1"},
    {"ein", "counted 1 of 3, number 1"},
    {"zwölf", "counted 12 of 6, number 12"},
    {"siebenundzwanzig", "counted 27 of 16, number -1"},
    {"siebenundzwanzigsten", "day 27 of 20, number -1"},
    {"ersten", "day 1 of 6, number -1"},
    {"einunddreißigsten", "day 31 of 18, number -1"},
    {"zweitausendsechsundzwanzig", "year 2026 of 26, number -1"},
    {"zweitens", "ordinal 2 of 8, number -1, verb"},
    {"vingt-sept", "counted 27 of 10, day 27 of 10, number -1, verb"},
    {"vingt et un", "counted 21 of 11, day 21 of 11, number -1"},
    {"premier", "day 1 of 7, ordinal 1 of 7, number -1"},
    {"deux mille vingt-six", "counted 2 of 4, day 2 of 4, year 2026 of 20, number -1"},
    {"deux mille", "counted 2 of 4, day 2 of 4, year 2000 of 10, number -1, verb"},
    {"deuxième", "ordinal 2 of 9, number -1, verb"},
    {"veintisiete", "counted 27 of 11, day 27 of 11, number -1, verb"},
    {"primero", "day 1 of 7, ordinal 1 of 7, number -1"},
    {"uno", "counted 1 of 3, day 1 of 3, number 1"},
    {"dos mil veintiséis", "counted 2 of 3, day 2 of 3, year 2026 of 19, number -1, verb"},
    {"treinta y uno", "counted 31 of 13, day 31 of 13, number -1"},
    {"treinta y dos", "counted 32 of 13, day 30 of 7, number -1, verb"},
    {"May", "month 5 of 3, number -1"},
    {"mayhem", "number -1"},
    {"Sept. 5", "counted 7 of 5, day 7 of 5, month 9 of 5, number -1"},
    {"Sept 5", "counted 7 of 4, day 7 of 4, month 9 of 4, number -1"},
    {"mars", "month 3 of 4, number -1, verb"},
    {"März", "month 3 of 5, number -1"},
    {"octubre", "month 10 of 7, number -1, verb"},
    {"Monday", "weekday 1 of 6, number -1"},
    {"Mon", "weekday 1 of 3, number -1"},
    {"Montag", "weekday 1 of 6, number -1"},
    {"lundi", "weekday 1 of 5, number -1"},
    {"lunes", "weekday 1 of 5, number -1, verb"},
    {"Mondays", "number -1"},
    {"Mon. 5", "weekday 1 of 4, number -1"},
    {"Sunday", "weekday 7 of 6, number -1"},
    {"decides", "number -1, verb"},
    {"beschließt", "number -1, verb"},
    {"approuve", "number -1, verb"},
    {"aprueba", "number -1, verb"},
    {"the", "number -1"},
    {"of", "number -1"},
    {"lamps", "number -1, verb"},
    {"is", "number -1"},
    {"twelfths", "number -1, verb"},
    {"oneself", "number -1"},
    {"Twenty", "counted 20 of 6, number -1"},
    {"TWENTY", "counted 20 of 6, number -1"},
    {"ads", "number -1, verb"},
    {"zaps", "number -1, verb"},
    {"`aps", "number -1"},
    {"{aps", "number -1"},
    {"ps", "number -1"},
    {"pss", "number -1, verb"},
    {"twenty nine", "counted 29 of 11, number -1, verb"},
    {"twenty ten", "counted 20 of 6, year 2010 of 10, number -1"},
    {"twenty-ten", "counted 20 of 6, year 2010 of 10, number -1"},
    {"twenty  eleven", "counted 20 of 6, year 2011 of 14, number -1"},
    {"two thousand one", "counted 2 of 3, year 2001 of 16, number -1, verb"},
    {"two thousand- six", "counted 2 of 3, year 2006 of 17, number -1"},
    {"two thousandz", "counted 2 of 3, number -1"},
    {"two thousanda", "counted 2 of 3, number -1, verb"},
    {"two thousand`", "counted 2 of 3, year 2000 of 12, number -1"},
    {"two thousand{", "counted 2 of 3, year 2000 of 12, number -1"},
    {"two thousand@", "counted 2 of 3, year 2000 of 12, number -1"},
    {"two thousand\u00e9", "counted 2 of 3, number -1"},
    {"two thousand ", "counted 2 of 3, year 2000 of 12, number -1"},
    {"two thousand-", "counted 2 of 3, year 2000 of 12, number -1"},
    {"", "number -1"},
};

Test(words, say_numbers_days_years_months_and_weekdays)
{
    expect_texts(describe_numbers, words_of_numbers_and_dates,
                 sizeof words_of_numbers_and_dates / sizeof *words_of_numbers_and_dates);
}

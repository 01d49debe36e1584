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
    {"", "number -1"},
};

Test(words, say_numbers_days_years_months_and_weekdays)
{
    expect_texts(describe_numbers, words_of_numbers_and_dates,
                 sizeof words_of_numbers_and_dates / sizeof *words_of_numbers_and_dates);
}

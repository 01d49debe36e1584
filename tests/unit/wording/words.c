#include "wording/words.h"

#include "wording/word_table.h"

#include <criterion/criterion.h>
#include <fcntl.h>
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

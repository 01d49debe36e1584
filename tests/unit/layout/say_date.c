/* Dates in words. */
#include "layout/say_date.h"

#include <criterion/criterion.h>

static struct value date_of(const char *text)
{
    return (struct value){.count = (uint32_t)strlen(text), .text = text};
}

Test(say_date, says_a_date_in_words)
{
    static const struct {
        const char *date, *words;
    } cases[] = {
        {"2006", "2006"},
        {"2006-04", "April 2006"},
        {"2006-04-08", "8 April 2006"},
        {"2006-10~", "about October 2006"},
        {"2006?", "2006 (uncertain)"},
        {"2006-04-28%", "about 28 April 2006 (uncertain)"},
        {"2006-21", "spring 2006"},
        {"2006-24", "winter 2006"},
        {"2006-04-28T09:30:00+02:00", "28 April 2006, 09:30"},
        {"2006-04/2006-05", "April 2006 to May 2006"},
        {"2006/..", "since 2006"},
        {"2006/", "since 2006"},
        {"../2006-04", "until April 2006"},
        {"2006-XX-XX", "2006"},
        {"2006-XX", "2006"},
        {"2006-04-XX", "April 2006"},
        {"199X", "the 1990s"},
        {"199X-XX-XX", "the 1990s"},
        {"19XX", "the 1900s"},
        {"1XXX", "between 1000 and 1999"},
        {"199X~", "about the 1990s"},
        {"199X/..", "since the 1990s"},
        {"XXXX", "XXXX"},
        {"19X5", "19X5"},
        {"19X", "19X"},
        {"-0044", "45 BC"},
        {"Y17000", "the year 17000"},
        {"Y-17000", "17001 BC"},
        {"../..", "../.."},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char words[SAY_DATE_BYTES];
        const struct value date = date_of(cases[i].date);
        cr_expect_eq(say_date(&date, words), strlen(cases[i].words), "%s", cases[i].date);
        cr_expect_str_eq(words, cases[i].words, "%s", cases[i].date);
    }
}

Test(say_date, says_a_period_once)
{
    static const struct {
        const char *start, *end, *words;
    } cases[] = {
        {"2006-04-28", "2006-04-29",
         "28\xE2\x80\x93"
         "29 April 2006"},
        {"2006-04-28", "2006-05-02", "28 April \xE2\x80\x93 2 May 2006"},
        {"2006-12-30", "2007-01-02", "30 December 2006 \xE2\x80\x93 2 January 2007"},
        {"2006-04", "2006-05", "April 2006 \xE2\x80\x93 May 2006"},
        {"2006-04-28", "2006-04-28", "28 April 2006"},
        {"2006-04-28", "", "28 April 2006"},
        {"", "2006-04-28", "28 April 2006"},
        {"", "", ""},
        {"2006-04-28T09:30", "2006-04-28T10:00",
         "28 April 2006, 09:30\xE2\x80\x93"
         "10:00"},
        {"1992-04-04T09:00", "1992-04-04", "4 April 1992, 09:00"},
        {"1992-04-04", "1992-04-04T17:30", "4 April 1992, until 17:30"},
        {"1992-04-04T09:00", "1992-04-05", "4 April 1992, 09:00 \xE2\x80\x93 5 April 1992"},
        {"1992-04-04", "1992-04-05T09:00", "4 April 1992 \xE2\x80\x93 5 April 1992, 09:00"},
        {"1992-04-04T09:00Z", "1992-04-04T10:00Z",
         "4 April 1992, 09:00\xE2\x80\x93"
         "10:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char words[SAY_DATE_BYTES];
        const struct value start = date_of(cases[i].start), end = date_of(cases[i].end);
        cr_expect_eq(say_period(&start, &end, words), strlen(cases[i].words), "%s", words);
        cr_expect_str_eq(words, cases[i].words);
    }
}

Test(say_date, a_citation_has_the_year_first_and_only_what_differs_at_the_end)
{
    static const struct {
        const char *start, *end, *words;
    } cases[] = {
        {"2006", "", "2006"},
        {"2006-04", "", "2006, April"},
        {"2006-04-08", "", "2006, April 8"},
        {"2006-04-08", "2006-04-08", "2006, April 8"},
        {"2006-04-08", "2006-04-09",
         "2006, April 8\xE2\x80\x93"
         "9"},
        {"2006-04-30", "2006-05-01",
         "2006, April 30\xE2\x80\x93"
         "May 1"},
        {"2006-04-30", "2007-01-01",
         "2006\xE2\x80\x93"
         "2007"},
        {"2006-04", "2006-05",
         "2006, April\xE2\x80\x93"
         "May"},
        {"2006-04", "2006-04", "2006, April"},
        {"2006-04", "2006", "2006, April"},
        {"2006-04-08", "2006", "2006, April 8"},
        {"2006-04-08", "2006-05",
         "2006, April 8\xE2\x80\x93"
         "May"},
        {"2006", "2006-05",
         "2006\xE2\x80\x93"
         "May"},
        {"2006", "2007",
         "2006\xE2\x80\x93"
         "2007"},
        {"", "2006", ""},
        {"", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char words[SAY_DATE_BYTES];
        struct plain_date from = {.count = 0}, to = {.count = 0};
        const struct value start = date_of(cases[i].start), end = date_of(cases[i].end);
        cr_assert_eq(!*cases[i].start || plain_date_read(&start, &from), true);
        cr_assert_eq(!*cases[i].end || plain_date_read(&end, &to), true);
        cr_expect_eq(say_year_first(&from, &to, words), strlen(cases[i].words), "%s", words);
        cr_expect_str_eq(words, cases[i].words, "%s to %s", cases[i].start, cases[i].end);
    }
}

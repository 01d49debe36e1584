#include "phrases/date.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Writes the date that a text has: the part of the text, and the date in EDTF. */
static void describe(const char *text, char *found, size_t size)
{
    struct phrase_date date, all;
    char edtf[PHRASE_DATE_BYTES];
    if (!phrase_date_find(text_span_of(text), 0, DATE_ORDER_UNKNOWN, &date)) {
        snprintf(found, size, "none");
        return;
    }
    if (!phrase_date_write(&date, edtf))
        snprintf(edtf, sizeof edtf, "month %d day %d", date.month, date.day);
    snprintf(found, size, "[%.*s] %s%s%s", (int)date.span.length, date.span.text, edtf,
             date.swappable ? " swappable" : "",
             phrase_date_is_all(text_span_of(text), &all) ? " all" : "");
}

Test(date, dates_of_four_languages_are_found_in_sentences)
{
    static const struct text_case cases[] = {
        {"January 21, 2004", "[January 21, 2004] 2004-01-21 all"},
        {"13 de Abril de 2025", "[13 de Abril de 2025] 2025-04-13 all"},
        {"2022-09-20", "[2022-09-20] 2022-09-20 all"},
        {"2025-12-03T14:00:00Z", "[2025-12-03] 2025-12-03"},
        {"Meeting 2018-01-10", "[2018-01-10] 2018-01-10"},
        {"Sitzung vom 21. Februar 2017", "[21. Februar 2017] 2017-02-21"},
        {"01.03.2019", "[01.03.2019] 2019-03-01 all"},
        {"05/15/2025", "[05/15/2025] 2025-05-15 all"},
        {"15/05/2025", "[15/05/2025] 2025-05-15 all"},
        {"03/04/2022", "[03/04/2022] 2022-04-03 swappable all"},
        {"Thursday, September 21, 2017", "[Thursday, September 21, 2017] 2017-09-21 all"},
        {"Sept. 19-20, 2019", "[Sept. 19-20, 2019] 2019-09-19/2019-09-20 all"},
        {"19.-20. September 2019", "[19.-20. September 2019] 2019-09-19/2019-09-20 all"},
        {"1er mars 2021", "[1er mars 2021] 2021-03-01 all"},
        {"21st of May 2022", "[21st of May 2022] 2022-05-21 all"},
        {"November 21st, 5pm-6pm UTC", "[November 21st] month 11 day 21"},
        {"12 décembre 2022 à 18 h", "[12 décembre 2022] 2022-12-12"},
        {"we may 3 go", "none"},
        {"In May 2023", "[May 2023] 2023-05"},
        {"https://x/2019-09-19-json", "none"},
        {"see 2019-09-19.", "[2019-09-19] 2019-09-19"},
        {"Lundi 6 février à 10 heures", "[Lundi 6 février] month 2 day 6"},
        {"version 1.2.3", "none"},
        {"11/28/23", "[11/28/23] 2023-11-28 all"},
        {"Mittwoch, den 3. März 2021", "[Mittwoch, den 3. März 2021] 2021-03-03 all"},
        {"20230914", "[20230914] 2023-09-14 all"},
        {"2024 Budget", "none"},
        {"31.02.2020", "none"},
        {"Freitag, 13.05.22", "[Freitag, 13.05.22] 2022-05-13 all"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(date, the_order_of_month_and_day_follows_from_a_number_above_12)
{
    struct phrase_date date;
    cr_expect_eq(date_order_of(text_span_of("03/04/2022 and 05/15/2022")), DATE_MONTH_FIRST);
    cr_expect_eq(date_order_of(text_span_of("03/04/2022 and 15/05/2022")), DATE_DAY_FIRST);
    cr_expect_eq(date_order_of(text_span_of("03/04/2022")), DATE_ORDER_UNKNOWN);
    cr_assert(phrase_date_find(text_span_of("03/04/2022"), 0, DATE_MONTH_FIRST, &date));
    cr_expect_eq(date.month, 3);
    cr_expect_eq(date.day, 4);
}

static void expect_date(const char *text, int year, int month, int day)
{
    struct phrase_date date = {0};
    phrase_date_find(text_span_of(text), 0, DATE_ORDER_UNKNOWN, &date);
    cr_expect(date.year == year && date.month == month && date.day == day, "%s is %d-%d-%d", text,
              date.year, date.month, date.day);
}

Test(date, two_digits_of_a_year_are_of_1970_to_2069)
{
    expect_date("11/28/69", 2069, 11, 28);
    expect_date("11/28/70", 1970, 11, 28);
    expect_date("28.11.00", 2000, 11, 28);
    expect_date("28.11.99", 1999, 11, 28);
    expect_date("28 November '69", 2069, 11, 28);
    expect_date("28 November \u201970", 1970, 11, 28);
    expect_date("28 November '691", 0, 11, 28);
    expect_date("1.1.1800", 1800, 1, 1);
    expect_date("1.1.1799", 0, 0, 0);
    expect_date("31.12.2100", 2100, 12, 31);
    expect_date("1.1.2101", 0, 0, 0);
}

Test(date, a_day_must_be_one_of_its_month)
{
    expect_date("29.02.2024", 2024, 2, 29);
    expect_date("29.02.2023", 0, 0, 0);
    expect_date("20231131", 0, 0, 0);
    expect_date("2023-04-31", 0, 0, 0);
    expect_date("2023-00-10", 0, 0, 0);
    expect_date("2023-10-00", 0, 0, 0);
    expect_date("May 32", 0, 0, 0);
    expect_date("May 31", 0, 5, 31);
}

Test(date, two_dates_are_the_same_if_both_have_a_day)
{
    const struct phrase_date day = {.year = 2031, .month = 5, .day = 12};
    const struct phrase_date others[] = {{.year = 2031, .month = 5, .day = 13},
                                         {.year = 2031, .month = 6, .day = 12},
                                         {.year = 2032, .month = 5, .day = 12},
                                         {.year = 2031, .month = 5}};
    cr_expect(phrase_date_is_same(&day, &day));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_not(phrase_date_is_same(&day, &others[i]), "%zu", i);
    cr_expect_not(phrase_date_is_same(&others[3], &others[3]));
}

Test(date, a_date_takes_the_year_that_it_lacks)
{
    const struct phrase_date with = {.year = 2031}, without = {0};
    struct phrase_date date = {.month = 5, .day = 12};
    cr_expect_not(phrase_date_complete(&date, &without));
    cr_expect(phrase_date_complete(&date, &with));
    cr_expect_eq(date.year, 2031);
    cr_expect_not(phrase_date_complete(&date, &with));
}

Test(date, a_date_with_other_words_is_not_all)
{
    static const char *const all[] = {"2031-05-12", "Monday, May 12, 2031", "12.05.2031 (Montag)",
                                      "May 12, 2031 -"};
    static const char *const others[] = {"On May 12, 2031", "May 12, 2031 at noon",
                                         "May 12, 2031 x", "Board", "May 12, 2031 (Monday, too)"};
    struct phrase_date date;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        cr_expect(phrase_date_is_all(text_span_of(all[i]), &date), "%s", all[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_not(phrase_date_is_all(text_span_of(others[i]), &date), "%s", others[i]);
}

Test(date, the_next_weekday_is_one_to_seven_days_later)
{
    static const struct {
        struct phrase_date date;
        unsigned weekday;
        const char *expected;
    } cases[] = {
        {{.year = 2031, .month = 12, .day = 12}, 5, "2031-12-19"}, /* a Friday */
        {{.year = 2031, .month = 12, .day = 12}, 6, "2031-12-13"},
        {{.year = 2031, .month = 12, .day = 27}, 4, "2032-01-01"},
        {{.year = 2032, .month = 2, .day = 28}, 7, "2032-02-29"},
        {{.year = 2031, .month = 2, .day = 28}, 1, "2031-03-03"},
        {{.year = 2031, .month = 12}, 5, "none"},
        {{.year = 2031, .month = 2, .day = 30}, 5, "none"},
        {{.year = 2031, .month = 2, .day = 3}, 8, "none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct phrase_date found;
        char edtf[PHRASE_DATE_BYTES] = "none";
        if (phrase_date_next_weekday(&cases[i].date, cases[i].weekday, &found))
            phrase_date_write(&found, edtf);
        cr_expect_str_eq(edtf, cases[i].expected);
    }
}

static const struct text_case ranges_and_short_years[] = {
    {"'24", "none"},
    {"3 May '24", "[3 May '24] 2024-05-03 all"},
    {"3 May \xe2\x80\x99"
     "24",
     "[3 May ’24] 2024-05-03 all"},
    {"3 May 24", "[3 May 24] 2024-05-03 all"},
    {"3 May 24 members", "[3 May] month 5 day 3"},
    {"3 May 24:00", "[3 May] month 5 day 3"},
    {"3 May 24, 7 pm", "[3 May 24] 2024-05-03"},
    {"3 May 24)", "[3 May 24] 2024-05-03 all"},
    {"3-4 May 2031", "[3-4 May 2031] 2031-05-03/2031-05-04 all"},
    {"3 - 4 May 2031", "[3 - 4 May 2031] 2031-05-03/2031-05-04 all"},
    {"3 to 4 May 2031", "[3 to 4 May 2031] 2031-05-03/2031-05-04 all"},
    {"3 & 4 May 2031", "[3 & 4 May 2031] 2031-05-03/2031-05-04 all"},
    {"3/4 May 2031", "[3/4 May 2031] 2031-05-03/2031-05-04 all"},
    {"3\xe2\x80\x93"
     "4 May 2031",
     "[3–4 May 2031] 2031-05-03/2031-05-04 all"},
    {"May 3-4, 2031", "[May 3-4, 2031] 2031-05-03/2031-05-04 all"},
    {"May 3-32, 2031", "[May 3] month 5 day 3"},
    {"May 3-2, 2031", "[May 3-2, 2031] 2031-05-03 all"},
    {"3rd May 2031", "[3rd May 2031] 2031-05-03 all"},
    {"3rd of May 2031", "[3rd of May 2031] 2031-05-03 all"},
    {"3. Mai 2031", "[3. Mai 2031] 2031-05-03 all"},
    {"3º de mayo de 2031", "[3º de mayo de 2031] 2031-05-03 all"},
    {"1er mai 2031", "[1er mai 2031] 2031-05-01 all"},
    {"3 May, 2031", "[3 May, 2031] 2031-05-03 all"},
    {"May 2031", "[May 2031] 2031-05 all"},
    {"May, 2031", "[May, 2031] 2031-05 all"},
    {"31 April 2031", "[April 2031] 2031-04"},
    {"3 May 1799", "[3 May] month 5 day 3"},
    {"3 May 2101", "[3 May] month 5 day 3"},
    {"3 May 2031x", "[3 May] month 5 day 3"},
    {"3x May 2031", "[May 2031] 2031-05"},
    {"13/5/2031", "[13/5/2031] 2031-05-13 all"},
    {"5/13/2031", "[5/13/2031] 2031-05-13 all"},
    {"13.5.2031", "[13.5.2031] 2031-05-13 all"},
    {"2031/05/13", "[2031/05/13] 2031-05-13 all"},
    {"2031.05.13", "[2031.05.13] 2031-05-13 all"},
    {"2031-5-3", "[2031-5-3] 2031-05-03 all"},
    {"20310513", "[20310513] 2031-05-13 all"},
    {"2031-05-13x", "none"},
    {"x2031-05-13", "none"},
    {"3/4", "none"},
    {"12 May", "[12 May] month 5 day 12 all"},
    {"Monday 12 May 2031", "[Monday 12 May 2031] 2031-05-12 all"},
    {"Monday, 12.5.2031", "[Monday, 12.5.2031] 2031-05-12 all"},
    {"the fourth day of May 2031", "[fourth day of May 2031] 2031-05-04"},
    {"the third of May, two thousand and thirty-one",
     "[third of May, two thousand and thirty-one] 2031-05-03"},
    {"am dritten Mai zweitausendeinunddreißig",
     "[dritten Mai zweitausendeinunddreißig] 2031-05-03"},
    {"3 May 2031:30", "[3 May] month 5 day 3"},
    {"3:30 May", "none"},
    {"5-13-2031", "[5-13-2031] 2031-05-13 all"},
    {"13-05-2031", "[13-05-2031] 2031-05-13 all"},
    {"13 - 05 - 2031", "none"},
    {"L'an 2031, le 5 mai", "[5 mai] 2031-05-05"},
    {"Im Jahr 2031, am 5. Mai", "[5. Mai] 2031-05-05"},
    {"Im Geschäftsjahr 2031, am 5. Mai", "[5. Mai] month 5 day 5"},
};

Test(date, ranges_ordinals_and_short_years_are_read)
{
    expect_texts(describe, ranges_and_short_years,
                 sizeof ranges_and_short_years / sizeof *ranges_and_short_years);
}

/* Writes the day that no month has, or "none". */
static void describe_impossible(const char *text, char *found, size_t size)
{
    struct text_span date;
    if (phrase_date_find_impossible(text_span_of(text), &date))
        snprintf(found, size, "%.*s", (int)date.length, date.text);
    else
        snprintf(found, size, "none");
}

Test(date, a_day_that_no_month_has_is_found_at_the_beginning_of_a_word)
{
    static const struct text_case cases[] = {
        {"31.02.2026", "31.02.2026"},
        {"@31.02.2026", "31.02.2026"},
        {"[31.02.2026", "31.02.2026"},
        {"`31.02.2026", "31.02.2026"},
        {"{31.02.2026", "31.02.2026"},
        {":31.02.2026", "31.02.2026"},
        {"/31.02.2026", "31.02.2026"},
        {"A31.02.2026", "none"},
        {"Z31.02.2026", "none"},
        {"a31.02.2026", "none"},
        {"z31.02.2026", "none"},
        {"031.02.2026", "none"},
        {"931.02.2026", "none"},
        {"\xc2\x80"
         "31.02.2026",
         "none"},
    };
    expect_exact_texts(describe_impossible, cases, sizeof cases / sizeof *cases);
}

Test(date, a_day_that_no_month_has_is_at_most_the_31st_of_a_month)
{
    static const struct text_case cases[] = {
        {"29.02.2026", "29.02.2026"},
        {"29.02.2024", "none"},
        {"2026-04-31", "2026-04-31"},
        {"2026-04-32", "none"},
        {"31.12.2026", "none"},
        {"31.13.2026", "none"},
        {"31/04/2026", "31/04/2026"},
        {"04/31/2026", "none"},
        {"31-04.2026", "none"},
        {"31.04.26", "none"},
        {"February 30, 2026", "February 30, 2026"},
        {"31st of April 2026", "31st of April 2026"},
    };
    expect_exact_texts(describe_impossible, cases, sizeof cases / sizeof *cases);
}

static const struct text_case limits_of_dates[] = {
    {"32 May 2031", "[May 2031] 2031-05"},
    {"0 May 2031", "[May 2031] 2031-05"},
    {"31 May 2031", "[31 May 2031] 2031-05-31 all"},
    {"May the 3rd, 2031", "[May the 3rd, 2031] 2031-05-03 all"},
    {"May first, 2031", "[May first, 2031] 2031-05-01 all"},
    {"May first needs", "none"},
    {"MAY 3, 2031", "[MAY 3, 2031] 2031-05-03 all"},
    {"the 3rd of may 2031", "[3rd of may 2031] 2031-05-03"},
    {"April 31, 2031", "none"},
    {"April 30, 2031", "[April 30, 2031] 2031-04-30 all"},
    {"2031-02-29", "none"},
    {"2032-02-29", "[2032-02-29] 2032-02-29 all"},
    {"1900-02-29", "none"},
    {"2000-02-29", "[2000-02-29] 2000-02-29 all"},
    {"1/1/1800", "[1/1/1800] 1800-01-01 all"},
    {"1/1/1799", "none"},
    {"1/1/2100", "[1/1/2100] 2100-01-01 all"},
    {"1/1/2101", "none"},
    {"2100-12-31", "[2100-12-31] 2100-12-31 all"},
    {"2101-01-01", "none"},
    {"1800-01-01", "[1800-01-01] 1800-01-01 all"},
    {"1799-12-31", "none"},
    {"May 1800", "[May 1800] 1800-05 all"},
    {"May 1799", "none"},
    {"May 2100", "[May 2100] 2100-05 all"},
    {"May 2101", "none"},
    {"12/12/2031", "[12/12/2031] 2031-12-12 all"},
    {"12/13/2031", "[12/13/2031] 2031-12-13 all"},
    {"13/12/2031", "[13/12/2031] 2031-12-13 all"},
    {"13/13/2031", "none"},
    {"1/2/2031", "[1/2/2031] 2031-02-01 swappable all"},
    {"2/2/2031", "[2/2/2031] 2031-02-02 all"},
    {"12.13.2031", "none"},
    {"1.2.31", "[1.2.31] 2031-02-01 all"},
    {"1. 2. 2031", "[1. 2. 2031] 2031-02-01 all"},
    {"1_2_2031", "[1_2_2031] 2031-02-01 swappable all"},
    {"1/2-2031", "none"},
    {"1/2/203", "none"},
    {"1/2/20311", "none"},
    {"123/2/2031", "none"},
    {"1/123/2031", "none"},
    {"2031/2/123", "none"},
    {"20310229", "none"},
    {"20310230", "none"},
    {"2031123", "none"},
    {"203112311", "none"},
    {"2031-05-13T10", "[2031-05-13] 2031-05-13"},
    {"2031-05-13Tx", "none"},
    {"2031-05-13-1", "none"},
    {"2031-05-13-a", "none"},
    {"2031-05-13-", "[2031-05-13] 2031-05-13 all"},
    {"2031-05-13.", "[2031-05-13] 2031-05-13 all"},
    {"2031-05-13_", "none"},
    {"2031-05-131", "none"},
    {"2031-05-13/4", "none"},
    {"@2031-05-13", "[2031-05-13] 2031-05-13 all"},
    {"[2031-05-13", "[2031-05-13] 2031-05-13 all"},
    {"`2031-05-13", "[2031-05-13] 2031-05-13 all"},
    {"{2031-05-13", "[2031-05-13] 2031-05-13 all"},
    {"a2031-05-13", "none"},
    {"z2031-05-13", "none"},
    {"A2031-05-13", "none"},
    {"Z2031-05-13", "none"},
    {"/2031-05-13", "none"},
    {"+2031-05-13", "none"},
    {"Mo 12 May 2031", "[Mo 12 May 2031] 2031-05-12 all"},
    {"Monday the 12 May 2031", "[Monday the 12 May 2031] 2031-05-12 all"},
    {"Monday or 12 May 2031", "[12 May 2031] 2031-05-12"},
    {"Monday. 12 May 2031", "[Monday. 12 May 2031] 2031-05-12 all"},
    {"Mondays 12 May 2031", "[12 May 2031] 2031-05-12"},
    {"May 12, 2031:30", "[May 12] month 5 day 12"},
    {"May 12:30", "none"},
    {"May 12:x", "[May 12] month 5 day 12"},
    {"3º May 2031", "[3º May 2031] 2031-05-03 all"},
    {"3x. May 2031", "[May 2031] 2031-05"},
    {"in the year 2031 on the third of May", "[third of May] 2031-05-03"},
    {"in the year 2031 of the lamps and the boats and the quays, the third of May",
     "[third of May] 2031-05-03"},
    {"in the year 2031 of the lamps and the boats and of the quays, the third of May",
     "[third of May] 2031-05-03"},
    {"in the year 2031 of the lamps and the boats and of the quayss, the third of May",
     "[third of May] 2031-05-03"},
    {"in the year 2031 of the lamps and the boats and of the quaysss, the third of May", "none"},
    {"the third of May", "none"},
    {"the third day of the month of May 2031", "[May 2031] 2031-05"},
    {"thirty-first of April 2031", "[April 2031] 2031-04"},
    {"May 12, 2031                                                                                 "
     "                           ",
     "[May 12, 2031] 2031-05-12 all"},
    {"May 12, 2031                                                                                 "
     "                            ",
     "[May 12, 2031] 2031-05-12"},
};

Test(date, days_months_and_years_have_their_limits)
{
    expect_exact_texts(describe, limits_of_dates, sizeof limits_of_dates / sizeof *limits_of_dates);
}

Test(date, only_a_number_of_13_to_31_shows_the_order_of_day_and_month)
{
    static const struct {
        const char *text;
        enum date_order order;
    } cases[] = {
        {"13/12/2031", DATE_DAY_FIRST},
        {"12/12/2031", DATE_ORDER_UNKNOWN},
        {"31/12/2031", DATE_DAY_FIRST},
        {"32/12/2031", DATE_ORDER_UNKNOWN},
        {"13/13/2031", DATE_ORDER_UNKNOWN},
        {"12/13/2031", DATE_MONTH_FIRST},
        {"12/31/2031", DATE_MONTH_FIRST},
        {"12/32/2031", DATE_ORDER_UNKNOWN},
        {"13/1/31", DATE_DAY_FIRST},
        {"13/1/3", DATE_ORDER_UNKNOWN},
        {"13/1", DATE_ORDER_UNKNOWN},
        {"13.1/2031", DATE_ORDER_UNKNOWN},
        {"13/1.2031", DATE_ORDER_UNKNOWN},
        {"013/1/2031", DATE_ORDER_UNKNOWN},
        {"13/001/2031", DATE_ORDER_UNKNOWN},
        {"x13/1/2031", DATE_ORDER_UNKNOWN},
        {"13//2031", DATE_ORDER_UNKNOWN},
        {"1/2/2031 13/1/2031", DATE_DAY_FIRST},
        {"1/13/2031 13/1/2031", DATE_MONTH_FIRST},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(date_order_of(text_span_of(cases[i].text)), cases[i].order, "%s",
                     cases[i].text);
}

#include "phrases/date.h"

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
    static const struct {
        const char *text, *expected;
    } cases[] = {
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
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[200];
        describe(cases[i].text, found, sizeof found);
        cr_expect_str_eq(found, cases[i].expected, "%s gives %s, not %s", cases[i].text, found,
                         cases[i].expected);
    }
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

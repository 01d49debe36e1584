#include "http/http_date.h"

#include <criterion/criterion.h>
#include <stdio.h>

/* Mon, 23 Nov 2026 00:00:00 GMT */
static const int64_t now = 1795392000;

Test(http_date, reads_all_three_formats)
{
    static const struct {
        const char *text;
        int64_t seconds;
    } cases[] = {
        {"Sun, 06 Nov 1994 08:49:37 GMT", 784111777},
        {"Sunday, 06-Nov-94 08:49:37 GMT", 784111777},
        {"Sun Nov  6 08:49:37 1994", 784111777},
        {"Sun Nov 06 08:49:37 1994", 784111777},
        {"Thu, 01 Jan 1970 00:00:00 GMT", 0},
        {"Tue, 29 Feb 2000 12:00:00 GMT", 951825600},
        {"Fri, 31 Dec 9999 23:59:59 GMT", 253402300799},
        {"Monday, 23-Nov-26 00:00:00 GMT", 1795392000},
        {"Sat, 01 Jan 1583 00:00:00 GMT", -12212553600},
        {"Fri, 31 Dec 1999 23:59:60 GMT", 946684800},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t seconds = -1;
        cr_expect(http_date_parse(cases[i].text, now, &seconds), "%s is refused", cases[i].text);
        cr_expect_eq(seconds, cases[i].seconds, "%s is %lld", cases[i].text, (long long)seconds);
    }
}

Test(http_date, refuses_other_texts)
{
    static const char *const cases[] = {"",
                                        "yesterday",
                                        "Sun, 06 Nov 1994 08:49:37",
                                        "Sun, 06 Nov 1994 08:49:37 CET",
                                        "Sun, 06 Nov 1994 08:49:37 GMT ",
                                        "Sun, 06 Nov 1994 24:00:00 GMT",
                                        "Sun, 06 Nov 1994 08:60:37 GMT",
                                        "Sun, 00 Nov 1994 08:49:37 GMT",
                                        "Sun, 32 Nov 1994 08:49:37 GMT",
                                        "Sun, 06 Nox 1994 08:49:37 GMT",
                                        "Sun, 06 ovD 1994 08:49:37 GMT",
                                        "Sun, 06 Nov 0994 08:49:37 GMT",
                                        "Fri, 31 Dec 1582 23:59:59 GMT",
                                        "Sun, -1 Nov 1994 08:49:37 GMT",
                                        "Sun, 06 Nov 1994 -1:49:37 GMT",
                                        "Sun, 06 Nov 1994 08:-1:37 GMT",
                                        "Sun, 06 Nov 1994 08:49:-1 GMT",
                                        "Sun, 06 Nov 1994 08:49:61 GMT",
                                        "Sun, 6 Nov 1994 08:49:37 GMT",
                                        "Sun, 06 No 1994 08:49:371 GMT",
                                        "Sunday, 06-Nov-94 08:49:37",
                                        "Sunday, 06-Nov-94 08:49:37 GMT ",
                                        "Sunday, 06-Nov-94 08:49 GMT",
                                        "Sun Nov 6 08:49:37 1994",
                                        "Sun Nov  6 08:49:37 1994 ",
                                        "1994-11-06T08:49:37Z"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t seconds = 7;
        cr_expect_not(http_date_parse(cases[i], now, &seconds), "\"%s\" is accepted", cases[i]);
        cr_expect_eq(seconds, 7);
    }
}

Test(http_date, reads_every_month)
{
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    static const int starts[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    for (size_t i = 0; i < 12; i++) {
        char text[40];
        int64_t seconds = -1;
        snprintf(text, sizeof text, "Thu, 01 %s 1970 00:00:00 GMT", months[i]);
        cr_expect(http_date_parse(text, now, &seconds), "%s", text);
        cr_expect_eq(seconds, starts[i] * 86400, "%s is %lld", text, (long long)seconds);
    }
}

Test(http_date, a_written_date_is_read_as_the_same_time)
{
    static const int64_t cases[] = {0, 1, 951782399, 951782400, 951868799, 1795392000, 4102444799};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[HTTP_DATE_BYTES];
        int64_t seconds = -1;
        http_date_write(cases[i], text);
        cr_expect(http_date_parse(text, now, &seconds), "%s", text);
        cr_expect_eq(seconds, cases[i], "%s", text);
    }
}

/* Reads an RFC 850 date of 23 November and checks its year by writing it. */
static void check_year(const char *text, int64_t at, const char *expected)
{
    int64_t seconds = -1;
    char written[HTTP_DATE_BYTES];
    cr_assert(http_date_parse(text, at, &seconds), "%s is refused", text);
    http_date_write(seconds, written);
    cr_expect_str_eq(written, expected, "%s: %s", text, written);
}

/* RFC 9110, section 5.6.7. */
Test(http_date, a_two_digit_year_over_50_years_in_the_future_is_in_the_past)
{
    const int64_t day = 86400;
    check_year("Monday, 23-Nov-26 00:00:00 GMT", now, "Mon, 23 Nov 2026 00:00:00 GMT");
    check_year("Saturday, 23-Nov-75 00:00:00 GMT", now, "Sat, 23 Nov 2075 00:00:00 GMT");
    check_year("Monday, 23-Nov-76 00:00:00 GMT", now, "Mon, 23 Nov 2076 00:00:00 GMT");
    check_year("Tuesday, 23-Nov-76 00:00:01 GMT", now, "Tue, 23 Nov 1976 00:00:01 GMT");
    check_year("Wednesday, 24-Nov-76 00:00:00 GMT", now, "Wed, 24 Nov 1976 00:00:00 GMT");
    check_year("Tuesday, 24-Nov-76 00:00:00 GMT", now + day, "Tue, 24 Nov 2076 00:00:00 GMT");
    check_year("Wednesday, 23-Nov-77 00:00:00 GMT", now, "Wed, 23 Nov 1977 00:00:00 GMT");
    check_year("Sunday, 06-Nov-94 08:49:37 GMT", now, "Sun, 06 Nov 1994 08:49:37 GMT");
    check_year("Sunday, 23-Nov-69 00:00:00 GMT", 0, "Sun, 23 Nov 1969 00:00:00 GMT");
}

Test(http_date, the_meaning_of_a_two_digit_year_depends_on_the_current_time)
{
    const int64_t in_2060 = 2869171200;
    check_year("Saturday, 01-Jan-05 00:00:00 GMT", now, "Sat, 01 Jan 2005 00:00:00 GMT");
    check_year("Thursday, 01-Jan-05 00:00:00 GMT", in_2060, "Thu, 01 Jan 2105 00:00:00 GMT");
}

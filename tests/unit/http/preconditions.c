#include "http/preconditions.h"

#include <criterion/criterion.h>

Test(conditional, an_entity_tag_is_found_in_a_list)
{
    static const struct {
        const char *list;
        bool found;
    } cases[] = {
        {"\"abc\"", true},
        {"\"x\", \"abc\"", true},
        {"\"x\",\"abc\"", true},
        {"\"x\" , \"abc\" , \"y\"", true},
        {"W/\"x\", \"abc\"", true},
        {"W/\"abc\", \"abc\"", true},
        {", \"abc\"", true},
        {"*", true},
        {" * ", true},
        {"\"a,b\", \"abc\"", true},
        {"\"abcd\"", false},
        {"\"ab\"", false},
        {"abc", false},
        {"\"\"", false},
        {"", false},
        {"\"x\"", false},
        {"w/\"abc\"", false},
        {"\"x, \"abc\"", false},
        {"*, \"x\"", false},
        {"\"ABC\"", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *list = cases[i].list;
        cr_expect_eq(entity_tag_listed(list, "\"abc\"", COMPARE_WEAKLY), cases[i].found, "%s",
                     list);
        cr_expect_eq(entity_tag_listed(list, "\"abc\"", COMPARE_STRONGLY), cases[i].found, "%s",
                     list);
    }
}

Test(conditional, a_weak_tag_is_like_a_strong_one_by_the_weak_comparison_only)
{
    static const char *const lists[] = {"W/\"abc\"", "\"x\" , W/\"abc\" , \"y\""};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        cr_expect(entity_tag_listed(lists[i], "\"abc\"", COMPARE_WEAKLY), "%s", lists[i]);
        cr_expect_not(entity_tag_listed(lists[i], "\"abc\"", COMPARE_STRONGLY), "%s", lists[i]);
    }
}

Test(conditional, a_date_is_read_in_its_three_forms)
{
    static const struct {
        const char *text;
        int64_t seconds;
    } cases[] = {
        {"Sun, 06 Nov 1994 08:49:37 GMT", 784111777},
        {"Sunday, 06-Nov-94 08:49:37 GMT", 784111777},
        {"Sun Nov  6 08:49:37 1994", 784111777},
        {"Thu, 01 Jan 1970 00:00:00 GMT", 0},
        {"Tue, 29 Feb 2000 12:00:00 GMT", 951825600},
        {"Fri, 31 Dec 9999 23:59:59 GMT", 253402300799},
        {"Monday, 23-Nov-26 00:00:00 GMT", 1795392000},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t seconds = -1;
        cr_expect(http_date_parse(cases[i].text, &seconds), "%s is refused", cases[i].text);
        cr_expect_eq(seconds, cases[i].seconds, "%s is %lld", cases[i].text, (long long)seconds);
    }
}

Test(conditional, what_is_no_date_is_refused)
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
                                        "1994-11-06T08:49:37Z"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t seconds = 7;
        cr_expect_not(http_date_parse(cases[i], &seconds), "\"%s\" is taken", cases[i]);
        cr_expect_eq(seconds, 7);
    }
}

Test(conditional, a_date_that_was_written_is_read_again)
{
    static const int64_t cases[] = {0, 1, 951782399, 951782400, 951868799, 1795392000, 4102444799};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[HTTP_DATE_BYTES];
        int64_t seconds = -1;
        http_date_write(cases[i], text);
        cr_expect(http_date_parse(text, &seconds), "%s", text);
        cr_expect_eq(seconds, cases[i], "%s", text);
    }
}

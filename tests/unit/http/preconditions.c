#include "http/preconditions.h"

#include "test_clock.h"

#include <criterion/criterion.h>

Test(preconditions, find_an_entity_tag_in_a_list)
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
        {"\"x", false},
        {"\"x\", \"abc", false},
        {"*, \"x\"", false},
        {"\"ABC\"", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *list = cases[i].list;
        cr_expect_eq(preconditions_list_tag(list, "\"abc\"", ENTITY_TAG_WEAK), cases[i].found, "%s",
                     list);
        cr_expect_eq(preconditions_list_tag(list, "\"abc\"", ENTITY_TAG_STRONG), cases[i].found,
                     "%s", list);
    }
}

Test(preconditions, a_weak_tag_matches_only_in_weak_comparison)
{
    static const char *const lists[] = {"W/\"abc\"", "\"x\" , W/\"abc\" , \"y\""};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        cr_expect(preconditions_list_tag(lists[i], "\"abc\"", ENTITY_TAG_WEAK), "%s", lists[i]);
        cr_expect_not(preconditions_list_tag(lists[i], "\"abc\"", ENTITY_TAG_STRONG), "%s",
                      lists[i]);
    }
}

#define BEFORE "Sun, 06 Nov 1994 08:49:36 GMT"
#define AT "Sun, 06 Nov 1994 08:49:37 GMT"
#define AFTER "Mon, 07 Nov 1994 08:49:37 GMT"
#define FUTURE "Fri, 31 Dec 9999 23:59:59 GMT"

/* Apache adds the coding to the tag if it compresses an answer, and leaves it in requests. */
Test(preconditions, a_tag_to_which_a_proxy_added_a_coding_matches_in_weak_comparison)
{
    static const struct {
        const char *list;
        bool found;
    } cases[] = {
        {"\"abc-gzip\"", true}, {"\"x\", W/\"abc-br\"", true}, {"\"abc-zstd\"", true},
        {"\"abc-x\"", false},   {"\"abc-gzip", false},         {"\"abc-\"", false},
        {"\"ab-gzip\"", false}, {"\"abc-identity\"", false},   {"\"abc-gzip-gzip\"", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *list = cases[i].list;
        cr_expect_eq(preconditions_list_tag(list, "\"abc\"", ENTITY_TAG_WEAK), cases[i].found, "%s",
                     list);
        cr_expect_not(preconditions_list_tag(list, "\"abc\"", ENTITY_TAG_STRONG), "%s", list);
    }
}

Test(preconditions, are_evaluated_in_the_order_of_rfc_9110)
{
    static const struct {
        struct request request;
        enum preconditions judged;
    } cases[] = {
        {{.if_match = NULL}, PRECONDITIONS_MET},
        {{.if_none_match = "\"a\""}, PRECONDITIONS_NOT_MODIFIED},
        {{.if_none_match = "W/\"a\""}, PRECONDITIONS_NOT_MODIFIED},
        {{.if_none_match = "\"b\""}, PRECONDITIONS_MET},
        {{.if_modified_since = AT}, PRECONDITIONS_NOT_MODIFIED},
        {{.if_modified_since = BEFORE}, PRECONDITIONS_MET},
        {{.if_modified_since = AFTER}, PRECONDITIONS_NOT_MODIFIED},
        {{.if_modified_since = FUTURE}, PRECONDITIONS_MET},
        {{.if_modified_since = "not a date"}, PRECONDITIONS_MET},
        {{.if_none_match = "\"b\"", .if_modified_since = AFTER}, PRECONDITIONS_MET},
        {{.if_none_match = "\"a\"", .if_modified_since = BEFORE}, PRECONDITIONS_NOT_MODIFIED},
        {{.if_match = "\"a\""}, PRECONDITIONS_MET},
        {{.if_match = "*"}, PRECONDITIONS_MET},
        {{.if_match = "\"b\", \"a\""}, PRECONDITIONS_MET},
        {{.if_match = "\"b\""}, PRECONDITIONS_FAILED},
        {{.if_match = "W/\"a\""}, PRECONDITIONS_FAILED},
        {{.if_unmodified_since = AT}, PRECONDITIONS_MET},
        {{.if_unmodified_since = AFTER}, PRECONDITIONS_MET},
        {{.if_unmodified_since = FUTURE}, PRECONDITIONS_MET},
        {{.if_unmodified_since = BEFORE}, PRECONDITIONS_FAILED},
        {{.if_unmodified_since = "not a date"}, PRECONDITIONS_MET},
        {{.if_match = "\"a\"", .if_unmodified_since = BEFORE}, PRECONDITIONS_MET},
        {{.if_match = "\"b\"", .if_unmodified_since = AFTER}, PRECONDITIONS_FAILED},
        {{.if_match = "\"a\"", .if_none_match = "\"a\""}, PRECONDITIONS_NOT_MODIFIED},
        {{.if_match = "\"b\"", .if_none_match = "\"a\""}, PRECONDITIONS_FAILED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(preconditions_judge(&cases[i].request, "\"a\"", AT), cases[i].judged,
                     "case %zu", i);
}

/* The date of AFTER in seconds since 1970. */
enum {
    AFTER_SECONDS = 784198177
};

Test(preconditions, a_date_later_than_now_is_ignored_and_the_time_now_is_not)
{
    const struct request request = {.if_modified_since = AFTER};
    test_clock_set_time(AFTER_SECONDS);
    cr_expect_eq(preconditions_judge(&request, "\"a\"", AT), PRECONDITIONS_NOT_MODIFIED);
    test_clock_set_time(AFTER_SECONDS - 1);
    cr_expect_eq(preconditions_judge(&request, "\"a\"", AT), PRECONDITIONS_MET);
}

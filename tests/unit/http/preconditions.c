#include "http/preconditions.h"

#include <criterion/criterion.h>

Test(preconditions, an_entity_tag_is_found_in_a_list)
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

Test(preconditions, a_weak_tag_is_like_a_strong_one_by_the_weak_comparison_only)
{
    static const char *const lists[] = {"W/\"abc\"", "\"x\" , W/\"abc\" , \"y\""};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        cr_expect(entity_tag_listed(lists[i], "\"abc\"", COMPARE_WEAKLY), "%s", lists[i]);
        cr_expect_not(entity_tag_listed(lists[i], "\"abc\"", COMPARE_STRONGLY), "%s", lists[i]);
    }
}

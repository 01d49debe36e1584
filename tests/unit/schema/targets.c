#include "schema/targets.h"

#include <criterion/criterion.h>

Test(targets, only_a_set_of_one_type_has_an_only_target)
{
    cr_expect_eq(targets_only(TARGET(TYPE_PAPER)), &paper_type);
    cr_expect_null(targets_only(TARGET(TYPE_PAPER) | TARGET(TYPE_TOPIC)));
    cr_expect_null(targets_only(0), "a field that is not a reference");
    cr_expect(targets_are_several(TARGET(TYPE_PAPER) | TARGET(TYPE_TOPIC)));
    cr_expect_not(targets_are_several(TARGET(TYPE_PAPER)));
    cr_expect_not(targets_are_several(0));
}

Test(targets, are_listed_in_the_order_of_the_types)
{
    const unsigned targets = TARGET(TYPE_EVENT) | TARGET(TYPE_PAPER) | TARGET(TYPE_SESSION);
    char list[100], cut[8];
    targets_write(targets, TARGETS_SINGULAR, " or ", list, sizeof list);
    cr_expect_str_eq(list, "session, paper or event");
    targets_write(targets, TARGETS_COLLECTIONS, ", ", list, sizeof list);
    cr_expect_str_eq(list, "sessions, papers, events");
    targets_write(TARGET(TYPE_TOPIC), TARGETS_SINGULAR, " or ", list, sizeof list);
    cr_expect_str_eq(list, "topic");
    targets_write(targets, TARGETS_SINGULAR, " or ", cut, sizeof cut);
    cr_expect_str_eq(cut, "session", "cut at the size");
}

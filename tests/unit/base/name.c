#include "base/name.h"

#include <criterion/criterion.h>

Test(name, a_part_of_a_name_does_not_match)
{
    cr_expect(name_is("papers", "papers/1", 6));
    cr_expect_not(name_is("papers", "paper", 5));
    cr_expect_not(name_is("paper", "papers", 6));
    cr_expect_str_eq(name_article("organization"), "an");
    cr_expect_str_eq(name_article("paper"), "a");
}

/* What to write instead of an unknown name. */
#include "records/hint.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum {
    BEFORE = sizeof "expected one of , " - 1
};

/* The first choice and the second one, with the words around them, have `total` bytes. */
static void check_two_choices(size_t total, bool both)
{
    char first[HINT_BYTES_MAX], expected[2 * HINT_BYTES_MAX], hint[HINT_BYTES_MAX];
    const char *const choices[] = {first, "zz", NULL};
    memset(first, 'q', sizeof first);
    first[total - BEFORE - 2] = '\0';
    snprintf(expected, sizeof expected, "expected one of %s%s", first, both ? ", zz" : "");
    cr_expect_str_eq(hint_choices(choices, "a", 1, hint), expected, "%zu", total);
}

Test(hint, has_as_many_whole_choices_as_fit)
{
    check_two_choices(100, true);
    check_two_choices(HINT_BYTES_MAX - 2, true);
    check_two_choices(HINT_BYTES_MAX - 1, true);
    check_two_choices(HINT_BYTES_MAX, false);
    check_two_choices(HINT_BYTES_MAX + 1, false);
}

Test(hint, names_the_nearest_choice_if_one_is_near)
{
    static const char *const choices[] = {"planned", "held", "cancelled", NULL};
    char hint[HINT_BYTES_MAX];
    cr_expect_str_eq(hint_choices(choices, "plannd", 6, hint), "did you mean \"planned\"?");
    cr_expect_str_eq(hint_choices(choices, "zzzzzzzzz", 9, hint),
                     "expected one of planned, held, cancelled");
}

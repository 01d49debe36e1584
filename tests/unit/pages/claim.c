/* The words of a claim that a text has. */
#include "record_parts/claim.h"

#include <criterion/criterion.h>

static size_t count(const char *claim_text, const char *text)
{
    struct claim claim;
    claim_init(&claim);
    claim_add(&claim, claim_text, strlen(claim_text));
    const size_t found = claim_count(&claim, text, strlen(text));
    claim_finish(&claim);
    return found;
}

Test(claim, a_text_has_the_words_of_a_claim_in_any_form)
{
    cr_expect_eq(count("The council approves the budget", "the Budget was approved by us"), 2);
    cr_expect_eq(count("Die Gebühren werden erhöht", "GEBUHREN: ERHOHT"), 2);
    cr_expect_eq(count("Lamps", "a lampshade, the clamps"), 1);
    cr_expect_eq(count("of the sea", "the sea of it"), 0);
}

Test(claim, a_short_word_is_not_the_beginning_of_a_long_one)
{
    cr_expect_eq(count("Role of the mayor", "roles of mayors"), 2);
    cr_expect_eq(count("Role", "the rollback of fees"), 0);
    cr_expect_eq(count("Talk", "they are talking"), 1);
}

Test(claim, a_number_is_found_whole)
{
    cr_expect_eq(count("resolution 2031-14", "carried as 2031-14"), 2);
    cr_expect_eq(count("5 yes", "52 dollars"), 0);
    cr_expect_eq(count("5 yes", "carried 5-2-1"), 1);
}

Test(claim, scripts_without_spaces_are_compared_by_pairs)
{
    cr_expect_eq(count("東アジア", "北東アジアの"), 3);
    cr_expect_eq(count("東アジア", "西欧"), 0);
    cr_expect_eq(count("ไทย", "ประเทศไทย"), 2);
}

Test(claim, several_texts_are_one_claim_without_double_words)
{
    struct claim claim;
    claim_init(&claim);
    claim_add(&claim, "harbour light", strlen("harbour light"));
    claim_add(&claim, "Light, harbour, lamp", strlen("Light, harbour, lamp"));
    cr_expect_eq(claim.count, 3);
    cr_expect_eq(claim_count(&claim, "", 0), 0);
    claim_finish(&claim);
}

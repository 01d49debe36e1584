/* The counter of work: its limit, trials, shared work and the clock. */
#include "work/work.h"

#include <criterion/criterion.h>

Test(work, all_units_of_the_limit_may_be_spent_and_no_more)
{
    static const uint64_t limits[] = {1, 999, WORK_MILLION, WORK_MILLION + 1, 5 * WORK_MILLION + 7};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        struct work work;
        work_begin(&work, limits[i], 0);
        cr_expect(work_spend(&work, WORK_SEARCH, limits[i] - 1));
        cr_expect(work_spend(&work, WORK_FACETS, 1));
        cr_expect_not(work_is_used_up(&work));
        cr_expect_not(work_spend(&work, WORK_SEARCH, 1));
        cr_expect(work_is_used_up(&work));
        cr_expect_not(work_spend(&work, WORK_SEARCH, 0), "it stays used up");
    }
}

Test(work, without_a_counter_there_is_no_limit)
{
    cr_expect(work_spend(NULL, WORK_SEARCH, UINT64_MAX));
    cr_expect(work_spend_bytes(NULL, WORK_WRITING, SIZE_MAX));
    cr_expect(work_affords(NULL, UINT64_MAX));
    cr_expect(work_begin_shared(NULL, UINT64_MAX));
    cr_expect_not(work_is_used_up(NULL));
}

Test(work, a_trial_ends_earlier_and_is_costly)
{
    struct work work;
    work_begin(&work, 10 * WORK_TRIAL, WORK_TRIAL);
    cr_expect(work_spend(&work, WORK_SEARCH, WORK_TRIAL));
    cr_expect(work_affords(&work, 9 * WORK_TRIAL));
    cr_expect_not(work_affords(&work, 9 * WORK_TRIAL + 1));
    cr_expect_not(work_spend(&work, WORK_SEARCH, 1));
    cr_expect(work_is_costly(&work));
    work_begin(&work, WORK_TRIAL, WORK_TRIAL);
    cr_expect_not(work_spend(&work, WORK_SEARCH, WORK_TRIAL + 1));
    cr_expect_not(work_is_costly(&work), "no other attempt has a higher limit");
}

Test(work, a_short_trial_ends_earlier_still)
{
    struct work work;
    work_begin(&work, 10 * WORK_TRIAL, WORK_TRIAL_SHORT);
    cr_expect(work_spend(&work, WORK_SEARCH, WORK_TRIAL_SHORT));
    cr_expect_not(work_spend(&work, WORK_SEARCH, 1));
    cr_expect(work_is_costly(&work));
}

Test(work, shared_work_counts_only_in_a_trial)
{
    struct work work;
    work_begin(&work, 10 * WORK_TRIAL, 0);
    cr_expect(work_begin_shared(&work, 100 * WORK_TRIAL));
    cr_expect_eq(work.spent, 0);
    work_begin(&work, 10 * WORK_TRIAL, WORK_TRIAL);
    cr_expect(work_begin_shared(&work, WORK_TRIAL));
    cr_expect_not(work_begin_shared(&work, 1));
    cr_expect(work_is_costly(&work));
}

Test(work, each_byte_of_an_answer_counts_once)
{
    struct work work;
    work_begin(&work, UINT64_MAX, 0);
    work_spend_bytes(&work, WORK_INCLUDED, 10);
    work_spend_bytes(&work, WORK_WRITING, 10);
    work_spend_bytes(&work, WORK_WRITING, 15);
    cr_expect_eq(work.by_purpose[WORK_INCLUDED], 10 * WORK_BYTE);
    cr_expect_eq(work.by_purpose[WORK_WRITING], 5 * WORK_BYTE);
}

Test(work, processor_time_is_a_backstop)
{
    struct work work;
    work_begin(&work, UINT64_MAX, 0);
    work.deadline = work_clock() - 1;
    cr_expect(work_spend(&work, WORK_SEARCH, WORK_MILLION - 1), "the clock is read rarely");
    cr_expect_not(work_spend(&work, WORK_SEARCH, 1));
    work_begin(&work, UINT64_MAX, 0);
    work.deadline = work_clock() - 1;
    work_end_shared(&work, work_clock() - 1000000000);
    cr_expect(work_spend(&work, WORK_SEARCH, WORK_MILLION), "shared work takes no time");
}

Test(work, the_chief_purpose_is_that_of_most_units)
{
    struct work work;
    work_begin(&work, UINT64_MAX, 0);
    cr_expect_eq(work_chief_purpose(&work), WORK_SEARCH);
    work_spend(&work, WORK_ORDER, 5);
    work_spend(&work, WORK_WRITING, 6);
    cr_expect_eq(work_chief_purpose(&work), WORK_WRITING);
    work_spend(&work, WORK_SNIPPETS, 6);
    cr_expect_eq(work_chief_purpose(&work), WORK_SNIPPETS, "the first of equal ones");
    work_spend(&work, WORK_SEARCH, 6);
    cr_expect_eq(work_chief_purpose(&work), WORK_SEARCH);
}

/* Asks about the filter that took most units, after some for another one. */
static void check_chief_filter(struct work *work, const char *filter, uint64_t units,
                               const char *expected, uint64_t expected_units)
{
    work_set_filter(work, filter);
    work_spend(work, WORK_FILTERS, units);
    work_spend(work, WORK_ORDER, 100);
    work_set_filter(work, NULL);
    cr_expect_eq(work->chief_filter, expected, "%s %d", filter, (int)units);
    cr_expect_eq(work->chief_filter_units, expected_units, "%s %d", filter, (int)units);
}

Test(work, the_chief_filter_is_that_of_most_units)
{
    static const char first[] = "first", second[] = "second";
    struct work work;
    work_begin(&work, UINT64_MAX, 0);
    check_chief_filter(&work, NULL, 9, NULL, 0);
    check_chief_filter(&work, first, 0, NULL, 0);
    check_chief_filter(&work, first, 5, first, 5);
    check_chief_filter(&work, second, 5, first, 5);
    check_chief_filter(&work, second, 6, second, 6);
    check_chief_filter(&work, first, 1, second, 6);
}

Test(work, sorting_compares_each_record_once_for_each_halving_of_the_list)
{
    static const struct {
        size_t records, keys;
        uint64_t comparisons;
    } cases[] = {{0, 1, 0}, {1, 1, 1}, {2, 1, 4}, {3, 1, 6}, {4, 1, 12}, {8, 3, 96}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(work_of_sorting(cases[i].records, cases[i].keys),
                     cases[i].comparisons * WORK_COMPARISON, "%zu", cases[i].records);
}

Test(work, a_trial_that_is_not_used_up_is_not_costly)
{
    struct work work;
    work_begin(&work, 10 * WORK_TRIAL, WORK_TRIAL);
    work_spend(&work, WORK_SEARCH, WORK_TRIAL);
    cr_expect_not(work_is_costly(&work));
    cr_expect_not(work_begin_shared(&work, WORK_TRIAL + 1));
    cr_expect_not(work_spend(&work, WORK_SEARCH, 0), "it stays used up");
}

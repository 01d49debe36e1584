/* The time of the next fetch of a remote. */
#include "data/fetch_time.h"

#include <criterion/criterion.h>

#define NOW INT64_C(86400000)

/* Returns the wait with the largest random part. */
static int64_t longest_wait(unsigned failures, int64_t back_off)
{
    return fetch_time_after_failure(NOW, failures, 0, (uint32_t)(back_off / 2)) - NOW;
}

static int64_t shortest_wait(unsigned failures)
{
    return fetch_time_after_failure(NOW, failures, 0, 0) - NOW;
}

Test(fetch_time, wait_doubles_with_each_failure_up_to_a_minute)
{
    static const int64_t back_offs[] = {1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000};
    for (unsigned i = 0; i < sizeof back_offs / sizeof *back_offs; i++) {
        cr_expect_eq(longest_wait(i + 1, back_offs[i]), back_offs[i], "after %u failures", i + 1);
        cr_expect_eq(shortest_wait(i + 1), back_offs[i] / 2, "after %u failures", i + 1);
    }
    cr_expect_eq(longest_wait(UINT32_MAX, 60000), 60000);
}

Test(fetch_time, second_half_of_a_wait_is_random)
{
    for (uint32_t random = 0; random < UINT32_MAX - 99999999; random += 99999999) {
        const int64_t wait = fetch_time_after_failure(NOW, 3, 0, random) - NOW;
        cr_expect(wait >= 2000 && wait <= 4000, "%lld", (long long)wait);
        cr_expect_eq(wait, 2000 + random % 2001);
    }
}

Test(fetch_time, retry_after_is_honoured_up_to_an_hour)
{
    static const struct {
        long retry_after;
        int64_t wait; /* after one failure, with the smallest random part */
    } cases[] = {{0, 500},        {1, 1000},       {120, 120000},
                 {3600, 3600000}, {3601, 3600000}, {1000000000, 3600000}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(fetch_time_after_failure(NOW, 1, cases[i].retry_after, 0) - NOW, cases[i].wait,
                     "Retry-After: %ld", cases[i].retry_after);
}

Test(fetch_time, retry_after_never_shortens_the_wait)
{
    cr_expect_eq(fetch_time_after_failure(NOW, 7, 1, 0) - NOW, 30000);
}

Test(fetch_time, refresh_is_at_most_a_tenth_early_or_late)
{
    cr_expect_eq(fetch_time_after_answer(NOW, 100, 0) - NOW, 90000);
    cr_expect_eq(fetch_time_after_answer(NOW, 100, 10000) - NOW, 100000);
    cr_expect_eq(fetch_time_after_answer(NOW, 100, 20000) - NOW, 110000);
    cr_expect_eq(fetch_time_after_answer(NOW, 100, 20001) - NOW, 90000);
}

Test(fetch_time, refresh_of_0_never_fetches_again)
{
    cr_expect_eq(fetch_time_after_answer(NOW, 0, 12345), FETCH_TIME_NEVER);
}

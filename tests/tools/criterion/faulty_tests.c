/* Tests that fail, for faults.py. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <unistd.h>

static void wait_for_ever(void)
{
    for (;;)
        pause();
}

static void expect_nothing(void)
{
    cr_expect(false, "an expectation of .fini");
}

static void assert_nothing(void)
{
    cr_assert(false, "an assertion of .fini");
}

static void end_process(void)
{
    exit(0);
}

Test(passes, without_a_fault)
{
    cr_expect(true);
}

Test(skips, with_a_reason)
{
    cr_skip_test("the reason");
}

Test(hangs, in_the_test)
{
    wait_for_ever();
}

Test(hangs, in_init, .init = wait_for_ever)
{
    cr_expect(true);
}

Test(hangs, in_fini, .fini = wait_for_ever)
{
    cr_expect(true);
}

Test(fails, an_expectation_in_fini, .fini = expect_nothing)
{
    cr_expect(true);
}

Test(fails, an_assertion_in_fini, .fini = assert_nothing)
{
    cr_expect(true);
}

Test(ends, in_init, .init = end_process)
{
    cr_expect(true);
}

Test(ends, in_fini, .fini = end_process)
{
    cr_expect(true);
}

Test(aborts, in_fini, .fini = abort)
{
    cr_expect(true);
}

/* Prints the skipped tests after a run, and fails the run for each test that Criterion 2.4.1 counts
 * as passed although an assertion failed in its .fini or its process ended there. */
#include <criterion/criterion.h>
#include <criterion/hooks.h>
#include <stdbool.h>
#include <stdio.h>

enum {
    TESTS_MAX = 4096
};

/* The tests that ran to the end of their .fini. */
static const struct criterion_test *ended[TESTS_MAX];
static size_t ended_count;

ReportHook(POST_FINI)(struct criterion_test_stats *test)
{
    if (ended_count < TESTS_MAX)
        ended[ended_count++] = test->test;
}

static bool has_ended(const struct criterion_test *test)
{
    for (size_t i = 0; i < ended_count; i++)
        if (ended[i] == test)
            return true;
    return false;
}

/* Tests that --filter excludes have the status of skipped tests, but no message. */
static bool is_skipped(const struct criterion_test_stats *test)
{
    return test->test_status == CR_STATUS_SKIPPED && test->message;
}

/* Returns why a test that Criterion counts as passed has failed, or NULL if it passed. */
static const char *hidden_failure(const struct criterion_test_stats *test)
{
    if (test->test_status == CR_STATUS_FAILED || (test->test_status && !is_skipped(test)))
        return NULL;
    if (test->failed_asserts > 0)
        return "an assertion failed in its .fini";
    return has_ended(test->test) ? NULL : "its process ended in its .fini";
}

ReportHook(POST_ALL)(struct criterion_global_stats *run)
{
    size_t skipped = 0;
    for (const struct criterion_suite_stats *suite = run->suites; suite; suite = suite->next)
        for (const struct criterion_test_stats *test = suite->tests; test; test = test->next) {
            const char *failure = hidden_failure(test);
            if (failure) {
                fprintf(stderr, "failed: %s::%s: %s\n", suite->suite->name, test->test->name,
                        failure);
                run->tests_failed++;
                run->tests_passed--;
            } else if (is_skipped(test)) {
                fprintf(stderr, "skipped: %s::%s: %s\n", suite->suite->name, test->test->name,
                        test->message);
                skipped++;
            }
        }
    if (skipped > 0)
        fprintf(stderr, "%zu test%s skipped\n", skipped, skipped == 1 ? "" : "s");
}

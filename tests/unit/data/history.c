/* What /readyz?verbose and /metrics say about the loads so far. */
#include "data/history.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static struct history history;

static void start(void)
{
    history_init(&history);
}

static void stop(void)
{
    history_finish(&history);
}

TestSuite(history, .init = start, .fini = stop);

static void add(bool succeeded, size_t faults, const char *first_fault)
{
    struct load_report report = {.faults = faults};
    snprintf(report.first_fault, sizeof report.first_fault, "%s", first_fault);
    history_add(&history, succeeded, &report);
}

static void expect_check(const char *expected)
{
    struct buffer out;
    buffer_init(&out, 4096);
    history_write_check(&history, &out);
    buffer_append_byte(&out, '\0');
    cr_expect_str_eq(out.bytes, expected);
    buffer_finish(&out);
}

Test(history, says_nothing_before_the_first_load_has_ended)
{
    expect_check("");
    cr_expect_eq(history_read(&history).successes, 0);
}

Test(history, says_whether_data_are_served_after_a_failure)
{
    add(false, 1, "a.json:1: wrong");
    expect_check("[!]last load: failed: a.json:1: wrong\n");
    add(true, 0, "");
    expect_check("[+]last load: succeeded\n");
    add(false, 1, "out of memory");
    expect_check("[!]last load: failed, still serving the previous data: out of memory\n");
}

Test(history, names_the_first_fault_and_counts_the_others)
{
    add(false, 2, "a.json:1: wrong");
    expect_check("[!]last load: failed: a.json:1: wrong, and 1 more\n");
    add(false, 131, "b.json:2: wrong");
    expect_check("[!]last load: failed: b.json:2: wrong, and 130 more\n");
    cr_expect_eq(history_read(&history).faults, 131);
}

Test(history, counts_loads_by_result)
{
    const time_t before = time(NULL);
    add(true, 0, "");
    add(false, 3, "x");
    add(false, 4, "y");
    const struct history_summary summary = history_read(&history);
    cr_expect_eq(summary.successes, 1);
    cr_expect_eq(summary.failures, 2);
    cr_expect_geq(summary.last_success, before);
    cr_expect_leq(summary.last_success, time(NULL));
    cr_expect_str_eq(summary.first_fault, "y");
}

#define _GNU_SOURCE /* F_DUPFD */
#include "base/process.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* Returns a number of kilobytes in /proc/self/status. */
static uint64_t status_kilobytes(const char *name)
{
    char line[200];
    uint64_t value = 0;
    FILE *status = fopen("/proc/self/status", "r");
    cr_assert(status);
    while (fgets(line, sizeof line, status))
        if (strncmp(line, name, strlen(name)) == 0)
            value = strtoull(line + strlen(name), NULL, 10);
    fclose(status);
    return value;
}

static uint64_t difference(uint64_t a, uint64_t b)
{
    return a > b ? a - b : b - a;
}

/* The figures are read one after the other, so they may differ by a few pages. */
Test(process, memory_is_that_of_the_kernel)
{
    const struct process_figures figures = process_read_figures();
    cr_expect_lt(difference(figures.virtual_bytes, status_kilobytes("VmSize:") * 1024), 1 << 20);
    cr_expect_lt(difference(figures.resident_bytes, status_kilobytes("VmRSS:") * 1024), 4 << 20);
    cr_expect_gt(figures.virtual_bytes, figures.resident_bytes);
}

static uint64_t count_open_files(void)
{
    uint64_t count = 0;
    for (int file = 0; file < 1024; file++)
        count += fcntl(file, F_GETFD) >= 0;
    return count;
}

Test(process, every_open_file_counts)
{
    const uint64_t before = process_read_figures().open_files;
    int opened[5];
    for (size_t i = 0; i < 5; i++)
        opened[i] = open("/dev/null", O_RDONLY);
    cr_expect_eq(process_read_figures().open_files, before + 5);
    for (size_t i = 0; i < 5; i++)
        close(opened[i]);
    cr_expect_eq(process_read_figures().open_files, before);
    cr_expect_eq(before, count_open_files());
}

Test(process, the_limit_of_open_files_is_the_soft_one)
{
    struct rlimit limit;
    cr_assert_eq(getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = 123;
    cr_assert_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
    cr_expect_eq(process_read_figures().open_files_max, 123);
}

Test(process, processor_time_is_in_seconds)
{
    struct timespec used;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    const double before = (double)used.tv_sec + (double)used.tv_nsec / 1e9;
    const double read = process_read_figures().cpu_seconds;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    cr_expect_geq(read, before);
    cr_expect_leq(read, (double)used.tv_sec + (double)used.tv_nsec / 1e9);
}

Test(process, figures_that_cannot_be_read_are_zero)
{
    struct rlimit limit;
    cr_expect_gt(process_read_figures().open_files, 0);
    cr_assert_eq(getrlimit(RLIMIT_NOFILE, &limit), 0);
    const struct rlimit none = {.rlim_cur = 0, .rlim_max = limit.rlim_max};
    cr_assert_eq(setrlimit(RLIMIT_NOFILE, &none), 0);
    const struct process_figures figures = process_read_figures();
    cr_assert_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
    cr_expect_eq(figures.open_files, 0);
    cr_expect_eq(figures.virtual_bytes, 0);
    cr_expect_eq(figures.resident_bytes, 0);
    cr_expect_eq(figures.open_files_max, 0);
}

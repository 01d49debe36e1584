#define _XOPEN_SOURCE 700 /* for pseudo-terminals */

#include "data/progress_bar.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void expect_line(struct progress loading, const char *expected)
{
    char line[128];
    progress_bar_write(&loading, line, sizeof line);
    cr_expect_str_eq(line, expected);
}

Test(progress_bar, line_shows_the_step_and_its_percentage)
{
    expect_line((struct progress){NULL, 0, 0},
                "finding     0% [........................................]");
    expect_line((struct progress){"reading", 1, 4},
                "reading    25% [##########..............................]");
    expect_line((struct progress){"reading", 9, 4},
                "reading   100% [########################################]");
}

static void start(struct progress_bar *bar, FILE *out)
{
    progress_bar_start(bar, out);
    bar->loading.total = 2;
    bar->loading.done = 1;
    bar->loading.step = "reading";
}

/* Reads until `wanted` has been read. The test has a time limit. */
static void read_until(int descriptor, char *seen, size_t size, const char *wanted)
{
    size_t length = strlen(seen);
    while (!strstr(seen, wanted) && length + 1 < size) {
        const ssize_t count = read(descriptor, seen + length, size - 1 - length);
        cr_assert_gt(count, 0, "only \"%s\" was read", seen);
        length += (size_t)count;
        seen[length] = '\0';
    }
}

static void expect_silence(FILE *out, int other_end)
{
    const struct timespec longer_than_the_delay = {.tv_nsec = 800 * 1000 * 1000};
    char byte;
    struct progress_bar bar;
    start(&bar, out);
    nanosleep(&longer_than_the_delay, NULL);
    progress_bar_stop(&bar);
    fcntl(other_end, F_SETFL, O_NONBLOCK);
    cr_expect_leq(read(other_end, &byte, 1), 0);
}

static FILE *open_terminal(int *ret_other_end)
{
    *ret_other_end = posix_openpt(O_RDWR | O_NOCTTY);
    cr_assert(*ret_other_end >= 0 && grantpt(*ret_other_end) == 0 && unlockpt(*ret_other_end) == 0);
    FILE *out = fopen(ptsname(*ret_other_end), "w");
    cr_assert(out);
    return out;
}

Test(progress_bar, long_load_is_shown_on_a_terminal_and_erased_at_its_end)
{
    char seen[65536] = "";
    int other_end;
    struct progress_bar bar;
    setenv("TERM", "xterm", 1);
    FILE *out = open_terminal(&other_end);
    start(&bar, out);
    read_until(other_end, seen, sizeof seen,
               "\rrapporteur: reading    50% [####################....");
    progress_bar_stop(&bar);
    read_until(other_end, seen, sizeof seen, "\r\033[K");
    cr_expect_str_eq(strstr(seen, "\r\033[K"), "\r\033[K", "there is more text after it");
    fclose(out);
    close(other_end);
}

Test(progress_bar, nothing_is_shown_on_a_dumb_terminal)
{
    int other_end;
    setenv("TERM", "dumb", 1);
    FILE *out = open_terminal(&other_end);
    expect_silence(out, other_end);
    fclose(out);
    close(other_end);
}

Test(progress_bar, nothing_is_shown_without_a_terminal)
{
    int ends[2];
    setenv("TERM", "xterm", 1);
    cr_assert_eq(pipe(ends), 0);
    FILE *out = fdopen(ends[1], "w");
    cr_assert(out);
    expect_silence(out, ends[0]);
    fclose(out);
    close(ends[0]);
}

#define _XOPEN_SOURCE 700 /* for pseudo-terminals */

#include "progress.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void expect_line(struct archive_progress loading, const char *expected)
{
    char line[128];
    progress_bar_write(&loading, line, sizeof line);
    cr_expect_str_eq(line, expected);
}

Test(progress, a_line_says_the_step_and_how_much_of_it_is_done)
{
    expect_line((struct archive_progress){NULL, 0, 0},
                "finding     0% [........................................]");
    expect_line((struct archive_progress){"reading", 1, 4},
                "reading    25% [##########..............................]");
    expect_line((struct archive_progress){"reading", 9, 4},
                "reading   100% [########################################]");
}

/* Reads what comes until half a second brings nothing: a terminal hands it on in its own time. */
static size_t read_all(int fd, char *seen, size_t size)
{
    struct pollfd ready = {.fd = fd, .events = POLLIN};
    size_t length = 0;
    while (length < size - 1 && poll(&ready, 1, 500) > 0) {
        const ssize_t more = read(fd, seen + length, size - 1 - length);
        if (more <= 0)
            break;
        length += (size_t)more;
    }
    seen[length] = '\0';
    return length;
}

/* What a bar writes to a stream within so many milliseconds; `reading_end` is its other end. */
static size_t watch(FILE *out, int reading_end, long milliseconds, char *seen, size_t size)
{
    const struct timespec pause = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    struct progress_bar bar;
    progress_bar_start(&bar, out);
    bar.loading.total = 2;
    bar.loading.done = 1;
    bar.loading.step = "reading";
    nanosleep(&pause, NULL);
    progress_bar_stop(&bar);
    return read_all(reading_end, seen, size);
}

Test(progress, a_terminal_sees_a_long_load_and_then_an_empty_line)
{
    char seen[4096];
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    cr_assert(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
    FILE *out = fopen(ptsname(terminal), "w");
    cr_assert(out);
    setenv("TERM", "xterm", 1);
    cr_expect_eq(watch(out, terminal, 0, seen, sizeof seen), 0, "a short load shows nothing");
    cr_assert_gt(watch(out, terminal, 1500, seen, sizeof seen), 0);
    cr_expect(strstr(seen, "\rrapporteur: reading    50% [####################...."), "%s", seen);
    cr_expect_str_eq(seen + strlen(seen) - 4, "\r\033[K");
    setenv("TERM", "dumb", 1);
    cr_expect_eq(watch(out, terminal, 700, seen, sizeof seen), 0);
    fclose(out);
    close(terminal);
}

Test(progress, what_is_no_terminal_sees_nothing)
{
    char seen[64];
    int ends[2];
    cr_assert_eq(pipe(ends), 0);
    FILE *out = fdopen(ends[1], "w");
    cr_expect_eq(watch(out, ends[0], 700, seen, sizeof seen), 0);
    fclose(out);
    close(ends[0]);
}

#define _GNU_SOURCE /* pipe2 */
#include "caught_errors.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

enum {
    PIPE_BYTES = 1 << 20,
    TEXT_BYTES = 1 << 16
};

static int reader = -1;

/* A pipe, to which a limit of the size of files does not apply. */
void caught_errors_begin(void)
{
    int ends[2];
    fflush(stderr);
    cr_assert_eq(pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    cr_assert_geq(fcntl(ends[1], F_SETPIPE_SZ, PIPE_BYTES), 0);
    cr_assert_eq(dup2(ends[1], STDERR_FILENO), STDERR_FILENO);
    close(ends[1]);
    reader = ends[0];
}

const char *caught_errors(void)
{
    static char text[TEXT_BYTES];
    size_t length = 0;
    fflush(stderr);
    for (ssize_t count; length + 1 < sizeof text &&
                        (count = read(reader, text + length, sizeof text - 1 - length)) > 0;)
        length += (size_t)count;
    text[length] = '\0';
    return text;
}

/* A server ends with the process of its test, however that ends. */
#include "server.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    MOMENTS = 3000 /* 60 seconds */
};

/* Starts a server in a process that ends by `end`, and returns the identifier of the server, which
 * has become a child of this process. */
static pid_t start_and_end(void (*end)(void))
{
    struct test_server server;
    int ends[2];
    cr_assert_eq(prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), 0);
    cr_assert_eq(pipe(ends), 0);
    const pid_t child = fork();
    cr_assert_geq(child, 0);
    if (child == 0) {
        server_start(&server, NULL);
        if (write(ends[1], &server.pid, sizeof server.pid) == sizeof server.pid)
            end();
        _exit(1);
    }
    cr_assert_eq(read(ends[0], &server.pid, sizeof server.pid), sizeof server.pid);
    cr_assert_eq(waitpid(child, NULL, 0), child);
    return server.pid;
}

static void expect_killed(pid_t server)
{
    int status = 0;
    pid_t ended = 0;
    for (int i = 0; i < MOMENTS && ended == 0; i++) {
        ended = waitpid(server, &status, WNOHANG);
        nanosleep(&(const struct timespec){.tv_nsec = 20 * 1000 * 1000}, NULL);
    }
    if (ended == 0)
        kill(server, SIGKILL);
    cr_assert_eq(ended, server, "the server still runs");
    cr_expect(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

static void end_normally(void)
{
    exit(0);
}

static void end_by_signal(void)
{
    raise(SIGKILL);
}

Test(orphaned_server, is_killed_after_its_test_has_ended)
{
    expect_killed(start_and_end(end_normally));
}

Test(orphaned_server, is_killed_after_a_signal_has_killed_its_test)
{
    expect_killed(start_and_end(end_by_signal));
}

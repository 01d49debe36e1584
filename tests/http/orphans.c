#define _GNU_SOURCE /* close_range, pipe2, MAP_ANONYMOUS */
#include "orphans.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    CHILDREN_MAX = 64
};

/* The children that run, and 0 in free places. A second process shares this memory. It kills them
 * when the last write end of a pipe is closed, which this process never closes itself. */
static volatile pid_t *children;
static pid_t owner; /* the process that `children` belongs to */

void descriptors_close_from(unsigned first)
{
    close_range(first, ~0U, 0);
}

/* Waits for the end of the process of the test and kills its children. */
static _Noreturn void children_guard(int pipe_end)
{
    char byte;
    setsid(); /* survives a signal to the group of the test */
    dup2(pipe_end, STDIN_FILENO);
    descriptors_close_from(STDIN_FILENO + 1);
    while (read(STDIN_FILENO, &byte, 1) > 0)
        continue;
    for (size_t i = 0; i < CHILDREN_MAX; i++)
        if (children[i])
            kill(children[i], SIGKILL);
    _exit(0);
}

static void children_create(void)
{
    int ends[2];
    children = mmap(NULL, CHILDREN_MAX * sizeof *children, PROT_READ | PROT_WRITE,
                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    cr_assert_neq(children, MAP_FAILED);
    cr_assert_eq(pipe2(ends, O_CLOEXEC), 0);
    const pid_t guard = fork();
    cr_assert_geq(guard, 0);
    if (guard == 0)
        children_guard(ends[0]);
    close(ends[0]);
    owner = getpid();
}

/* Returns the place of a child, or of a free place if `pid` is 0. */
static volatile pid_t *children_find(pid_t pid)
{
    for (size_t i = 0; i < CHILDREN_MAX; i++)
        if (children[i] == pid)
            return &children[i];
    cr_assert_fail("no child %d, or more than %d children", (int)pid, CHILDREN_MAX);
    return NULL;
}

pid_t orphans_fork(void)
{
    if (owner != getpid())
        children_create();
    volatile pid_t *place = children_find(0);
    const pid_t pid = fork();
    if (pid >= 0)
        *place = pid == 0 ? getpid() : pid; /* the child does it, too, since either may run first */
    return pid;
}

/* Frees the place before the identifier may be that of another process. */
int orphans_wait(pid_t pid)
{
    siginfo_t ended;
    int status;
    cr_assert_eq(waitid(P_PID, (id_t)pid, &ended, WEXITED | WNOWAIT), 0);
    *children_find(pid) = 0;
    cr_assert_eq(waitpid(pid, &status, 0), pid);
    return status;
}

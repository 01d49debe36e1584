/* Child processes that end with the process of the test, also if an assertion fails, a time limit
 * aborts it or a signal kills it. Otherwise a server would outlive its test. PR_SET_PDEATHSIG does
 * not suffice: the kernel clears it when a server that root starts changes its user. */
#pragma once

#include <sys/types.h>

/* Like fork(2). The child is killed if it exists when this process ends. Only one thread may call
 * this and orphans_wait. */
pid_t orphans_fork(void);

/* Waits for the end of a child of orphans_fork and returns its status as of waitpid(2). Fails the
 * test if there is no such child. */
int orphans_wait(pid_t pid);

/* Closes all descriptors from `first` on, such as Criterion's, which a program must not inherit:
 * Criterion waits until they are closed. */
void descriptors_close_from(unsigned first);

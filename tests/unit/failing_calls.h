/* Lets one call of a function of the system fail. The linker replaces these functions in unit_tests
 * (--wrap); calls within another library are not counted. */
#pragma once

#include <stddef.h>

enum failing_call {
    CALL_ACCEPT4,
    CALL_CAPNG_APPLY,
    CALL_EVENTFD,
    CALL_FCHMOD,
    CALL_FCNTL,
    CALL_FORK,
    CALL_FSTAT,
    CALL_FSYNC,
    CALL_GETSOCKNAME,
    CALL_PIPE,
    CALL_PRCTL,
    CALL_PTHREAD_CREATE,
    CALL_RENAME,
    CALL_RENAMEAT2,
    CALL_SIGNALFD,
    CALL_WRITE, /* to standard output or standard error */
    FAILING_CALL_COUNT
};

/* Lets call number `index` from now on, of any thread and counted from 0, fail with an error. */
void failing_call_set(enum failing_call call, int index, int error);

/* Like failing_call_set, but counts only the calls of this thread. */
void failing_call_set_here(enum failing_call call, int index, int error);

/* Returns how often a function was called so far. */
int failing_call_count(enum failing_call call);

/* Lets write(2) write at most so many bytes at once to standard output or standard error. */
void failing_call_shorten_writes(size_t bytes);

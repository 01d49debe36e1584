#define _GNU_SOURCE /* accept4, renameat2 */
#include "failing_calls.h"

#include <cap-ng.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* `left` is the number of calls up to the one that fails, or not positive if none does. */
static struct {
    atomic_int left;
    atomic_int error;
    atomic_int count;          /* of all calls */
    _Atomic(pthread_t) thread; /* whose calls are counted down; 0 for all */
} calls[FAILING_CALL_COUNT];
static atomic_size_t written_max; /* 0 is without a limit */

static void set(enum failing_call call, int index, int error, pthread_t thread)
{
    atomic_store(&calls[call].error, error);
    atomic_store(&calls[call].thread, thread);
    atomic_store(&calls[call].left, index + 1);
}

void failing_call_set(enum failing_call call, int index, int error)
{
    set(call, index, error, 0);
}

void failing_call_set_here(enum failing_call call, int index, int error)
{
    set(call, index, error, pthread_self());
}

int failing_call_count(enum failing_call call)
{
    return atomic_load(&calls[call].count);
}

void failing_call_shorten_writes(size_t bytes)
{
    atomic_store(&written_max, bytes);
}

static bool fails(enum failing_call call)
{
    const pthread_t thread = atomic_load(&calls[call].thread);
    atomic_fetch_add(&calls[call].count, 1);
    if ((thread && !pthread_equal(thread, pthread_self())) || atomic_load(&calls[call].left) <= 0 ||
        atomic_fetch_sub(&calls[call].left, 1) != 1)
        return false;
    errno = atomic_load(&calls[call].error);
    return true;
}

/* The names are those that the linker expects; glibc's with _FILE_OFFSET_BITS=64. */
int __real_accept4(int socket, struct sockaddr *peer, socklen_t *size, int flags);
int __wrap_accept4(int socket, struct sockaddr *peer, socklen_t *size, int flags);
int __real_capng_apply(capng_select_t set);
int __wrap_capng_apply(capng_select_t set);
int __real_eventfd(unsigned value, int flags);
int __wrap_eventfd(unsigned value, int flags);
int __real_fchmod(int descriptor, mode_t mode);
int __wrap_fchmod(int descriptor, mode_t mode);
int __real_fcntl64(int descriptor, int command, ...);
int __wrap_fcntl64(int descriptor, int command, ...);
pid_t __real_fork(void);
pid_t __wrap_fork(void);
int __real_fstat64(int descriptor, struct stat *status);
int __wrap_fstat64(int descriptor, struct stat *status);
int __real_fsync(int descriptor);
int __wrap_fsync(int descriptor);
int __real_getsockname(int socket, struct sockaddr *address, socklen_t *size);
int __wrap_getsockname(int socket, struct sockaddr *address, socklen_t *size);
int __real_pipe(int ends[2]);
int __wrap_pipe(int ends[2]);
int __real_prctl(int option, ...);
int __wrap_prctl(int option, ...);
int __real_pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                          void *(*run)(void *context), void *context);
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                          void *(*run)(void *context), void *context);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __real_renameat2(int from_folder, const char *from, int to_folder, const char *to,
                     unsigned flags);
int __wrap_renameat2(int from_folder, const char *from, int to_folder, const char *to,
                     unsigned flags);
int __real_signalfd(int descriptor, const sigset_t *signals, int flags);
int __wrap_signalfd(int descriptor, const sigset_t *signals, int flags);
ssize_t __real_write(int descriptor, const void *bytes, size_t length);
ssize_t __wrap_write(int descriptor, const void *bytes, size_t length);

int __wrap_accept4(int socket, struct sockaddr *peer, socklen_t *size, int flags)
{
    return fails(CALL_ACCEPT4) ? -1 : __real_accept4(socket, peer, size, flags);
}

int __wrap_capng_apply(capng_select_t set)
{
    return fails(CALL_CAPNG_APPLY) ? -1 : __real_capng_apply(set);
}

int __wrap_eventfd(unsigned value, int flags)
{
    return fails(CALL_EVENTFD) ? -1 : __real_eventfd(value, flags);
}

int __wrap_fchmod(int descriptor, mode_t mode)
{
    return fails(CALL_FCHMOD) ? -1 : __real_fchmod(descriptor, mode);
}

int __wrap_fcntl64(int descriptor, int command, ...)
{
    va_list values;
    va_start(values, command);
    void *value = va_arg(values, void *);
    va_end(values);
    return fails(CALL_FCNTL) ? -1 : __real_fcntl64(descriptor, command, value);
}

pid_t __wrap_fork(void)
{
    return fails(CALL_FORK) ? -1 : __real_fork();
}

int __wrap_fstat64(int descriptor, struct stat *status)
{
    return fails(CALL_FSTAT) ? -1 : __real_fstat64(descriptor, status);
}

int __wrap_fsync(int descriptor)
{
    return fails(CALL_FSYNC) ? -1 : __real_fsync(descriptor);
}

int __wrap_getsockname(int socket, struct sockaddr *address, socklen_t *size)
{
    return fails(CALL_GETSOCKNAME) ? -1 : __real_getsockname(socket, address, size);
}

int __wrap_pipe(int ends[2])
{
    return fails(CALL_PIPE) ? -1 : __real_pipe(ends);
}

int __wrap_prctl(int option, ...)
{
    unsigned long values[4];
    va_list list;
    va_start(list, option);
    for (size_t i = 0; i < 4; i++)
        values[i] = va_arg(list, unsigned long);
    va_end(list);
    return fails(CALL_PRCTL) ? -1
                             : __real_prctl(option, values[0], values[1], values[2], values[3]);
}

int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                          void *(*run)(void *context), void *context)
{
    return fails(CALL_PTHREAD_CREATE) ? errno
                                      : __real_pthread_create(thread, attributes, run, context);
}

int __wrap_rename(const char *from, const char *to)
{
    return fails(CALL_RENAME) ? -1 : __real_rename(from, to);
}

int __wrap_renameat2(int from_folder, const char *from, int to_folder, const char *to,
                     unsigned flags)
{
    return fails(CALL_RENAMEAT2) ? -1 : __real_renameat2(from_folder, from, to_folder, to, flags);
}

int __wrap_signalfd(int descriptor, const sigset_t *signals, int flags)
{
    return fails(CALL_SIGNALFD) ? -1 : __real_signalfd(descriptor, signals, flags);
}

ssize_t __wrap_write(int descriptor, const void *bytes, size_t length)
{
    const size_t max = atomic_load(&written_max);
    if (descriptor != STDOUT_FILENO && descriptor != STDERR_FILENO)
        return __real_write(descriptor, bytes, length);
    if (fails(CALL_WRITE))
        return -1;
    return __real_write(descriptor, bytes, max && length > max ? max : length);
}

/* A library for LD_PRELOAD that makes the system clock jump, or a thread fail to start.
 *
 * If JUMPING_CLOCK is set, every JUMP_AFTER-th reading of the system clock moves it by years or by
 * a second, forwards or backwards. FAILING_THREAD is the number, from 1, of the thread that cannot
 * be started, as if a limit were reached; "no thread" is then written to standard error. */
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum {
    JUMP_AFTER = 20
};

typedef void *routine(void *context);
typedef int creator(pthread_t *thread, const pthread_attr_t *attributes, routine *run,
                    void *context);

static const time_t jumps[] = {0, 31557600, -31557600, 1, -1, 1104537600, -1104537600};
static atomic_uint readings, threads;
static unsigned failing;
static int jumping;

__attribute__((constructor)) static void read_environment(void)
{
    const char *thread = getenv("FAILING_THREAD");
    failing = thread ? (unsigned)strtoul(thread, NULL, 10) : 0;
    jumping = getenv("JUMPING_CLOCK") != NULL;
}

static time_t jump(void)
{
    const unsigned reading = jumping ? atomic_fetch_add(&readings, 1) : 0;
    return jumps[reading / JUMP_AFTER % (sizeof jumps / sizeof *jumps)];
}

int clock_gettime(clockid_t clock, struct timespec *ret_time)
{
    if (syscall(SYS_clock_gettime, clock, ret_time) != 0)
        return -1;
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)
        ret_time->tv_sec += jump();
    return 0;
}

time_t time(time_t *ret_seconds)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (ret_seconds)
        *ret_seconds = now.tv_sec;
    return now.tv_sec;
}

int gettimeofday(struct timeval *restrict ret_time, void *restrict zone)
{
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    *ret_time = (struct timeval){now.tv_sec, now.tv_nsec / 1000};
    return 0;
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, routine *run, void *context)
{
    if (atomic_fetch_add(&threads, 1) + 1 == failing) {
        fputs("no thread\n", stderr);
        return EAGAIN;
    }
    creator *create;
    *(void **)&create = dlsym(RTLD_NEXT, "pthread_create");
    return create(thread, attributes, run, context);
}

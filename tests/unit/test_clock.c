#include "test_clock.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <time.h>

static atomic_bool stopped;
static _Atomic int64_t stopped_at; /* milliseconds */

void test_clock_set(int64_t milliseconds)
{
    atomic_store(&stopped_at, milliseconds);
    atomic_store(&stopped, true);
}

/* 0 is the time of the system. */
static _Atomic int64_t stopped_time;

time_t __real_time(time_t *ret_time);
time_t __wrap_time(time_t *ret_time);

void test_clock_set_time(int64_t seconds)
{
    atomic_store(&stopped_time, seconds);
}

time_t __wrap_time(time_t *ret_time)
{
    const time_t seconds = atomic_load(&stopped_time);
    if (!seconds)
        return __real_time(ret_time);
    if (ret_time)
        *ret_time = seconds;
    return seconds;
}

int64_t monotonic_nanoseconds(void)
{
    struct timespec now;
    if (atomic_load(&stopped))
        return atomic_load(&stopped_at) * 1000000;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

int64_t monotonic_milliseconds(void)
{
    return monotonic_nanoseconds() / 1000000;
}

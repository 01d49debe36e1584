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

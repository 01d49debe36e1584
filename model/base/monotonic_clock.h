/* The clock that never jumps: CLOCK_MONOTONIC, for durations and deadlines. */
#pragma once

#include <stdint.h>

/* Returns the time since a fixed moment, in nanoseconds. */
int64_t monotonic_nanoseconds(void);

/* Returns the same time in whole milliseconds. */
int64_t monotonic_milliseconds(void);

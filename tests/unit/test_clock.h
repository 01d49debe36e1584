/* The clocks of the unit tests: those of the system, until a test sets them. The monotonic clock is
 * in place of base/monotonic_clock.c; the linker replaces time() (--wrap). */
#pragma once

#include "base/monotonic_clock.h"

/* Stops the clock at a time in milliseconds. */
void test_clock_set(int64_t milliseconds);

/* Stops time() at a number of seconds since 1970. */
void test_clock_set_time(int64_t seconds);

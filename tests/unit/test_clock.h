/* The monotonic clock of the unit tests, in place of base/monotonic_clock.c: that of the system,
 * until a test sets it. */
#pragma once

#include "base/monotonic_clock.h"

/* Stops the clock at a time in milliseconds. */
void test_clock_set(int64_t milliseconds);

/* An archive with a given number of events, for the sizes at which selections change their
 * strategy. */
#pragma once

#include "archive/archive.h"

enum {
    EVENTS_PER_PLANNED = 4, /* one event in 4 is planned, the others are certain */
    EVENTS_PER_HARBOUR = 5  /* one event in 5 mentions a harbour, the others a tide */
};

/* Loads `count` events, which must not be divisible by 1009, or fails the test. The caller destroys
 * the archive.
 *
 * Event N, of 0 to `count` - 1, has the id "e-N", the title N in six digits and the date 1900 + N
 * modulo 100. It is planned if N is a multiple of EVENTS_PER_PLANNED, and mentions a harbour if N
 * is a multiple of EVENTS_PER_HARBOUR. The order of the file is mixed. */
struct archive *load_events(unsigned count);

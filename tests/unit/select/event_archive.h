/* An archive with as many events as a test needs, to cross the sizes at which selections change
 * their strategy. */
#pragma once

#include "archive/archive.h"

enum {
    EVENTS_PER_PLANNED = 4, /* one in so many is planned, the others certain */
    EVENTS_PER_HARBOUR = 5  /* one in so many mentions a harbour, the others a tide */
};

/* Loads `count` events, which 1009 must not divide, or fails the test. The caller destroys it.
 *
 * Event N, of 0 to `count` - 1, has the id "e-N", the title N in six digits and the date 1900 + N
 * modulo 100. It is planned if N is a multiple of EVENTS_PER_PLANNED, and mentions a harbour if N
 * is a multiple of EVENTS_PER_HARBOUR. The order of the file is mixed. */
struct archive *load_events(unsigned count);

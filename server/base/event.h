/* Events between threads: an eventfd that becomes readable. */
#pragma once

#include <stdint.h>
#include <sys/eventfd.h>
#include <unistd.h>

/* Makes the eventfd readable. */
static inline void event_signal(int event)
{
    const uint64_t one = 1;
    if (write(event, &one, sizeof one) < 0)
        return; /* its count is at the maximum, so it is readable already */
}

/* An eventfd by which one thread tells another that something has happened. */
#pragma once

#include <stdint.h>
#include <sys/eventfd.h>
#include <unistd.h>

static inline void event_signal(int event)
{
    const uint64_t one = 1;
    if (write(event, &one, sizeof one) < 0)
        return; /* it is full of signals that nobody has read yet */
}

/* How far a long task has come: written by the thread that does it, read by others at any time. */
#pragma once

#include <stdatomic.h>
#include <stddef.h>

/* All zeros before the first step. */
struct progress {
    _Atomic(const char *)
        step;             /* the name of the current step, for people; NULL before the first */
    _Atomic size_t done;  /* how much of this step is done ... */
    _Atomic size_t total; /* ... and how much it is, in the same unit */
};

/* Begins a step. */
static inline void progress_begin(struct progress *progress, const char *step, size_t total)
{
    progress->done = 0;
    progress->total = total;
    progress->step = step;
}

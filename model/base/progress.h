/* The progress of a long task: written by the thread that runs it, read by others at any time. */
#pragma once

#include <stdatomic.h>
#include <stddef.h>

/* All zeros before the first step. */
struct progress {
    _Atomic(const char *)
        step;             /* a human-readable name of the current step; NULL before the first */
    _Atomic size_t done;  /* the part of this step that is done */
    _Atomic size_t total; /* the size of this step, in the same unit */
};

/* Begins a step. */
static inline void progress_begin(struct progress *progress, const char *step, size_t total)
{
    progress->done = 0;
    progress->total = total;
    progress->step = step;
}

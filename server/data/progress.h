/* A bar on a terminal that shows how far loading has come, once it takes longer than a moment. */
#pragma once

#include "base/progress.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

struct progress_bar {
    struct progress loading; /* what the load writes and the bar reads */
    FILE *out;
    bool shown; /* a thread shows it */
    bool done;  /* these three: between that thread and its owner */
    pthread_mutex_t mutex;
    pthread_cond_t ended;
    pthread_t thread;
};

/* Begins to watch bar->loading. Shows nothing where `out` is no terminal, or one that cannot go
 * back in a line (TERM=dumb). */
void progress_bar_start(struct progress_bar *bar, FILE *out);

/* Clears the line and ends. */
void progress_bar_stop(struct progress_bar *bar);

/* One state of it, as a line without an end: the step, how much of it is done, and a bar. */
void progress_bar_write(const struct progress *loading, char *line, size_t size);

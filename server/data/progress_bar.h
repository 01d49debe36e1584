/* A progress bar on a terminal, drawn by a separate thread while an archive is loaded. */
#pragma once

#include "base/progress.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

struct progress_bar {
    struct progress loading; /* written by the load, read by the thread */
    FILE *out;
    bool shown; /* true if the thread runs */
    bool done;  /* true if it must end; under the mutex */
    pthread_mutex_t mutex;
    pthread_cond_t ended;
    pthread_t thread;
};

/* Starts to draw bar->loading, after half a second. Draws nothing if `out` is not a terminal, or if
 * the terminal cannot move its cursor (TERM=dumb). */
void progress_bar_start(struct progress_bar *bar, FILE *out);

/* Erases the bar and ends the thread. */
void progress_bar_stop(struct progress_bar *bar);

/* Writes one state of the bar as a line without a line feed, cut at `size`: the step, the
 * percentage done, and the bar. */
void progress_bar_write(const struct progress *loading, char *line, size_t size);

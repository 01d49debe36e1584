#include "data/progress_bar.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    FIRST_MILLISECONDS = 500, /* a shorter load shows no bar */
    NEXT_MILLISECONDS = 100,
    BAR_WIDTH = 40,
    LINE_MAX_BYTES = 128
};

void progress_bar_write(const struct progress *loading, char *line, size_t size)
{
    static const char full[] = "########################################";
    static const char empty[] = "........................................";
    const char *step = loading->step;
    const size_t total = loading->total, now = loading->done;
    const size_t done = now < total ? now : total;
    const int width = total ? (int)(done * BAR_WIDTH / total) : 0;
    const int percent = total ? (int)(done * 100 / total) : 0;
    snprintf(line, size, "%-9s %3d%% [%.*s%.*s]", step ? step : "finding", percent, width, full,
             BAR_WIDTH - width, empty);
}

static struct timespec progress_bar_deadline(long milliseconds)
{
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    time.tv_nsec += milliseconds * 1000000;
    time.tv_sec += time.tv_nsec / 1000000000;
    time.tv_nsec %= 1000000000;
    return time;
}

/* Waits, and reports whether progress_bar_stop was called within that time. */
static bool progress_bar_ends_within(struct progress_bar *bar, long milliseconds)
{
    const struct timespec until = progress_bar_deadline(milliseconds);
    int waited = 0;
    while (!bar->done && waited == 0)
        waited = pthread_cond_timedwait(&bar->ended, &bar->mutex, &until);
    return bar->done;
}

static void *progress_bar_thread_run(void *context)
{
    struct progress_bar *bar = context;
    char line[LINE_MAX_BYTES];
    pthread_mutex_lock(&bar->mutex);
    bool drawn = false;
    for (long wait = FIRST_MILLISECONDS; !progress_bar_ends_within(bar, wait);
         wait = NEXT_MILLISECONDS) {
        progress_bar_write(&bar->loading, line, sizeof line);
        fprintf(bar->out, "\rrapporteur: %s", line);
        fflush(bar->out);
        drawn = true;
    }
    if (drawn)
        fputs("\r\033[K", bar->out);
    fflush(bar->out);
    pthread_mutex_unlock(&bar->mutex);
    return NULL;
}

void progress_bar_start(struct progress_bar *bar, FILE *out)
{
    const char *terminal = getenv("TERM");
    memset(bar, 0, sizeof *bar);
    bar->out = out;
    if (!isatty(fileno(out)) || !terminal || strcmp(terminal, "dumb") == 0)
        return;
    pthread_mutex_init(&bar->mutex, NULL);
    pthread_cond_init(&bar->ended, NULL);
    bar->shown = pthread_create(&bar->thread, NULL, progress_bar_thread_run, bar) == 0;
}

void progress_bar_stop(struct progress_bar *bar)
{
    if (!bar->shown)
        return;
    pthread_mutex_lock(&bar->mutex);
    bar->done = true;
    pthread_cond_signal(&bar->ended);
    pthread_mutex_unlock(&bar->mutex);
    pthread_join(bar->thread, NULL);
    pthread_cond_destroy(&bar->ended);
    pthread_mutex_destroy(&bar->mutex);
    bar->shown = false;
}

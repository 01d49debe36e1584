/* The results of loads of the data, for monitoring.
 *
 * The reloader's thread adds results; any thread may read them.
 */
#pragma once

#include "base/buffer.h"
#include "data/load.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct history_summary {
    size_t successes, failures; /* counts of all loads, including the first */
    time_t last_success;        /* its end, in seconds since 1970 */
    bool last_succeeded;
    time_t last_end;
    int64_t last_nanoseconds;         /* the duration of the last load */
    size_t faults;                    /* of the last load; 0 if it succeeded */
    char first_fault[LOAD_FAULT_MAX]; /* of the last load, as a line of text; "" if it succeeded */
};

struct history {
    pthread_mutex_t lock;
    struct history_summary summary;
};

void history_init(struct history *history);
void history_finish(struct history *history);

/* Adds a load that has just ended. */
void history_add(struct history *history, bool succeeded, const struct load_report *report);

/* Returns a copy of the summary. */
struct history_summary history_read(struct history *history);

/* Appends a line about the last load, in the format of server_status.h. Appends nothing before the
 * first load has ended. */
void history_write_check(struct history *history, struct buffer *out);

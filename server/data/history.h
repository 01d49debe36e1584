/* How the loads of the data have gone, for those who watch the server.
 *
 * The thread that loads adds to it, any other may read it meanwhile.
 */
#pragma once

#include "base/buffer.h"
#include "data/load.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct load_outcomes {
    size_t successes, failures; /* of all loads, the first one too */
    time_t last_success;        /* when it ended */
    size_t faults;              /* of the last load; none where it ended well */
    char first_fault[512];      /* of the last load, as a line for people; "" as above */
};

struct load_history {
    pthread_mutex_t lock;
    struct load_outcomes outcomes;
};

void load_history_init(struct load_history *history);
void load_history_finish(struct load_history *history);

/* Adds a load that has just ended. */
void load_history_add(struct load_history *history, bool well, const struct load_report *report);

/* A copy of what there is. */
struct load_outcomes load_history_read(struct load_history *history);

/* Appends how the last load went, as struct server_status wants it; nothing before the first. */
void load_history_write_check(struct load_history *history, struct buffer *out);

/* The threads that build the answers to costly requests (costly_queue.h).
 *
 * There are half as many as threads that send answers, and at least one. They have a lower priority
 * than those, so that costly requests take only the processor time that others leave.
 */
#pragma once

#include "net/costly_queue.h"
#include "options/options.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    COSTLY_THREADS_MAX = OPTIONS_THREADS_MAX / 2,
    COSTLY_THREADS_NICE = 5 /* a third of the weight of other threads (sched(7)) */
};

struct costly_thread {
    struct costly_queue *queue;
    struct worker *worker;
    counter busy; /* 1 while it builds an answer or waits until that is sent, else 0 */
    pthread_t thread;
};

struct costly_threads {
    size_t count;
    struct costly_thread at[COSTLY_THREADS_MAX];
};

/* Returns the number of threads for costly requests beside `threads` that send answers. */
size_t costly_threads_count(long threads);

/* Starts `count` threads; each adds a reader to the snapshots, which needs a slot. Returns false,
 * with the reason in errno and no thread running, if it cannot. */
bool costly_threads_start(struct costly_threads *threads, size_t count, struct costly_queue *queue,
                          struct snapshots *snapshots, struct bodies *bodies, uint64_t work);

/* Ends the threads. The queue must be stopped, and the library's threads must still run, because
 * they send what was being built. */
void costly_threads_stop(struct costly_threads *threads);

/* Frees the rest. Call it after snapshots_finish. */
void costly_threads_finish(struct costly_threads *threads);

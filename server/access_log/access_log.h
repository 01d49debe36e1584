/* The access log: one line per request on standard output.
 *
 * Each worker puts its requests into its own ring buffer, without a lock or an allocation; a
 * separate thread writes them as lines. A slow reader of standard output delays no request: lines
 * that do not fit into a ring, or cannot be written, are dropped, counted, and reported on standard
 * error. A line is written completely or not at all.
 *
 * May include: base, options.
 */
#pragma once

#include "access_log/log_line.h"
#include "access_log/log_ring.h"

#include <pthread.h>
#include <stdatomic.h>

struct access_log {
    enum access_log_format format;
    _Atomic(struct log_ring *) rings; /* a list that only grows */
    atomic_size_t wake_above;         /* a ring that holds more bytes wakes the writer */
    atomic_bool stopping;
    int64_t end;     /* deadline in milliseconds of the monotonic clock; later lines are dropped */
    int wake, ended; /* eventfds: entries are queued; the writer has finished */
    counter lost;    /* lines that the writer has dropped */
    int error;       /* why the last write failed, or 0; for the writer's thread */
    uint64_t dropped_before;
    uint64_t id_prefix, last_id; /* of the identifiers that the log makes */
    char made_id[40];            /* the last one */
    int64_t dropped_at; /* last time of dropped lines, in milliseconds of the monotonic clock */
    pthread_t thread;
};

/* Starts the thread that writes. Returns false, with the reason written to standard error, if it
 * cannot. */
bool access_log_start(struct access_log *log, enum access_log_format format);

/* Returns a ring for one more worker, which the log owns until access_log_finish. Must not be
 * called by two threads at the same time. Returns NULL if out of memory. */
struct log_ring *access_log_join(struct access_log *log);

/* Logs a request. Only the thread of the ring may call this. */
void access_log_add(struct access_log *log, struct log_ring *ring, const struct logged *logged);

/* Returns the number of lines dropped so far. */
uint64_t access_log_dropped(const struct access_log *log);

/* Writes the queued lines until `end`, in milliseconds of the monotonic clock, and ends the thread.
 * No thread may add to the log any more. Returns false if the writer is still blocked in write(2):
 * the caller must then _exit(2). */
bool access_log_stop(struct access_log *log, int64_t end);

/* Frees the rings. The thread must have ended, and no other thread may use the rings. */
void access_log_finish(struct access_log *log);

/* The access log: one line per request on standard output.
 *
 * Each thread that answers puts its requests into a ring of its own, without a lock or an
 * allocation; one more thread writes them as lines. A reader that is slow or gone delays no
 * request: lines that there is no room for are dropped, counted, and reported on standard error. A
 * line is written whole or not at all.
 */
#pragma once

#include "net/log_line.h"
#include "net/log_ring.h"

#include <pthread.h>
#include <stdatomic.h>

struct access_log {
    enum access_log_format format;
    _Atomic(struct log_ring *) rings; /* a list that only grows */
    atomic_size_t wake_above;         /* a ring that holds more bytes wakes the writer */
    atomic_bool stopping;
    int64_t end; /* in milliseconds of the monotonic clock: lines not written by then are dropped */
    int wake, ended; /* eventfds: entries are queued; the writer has finished */
    counter lost;    /* lines that the writer has dropped */
    uint64_t dropped_before;
    int64_t dropped_at; /* when more were last seen, in milliseconds of the monotonic clock */
    pthread_t thread;
};

/* Starts the thread that writes. Returns false, with the reason written to standard error, if it
 * cannot. */
bool access_log_start(struct access_log *log, enum access_log_format format);

/* Returns a ring for one more thread that answers; NULL if out of memory. The log owns it until
 * access_log_finish. Must not be called by two threads at once. */
struct log_ring *access_log_join(struct access_log *log);

/* Logs a request; called by the thread of the ring alone. */
void access_log_add(struct access_log *log, struct log_ring *ring, const struct logged *logged);

/* Returns the number of lines dropped so far. */
uint64_t access_log_dropped(const struct access_log *log);

/* Writes the queued lines until `end`, in milliseconds of the monotonic clock, and ends the thread;
 * no thread may add to the log any more. Returns false if the writer is still blocked in write(2):
 * the caller must then _exit(2). */
bool access_log_stop(struct access_log *log, int64_t end);

/* Frees the rings, when the thread has ended and no other thread uses them. */
void access_log_finish(struct access_log *log);

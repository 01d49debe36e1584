/* The access log: a line per request on standard output.
 *
 * The threads that answer put what they have to say into rings of their own, which takes no lock
 * and allocates nothing; one more thread writes it out as lines. So a reader that is slow or gone
 * keeps no request waiting: lines for which there is no room are dropped, which is counted, and
 * said on standard error when it begins. Lines are written whole or not at all.
 */
#pragma once

#include "net/log_line.h"
#include "net/log_ring.h"

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

struct access_log {
    enum access_log_format format;
    _Atomic(struct log_ring *) rings; /* one is added at times, none is removed */
    atomic_size_t signal_above;       /* a ring with more bytes than that wakes the writer */
    atomic_bool stopping;
    struct timespec end; /* by the monotonic clock: what is then not written is dropped */
    int wake, ended;     /* eventfds: there is something to do; nothing more is done */
    counter lost;        /* lines that the writer has dropped */
    uint64_t dropped_before;
    time_t dropped_at; /* when it was last seen that more were, by the monotonic clock */
    pthread_t thread;
};

/* Starts the thread that writes. False, with what is wrong written to standard error, where it
 * cannot. */
bool access_log_start(struct access_log *log, enum access_log_format format);

/* The ring of one more thread that answers; NULL when out of memory. It lives as long as the log.
 * Not to be called by two threads at once. */
struct log_ring *access_log_join(struct access_log *log);

/* Logs a request; called by the ring's thread alone. */
void access_log_add(struct access_log *log, struct log_ring *ring, const struct logged *logged);

/* Lines dropped so far. */
uint64_t access_log_dropped(const struct access_log *log);

/* Writes what is left, until `end` (by the monotonic clock), and ends the thread; nobody may add
 * any more. False where the reader has stopped the thread in the middle of a write: the program
 * can then but end under it. */
bool access_log_stop(struct access_log *log, const struct timespec *end);

/* Frees the rings, once the thread has ended and nobody has one any more. */
void access_log_finish(struct access_log *log);

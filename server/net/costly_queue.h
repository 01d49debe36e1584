/* The costly requests that wait, those that take more than WORK_TRIAL units of work (work/work.h).
 *
 * The connection of such a request is suspended, and its thread answers others. A thread for costly
 * requests (costly_threads.h) takes the request, builds the answer, and resumes the connection,
 * which sends the answer on its own thread.
 *
 * The clients have equal shares of these threads, however many requests each one has waiting
 * (start-time fair queueing; Goyal, Vin and Cheng, 1996): the second request of an address waits
 * until each other address has had one request. If too many requests wait, the address that has
 * most of them loses its last one.
 */
#pragma once

#include "answer/worker.h"
#include "base/counter.h"
#include "work/work.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct MHD_Connection;

enum {
    COSTLY_WAITING_MAX = 64, /* requests that wait for each thread: some seconds */
    COSTLY_PRESSING = 8,     /* requests of one client that wait */
    COSTLY_CLIENTS = 256     /* clients of which the trials are counted; a power of two */
};

/* The units of work that trials of one client may take in COSTLY_WINDOW nanoseconds, for each
 * thread for costly requests: a fifth of the time of the threads that send answers. */
#define COSTLY_TRIALS (40 * WORK_MILLION)
#define COSTLY_WINDOW INT64_C(100000000)

/* The trials of a client in a window of time. */
struct costly_client {
    uintptr_t client;
    int64_t window;
    uint64_t units;
};

/* A connection's part. All zeros at first. */
struct costly_request {
    struct costly_request *next; /* in the queue */
    struct MHD_Connection *connection;
    const struct request *request;
    uintptr_t client;            /* equal for all connections of an address */
    uint64_t turn;               /* the request with the smallest is answered next */
    struct built_answer *answer; /* to be sent; NULL if the request is refused */
};

typedef void costly_connection_change(struct MHD_Connection *connection);

struct costly_queue {
    pthread_mutex_t lock; /* of all that follows */
    pthread_cond_t changed;
    uint64_t trials; /* units that trials of one client may take in a window */
    struct costly_client clients[COSTLY_CLIENTS]; /* by their hash; a newer one replaces another */
    size_t most;                                  /* requests that may wait */
    counter waiting, refused;
    struct costly_request *first; /* sorted by `turn` */
    uint64_t turn;                /* of the request that was taken last */
    bool stopped;
    costly_connection_change *suspend, *resume;
};

/* Prepares an empty queue for a number of threads for costly requests. `suspend` and `resume` are
 * those of libmicrohttpd. */
void costly_queue_init(struct costly_queue *queue, size_t threads,
                       costly_connection_change *suspend, costly_connection_change *resume);
void costly_queue_finish(struct costly_queue *queue);

/* Adds the request of a connection, from the access handler, and suspends the connection.
 * `request`, whose members `connection`, `request` and `client` are set, must stay valid until the
 * connection is closed. May refuse another request that waits. Returns false if this one is
 * refused. */
bool costly_queue_add(struct costly_queue *queue, struct costly_request *request);

/* Counts the units of a trial for a client. `now` is in nanoseconds of the monotonic clock. */
void costly_queue_count_trial(struct costly_queue *queue, uintptr_t client, int64_t now,
                              uint64_t units);

/* Reports whether a client has COSTLY_PRESSING or more requests waiting, or has used its trials.
 * The next trial must then be short, because it would keep other connections waiting. */
bool costly_queue_presses(struct costly_queue *queue, uintptr_t client, int64_t now);

/* Waits for a request and takes it. Returns NULL if the queue is stopped. */
struct costly_request *costly_queue_take(struct costly_queue *queue);

/* Resumes the connection of a request that was taken, which sends `answer`; NULL if out of memory.
 * Returns when the answer is not used any more, so that few answers are in memory. */
void costly_queue_hand_over(struct costly_queue *queue, struct costly_request *request,
                            struct built_answer *answer);

/* Ends the use of the answer, if the request has one. */
void costly_queue_leave(struct costly_queue *queue, struct costly_request *request);

/* Refuses all requests that wait, and lets no other wait. libmicrohttpd requires that all
 * connections are resumed before it stops. */
void costly_queue_stop(struct costly_queue *queue);

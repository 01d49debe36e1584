/* The places for costly requests, those that take more than WORK_TRIAL units of work
 * (work/work.h): half as many as there are threads, and at least one. So a thread is always free
 * for requests that take little work.
 *
 * A request that finds no place waits: its connection is suspended, and its thread answers others.
 * The request that leaves a place hands it to the one that has waited longest, and resumes that
 * connection, which is then answered on its own thread. If too many wait, a request is refused.
 */
#pragma once

#include "answer/worker.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct MHD_Connection;

enum {
    COSTLY_WAITING_MAX = 64 /* requests that wait for each place: some seconds */
};

/* A connection's part. All zeros at first. */
struct costly_place {
    struct costly_place *next; /* in the list of those that wait */
    struct MHD_Connection *connection;
    bool held; /* true if the connection's request has a place */
};

struct costly_places {
    pthread_mutex_t lock; /* of all that follows */
    size_t count, free;
    size_t waiting;
    struct costly_place *first, **last; /* those that wait, the first one longest */
    bool stopped;
};

/* Prepares the places for a number of threads. */
void costly_places_init(struct costly_places *places, long threads);
void costly_places_finish(struct costly_places *places);

/* Takes a place for the request of a connection, from the access handler. `place` must stay valid
 * until the connection is closed. */
enum costly_entry costly_places_enter(struct costly_places *places, struct costly_place *place,
                                      struct MHD_Connection *connection);

/* Leaves the place, if `place` holds one. */
void costly_places_leave(struct costly_places *places, struct costly_place *place);

/* Resumes all connections that wait, without a place, and lets no other wait. libmicrohttpd
 * requires that before it stops. */
void costly_places_stop(struct costly_places *places);

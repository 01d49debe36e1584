/* The state that the connections of a listener share: the snapshots, the access log, and the lists
 * of open connections and of the library's threads.
 *
 * Locks protect the lists. They are taken when a connection opens or closes, but not for a request.
 */
#pragma once

#include "access_log/access_log.h"
#include "answer/bodies.h"
#include "answer/snapshot.h"
#include "connections/connections.h"
#include "http/request.h"
#include "http/server_status.h"
#include "listen/acceptor.h"
#include "net/costly_threads.h"
#include "options/options.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

struct MHD_Connection;
struct exchange;
struct worker;

struct exchanges {
    struct snapshots *snapshots;
    const struct options *options;
    const struct server_status *server_status;
    enum listener_role listener_role;
    struct access_log *log; /* NULL if there is no access log */
    atomic_bool draining;   /* true while /readyz says 503 and requests are answered */
    atomic_bool stopping;   /* true if each answer closes its connection */
    struct bodies bodies;   /* of all responses */
    struct connections connections;
    struct acceptor acceptor; /* runs if the socket is of the service manager */
    struct costly_queue costly;
    struct costly_threads costly_threads;
    pthread_mutex_t lock;        /* of the workers, and of the start of the costly threads */
    struct worker *workers;      /* one for each thread of the library that has had a connection */
    struct log_ring *spare_ring; /* ring of a worker that could not be created, for the next one */
};

/* Prepares the shared state without connections. Borrows all arguments. */
void exchanges_init(struct exchanges *exchanges, struct snapshots *snapshots,
                    const struct server_status *status, const struct options *options,
                    enum listener_role listener_role);

/* Frees the workers. Call it when no thread of the library runs any more. */
void exchanges_finish(struct exchanges *exchanges);

/* Returns the state of a new connection, with the worker of the calling thread. Creates the worker
 * if the thread has none; `worker` is NULL if that runs out of memory. Returns NULL if out of
 * memory. */
struct exchange *exchanges_open(struct exchanges *exchanges, struct MHD_Connection *connection);

/* Frees the state of a connection that has ended, and logs it if the library has refused a head;
 * `exchange` may be NULL. */
void exchanges_close(struct exchanges *exchanges, struct exchange *exchange,
                     struct MHD_Connection *connection);

/* Calls `visit` with each worker, also those of the threads for costly requests. The threads of the
 * workers continue meanwhile. */
void exchanges_visit_workers(struct exchanges *exchanges,
                             void (*visit)(void *context, const struct worker *worker),
                             void *context);

/* A connection's requests and answers, one at a time: between libmicrohttpd and the routes.
 *
 * The callbacks in exchange.c are the only code that sees both sides. They run on the threads that
 * libmicrohttpd keeps, each connection on one of them for its life. All that threads share is the
 * snapshot, which nobody changes, and the lists of connections and threads, whose lock is taken
 * when a connection opens or closes but not for a request.
 */
#pragma once

#include "answer/snapshot.h"
#include "http/request.h"
#include "http/server_status.h"
#include "net/access_log.h"
#include "options/options.h"

#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

struct exchange;
struct worker;

/* What all exchanges share. */
struct exchanges {
    struct snapshots *snapshots;
    const struct options *options;
    const struct server_status *server_status;
    enum listener_role listener_role;
    struct access_log *log; /* NULL where there is none */
    atomic_bool draining;   /* no more requests are wanted, but still answered */
    atomic_bool stopping;   /* answers now close their connection */
    pthread_mutex_t lock;   /* of the lists */
    struct exchange *first;
    struct worker *workers;
    struct log_ring *spare_ring; /* of a thread for which there was then no memory */
    counter opened, closed;      /* connections, so far */
};

void exchanges_init(struct exchanges *exchanges, struct snapshots *snapshots,
                    const struct server_status *status, const struct options *options,
                    enum listener_role listener_role);

/* To be called when no thread of the library runs any more. */
void exchanges_finish(struct exchanges *exchanges);

/* Calls `visit` with each worker, which goes on answering meanwhile. */
void exchanges_visit_workers(struct exchanges *exchanges,
                             void (*visit)(void *context, const struct worker *worker),
                             void *context);

/* Whether a request is being answered on any connection. */
bool exchanges_under_way(struct exchanges *exchanges);

/* libmicrohttpd's callbacks; each takes the `struct exchanges` as its first argument. */
void exchange_connection(void *cls, struct MHD_Connection *connection, void **context,
                         enum MHD_ConnectionNotificationCode code);
void *exchange_target(void *cls, const char *target, struct MHD_Connection *connection);
size_t exchange_leave_escaped(void *cls, struct MHD_Connection *connection, char *text);
enum MHD_Result exchange_access(void *cls, struct MHD_Connection *connection, const char *url,
                                const char *method, const char *version, const char *upload,
                                size_t *upload_size, void **context);
void exchange_completed(void *cls, struct MHD_Connection *connection, void **context,
                        enum MHD_RequestTerminationCode code);

#include "net/exchanges.h"

#include "answer/worker.h"
#include "net/client_of_request.h"
#include "net/exchange.h"
#include "net/exchange_log.h"
#include "work/work.h"

#include <microhttpd.h>

#include <stdlib.h>

void exchanges_init(struct exchanges *exchanges, struct snapshots *snapshots,
                    const struct server_status *status, const struct options *options,
                    enum listener_role listener_role)
{
    *exchanges = (struct exchanges){.snapshots = snapshots,
                                    .server_status = status,
                                    .options = options,
                                    .listener_role = listener_role};
    pthread_mutex_init(&exchanges->lock, NULL);
    connections_init(&exchanges->connections);
    costly_queue_init(&exchanges->costly, costly_threads_count(options->threads),
                      MHD_suspend_connection, MHD_resume_connection);
    bodies_init(&exchanges->bodies, (size_t)options->answer_bytes);
    exchanges->connections.refused = &exchanges->bodies.refused;
    exchanges->connections.oldest = &snapshots->oldest;
}

void exchanges_finish(struct exchanges *exchanges)
{
    for (struct worker *worker = exchanges->workers, *next; worker; worker = next) {
        next = worker->next;
        worker_destroy(worker);
    }
    connections_finish(&exchanges->connections);
    costly_threads_finish(&exchanges->costly_threads);
    costly_queue_finish(&exchanges->costly);
    bodies_finish(&exchanges->bodies);
    pthread_mutex_destroy(&exchanges->lock);
}

/* Adds a worker for the calling thread. Returns NULL if out of memory. */
static struct worker *exchanges_add_worker(struct exchanges *exchanges)
{
    if (exchanges->log && !exchanges->spare_ring)
        exchanges->spare_ring = access_log_join(exchanges->log);
    if (exchanges->log && !exchanges->spare_ring)
        return NULL;
    struct worker *worker = worker_create(
        exchanges->snapshots, &exchanges->bodies, exchanges->listener_role != LISTENER_ADMIN,
        (uint64_t)exchanges->options->request_work * WORK_MILLION);
    if (!worker)
        return NULL;
    worker->defer = exchange_defer;
    worker->trial = exchange_trial;
    worker->count_trial = exchange_count_trial;
    worker->defer_context = exchanges;
    worker->log_ring = exchanges->spare_ring;
    exchanges->spare_ring = NULL;
    worker->next = exchanges->workers;
    exchanges->workers = worker;
    return worker;
}

static struct worker *exchanges_own_worker(struct exchanges *exchanges)
{
    for (struct worker *worker = exchanges->workers; worker; worker = worker->next)
        if (pthread_equal(worker->thread, pthread_self()))
            return worker;
    return exchanges_add_worker(exchanges);
}

/* Fills in what the list of connections has to know. Returns the address of the client, or NULL. */
static const struct sockaddr *exchanges_read_connection(struct MHD_Connection *connection,
                                                        struct connection *ret_connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    ret_connection->socket = info ? info->connect_fd : -1;
    ret_connection->encrypted =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_GNUTLS_SESSION) != NULL;
    info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info ? info->client_addr : NULL;
}

struct exchange *exchanges_open(struct exchanges *exchanges, struct MHD_Connection *connection)
{
    struct exchange *exchange = calloc(1, sizeof *exchange);
    if (!exchange)
        return NULL;
    request_content_init(&exchange->content);
    pthread_mutex_lock(&exchanges->lock);
    exchange->worker = exchanges_own_worker(exchanges);
    pthread_mutex_unlock(&exchanges->lock);
    const struct sockaddr *peer = exchanges_read_connection(connection, &exchange->connection);
    exchange->connection.is_proxy =
        exchanges->listener_role != LISTENER_ADMIN && client_is_proxy(exchanges->options, peer);
    connections_open(&exchanges->connections, &exchange->connection, peer);
    return exchange;
}

void exchanges_close(struct exchanges *exchanges, struct exchange *exchange,
                     struct MHD_Connection *connection)
{
    if (!exchange)
        return;
    costly_queue_leave(&exchanges->costly, &exchange->costly);
    connections_leave_request(&exchange->connection);
    connections_close(&exchanges->connections, &exchange->connection);
    if (exchanges->log && exchange->connection.refused && exchange->worker)
        exchange_log_add_refused(exchanges, exchange, connection);
    request_head_finish(&exchange->head);
    request_content_finish(&exchange->content);
    free(exchange->target);
    free(exchange->shortened);
    free(exchange);
}

void exchanges_visit_workers(struct exchanges *exchanges,
                             void (*visit)(void *context, const struct worker *worker),
                             void *context)
{
    pthread_mutex_lock(&exchanges->lock);
    for (const struct worker *worker = exchanges->workers; worker; worker = worker->next)
        visit(context, worker);
    for (size_t i = 0; i < COSTLY_THREADS_MAX; i++)
        if (exchanges->costly_threads.at[i].worker)
            visit(context, exchanges->costly_threads.at[i].worker);
    pthread_mutex_unlock(&exchanges->lock);
}

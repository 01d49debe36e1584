#include "net/exchanges.h"

#include "answer/worker.h"
#include "net/exchange.h"

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
}

void exchanges_finish(struct exchanges *exchanges)
{
    for (struct worker *worker = exchanges->workers, *next; worker; worker = next) {
        next = worker->next;
        worker_destroy(worker);
    }
    pthread_mutex_destroy(&exchanges->lock);
}

/* Adds a worker for the calling thread. Returns NULL if out of memory. */
static struct worker *exchanges_add_worker(struct exchanges *exchanges)
{
    if (exchanges->log && !exchanges->spare_ring)
        exchanges->spare_ring = access_log_join(exchanges->log);
    if (exchanges->log && !exchanges->spare_ring)
        return NULL;
    struct worker *worker =
        worker_create(exchanges->snapshots, exchanges->listener_role != LISTENER_ADMIN);
    if (!worker)
        return NULL;
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

struct exchange *exchanges_open(struct exchanges *exchanges)
{
    struct exchange *exchange = calloc(1, sizeof *exchange);
    if (!exchange)
        return NULL;
    pthread_mutex_lock(&exchanges->lock);
    exchange->worker = exchanges_own_worker(exchanges);
    exchange->next = exchanges->first;
    if (exchange->next)
        exchange->next->previous = exchange;
    exchanges->first = exchange;
    counter_add(&exchanges->opened, 1);
    pthread_mutex_unlock(&exchanges->lock);
    return exchange;
}

void exchanges_close(struct exchanges *exchanges, struct exchange *exchange)
{
    if (!exchange)
        return;
    pthread_mutex_lock(&exchanges->lock);
    if (exchange->next)
        exchange->next->previous = exchange->previous;
    if (exchange->previous)
        exchange->previous->next = exchange->next;
    else
        exchanges->first = exchange->next;
    counter_add(&exchanges->closed, 1);
    pthread_mutex_unlock(&exchanges->lock);
    request_head_finish(&exchange->head);
    free(exchange->target);
    free(exchange);
}

void exchanges_visit_workers(struct exchanges *exchanges,
                             void (*visit)(void *context, const struct worker *worker),
                             void *context)
{
    pthread_mutex_lock(&exchanges->lock);
    for (const struct worker *worker = exchanges->workers; worker; worker = worker->next)
        visit(context, worker);
    pthread_mutex_unlock(&exchanges->lock);
}

bool exchanges_under_way(struct exchanges *exchanges)
{
    bool any = false;
    pthread_mutex_lock(&exchanges->lock);
    for (struct exchange *one = exchanges->first; one && !any; one = one->next)
        any = atomic_load_explicit(&one->under_way, memory_order_relaxed);
    pthread_mutex_unlock(&exchanges->lock);
    return any;
}

#include "net/exchange.h"

#include "answer/request_head.h"
#include "answer/worker.h"
#include "net/client_address.h"
#include "net/stop_accepting.h"
#include "router.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What a connection keeps from its opening to its closing, for one request after the other. */
struct exchange {
    struct exchange *next, *previous;
    struct worker *worker;   /* that of the connection's thread */
    const char *target_came; /* where the library has it */
    char *target;            /* as it came, undecoded */
    size_t target_capacity;  /* kept for the next request */
    bool target_lost;        /* there was no memory for it */
    bool begun;              /* the access handler has seen the request's head */
    atomic_bool under_way;
    struct head head;
    const char *method, *version; /* as they came; known where there is a log */
    uint64_t began; /* when the head was there, in nanoseconds of the monotonic clock */
    struct sent sent;
};

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

/* The calling thread's worker, which is made where it has none; NULL when out of memory. */
static struct worker *own_worker(struct exchanges *exchanges)
{
    for (struct worker *worker = exchanges->workers; worker; worker = worker->next)
        if (pthread_equal(worker->thread, pthread_self()))
            return worker;
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

static struct exchange *open_exchange(struct exchanges *exchanges)
{
    struct exchange *exchange = calloc(1, sizeof *exchange);
    if (!exchange)
        return NULL;
    pthread_mutex_lock(&exchanges->lock);
    exchange->worker = own_worker(exchanges);
    exchange->next = exchanges->first;
    if (exchange->next)
        exchange->next->previous = exchange;
    exchanges->first = exchange;
    counter_add(&exchanges->opened, 1);
    pthread_mutex_unlock(&exchanges->lock);
    return exchange;
}

static void close_exchange(struct exchanges *exchanges, struct exchange *exchange)
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
    head_finish(&exchange->head);
    free(exchange->target);
    free(exchange);
}

void exchange_connection(void *cls, struct MHD_Connection *connection, void **context,
                         enum MHD_ConnectionNotificationCode code)
{
    struct exchanges *exchanges = cls;
    if (code != MHD_CONNECTION_NOTIFY_STARTED) {
        close_exchange(exchanges, *context);
        return;
    }
    *context = open_exchange(exchanges);
    const union MHD_ConnectionInfo *info =
        atomic_load_explicit(&exchanges->stopping, memory_order_relaxed)
            ? MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)
            : NULL;
    if (info)
        door_open(info->connect_fd);
}

static bool keep_target(struct exchange *exchange, const char *target)
{
    const size_t size = strlen(target) + 1;
    if (size > exchange->target_capacity) {
        char *grown = realloc(exchange->target, size);
        if (!grown)
            return false;
        exchange->target = grown;
        exchange->target_capacity = size;
    }
    memcpy(exchange->target, target, size);
    return true;
}

/* Called when the request line is there. The target is kept as it came, since the library is about
 * to decode and split it in place. The query is taken away from the library: it would make a
 * record of each parameter, and with many of them 0.9.75 runs out of its pool and never answers.
 * It goes on reading behind the first question mark, in its own, writable buffer. */
void *exchange_target(void *cls, const char *target, struct MHD_Connection *connection)
{
    (void)cls;
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    struct exchange *exchange = info ? info->socket_context : NULL;
    if (!exchange)
        return NULL;
    exchange->begun = false;
    exchange->target_came = target;
    exchange->target_lost = !keep_target(exchange, target ? target : "");
    char *query = target ? (char *)(uintptr_t)strchr(target, '?') : NULL;
    if (query)
        query[1] = '\0';
    return exchange;
}

/* The library need not decode what nobody reads. */
size_t exchange_leave_escaped(void *cls, struct MHD_Connection *connection, char *text)
{
    (void)cls, (void)connection;
    return strlen(text);
}

/* Who may read the answer, as the operator has it. */
static void set_cors(const struct options *options, struct request *request)
{
    if (options->cors_origin_count == 0 || strcmp(options->cors_origins[0], "*") == 0)
        return;
    request->cors = CORS_NONE;
    if (strcmp(options->cors_origins[0], "off") == 0)
        return;
    request->cors_varies = true;
    for (size_t i = 0; request->origin && i < options->cors_origin_count; i++)
        if (strcmp(options->cors_origins[i], request->origin) == 0)
            request->cors = CORS_ORIGIN;
}

/* Answers what does not go through the cache: refusals, other methods, and the last answers before
 * the server stops. Those that may have a body behind them close the connection. */
static enum MHD_Result answer_directly(const struct exchanges *exchanges,
                                       struct MHD_Connection *connection, struct exchange *exchange,
                                       bool closing)
{
    const struct head *head = &exchange->head;
    struct response response;
    if (!head->refusal)
        return worker_answer_once(exchange->worker, exchanges->snapshots, &head->request, closing,
                                  connection, &exchange->sent);
    response_init(&response);
    router_refuse(&head->request, head->refusal_status, head->refusal, &response);
    const enum MHD_Result result = worker_send(exchange->worker, &head->request, &response, closing,
                                               connection, &exchange->sent);
    response_finish(&response);
    return result;
}

static uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

static enum MHD_Result begin(const struct exchanges *exchanges, struct MHD_Connection *connection,
                             struct exchange *exchange, const char *method, const char *version)
{
    exchange->begun = true;
    exchange->sent = (struct sent){0};
    exchange->began = now();
    atomic_store_explicit(&exchange->under_way, true, memory_order_relaxed);
    if (exchange->target_lost || !exchange->worker)
        return MHD_NO;
    const struct request_line line = {method, version, exchange->target_came, exchange->target};
    head_read(&exchange->head, connection, &line);
    set_cors(exchanges->options, &exchange->head.request);
    exchange->head.request.listener_role = exchanges->listener_role;
    exchange->head.request.server_status = exchanges->server_status;
    exchange->head.request.base_path = exchanges->options->base_path;
    if (exchanges->log) {
        exchange->method = method;
        exchange->version = version;
    }
    if (exchange->head.refusal || exchange->head.request.method == METHOD_OTHER)
        return answer_directly(exchanges, connection, exchange, true);
    return MHD_YES;
}

/* The library calls this when the head of a request is there, for each piece of its body, and at
 * its end. To answer on the first call makes it close the connection: that is only done where there
 * may be a body that nobody wants, or where it is not clear what follows. */
enum MHD_Result exchange_access(void *cls, struct MHD_Connection *connection, const char *url,
                                const char *method, const char *version, const char *upload,
                                size_t *upload_size, void **context)
{
    const struct exchanges *exchanges = cls;
    struct exchange *exchange = *context;
    (void)url, (void)upload;
    if (!exchange)
        return MHD_NO;
    if (!exchange->begun)
        return begin(exchanges, connection, exchange, method, version);
    if (*upload_size > 0) {
        *upload_size = 0;
        return MHD_YES;
    }
    const bool stopping = atomic_load_explicit(&exchanges->stopping, memory_order_relaxed);
    if (stopping || exchange->head.request.method == METHOD_OPTIONS ||
        exchanges->listener_role == LISTENER_ADMIN)
        return answer_directly(exchanges, connection, exchange, stopping);
    return worker_answer(exchange->worker, exchanges->snapshots, &exchange->head.request,
                         connection, &exchange->sent);
}

static int64_t wall_clock(void)
{
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* All texts are the library's until the request is completed, which is not yet quite so. */
static void log_exchange(const struct exchanges *exchanges, const struct exchange *exchange,
                         struct MHD_Connection *connection, uint64_t took)
{
    const struct sent *sent = &exchange->sent;
    const struct logged logged = {
        .time = wall_clock() - (int64_t)took,
        .duration = took,
        .bytes = exchange->head.request.method == METHOD_HEAD ? 0 : sent->length,
        .status = sent->status,
        .client = client_address(connection, exchanges->options),
        .texts = {[LOGGED_METHOD] = exchange->method,
                  [LOGGED_TARGET] = exchange->target,
                  [LOGGED_PROTOCOL] = exchange->version,
                  [LOGGED_REFERER] = MHD_lookup_connection_value(connection, MHD_HEADER_KIND,
                                                                 MHD_HTTP_HEADER_REFERER),
                  [LOGGED_USER_AGENT] = MHD_lookup_connection_value(connection, MHD_HEADER_KIND,
                                                                    MHD_HTTP_HEADER_USER_AGENT),
                  [LOGGED_REPRESENTATION] = sent->series ? sent->series->media_type : NULL}};
    access_log_add(exchanges->log, exchange->worker->log_ring, &logged);
}

void exchange_completed(void *cls, struct MHD_Connection *connection, void **context,
                        enum MHD_RequestTerminationCode code)
{
    const struct exchanges *exchanges = cls;
    struct exchange *exchange = *context;
    (void)code;
    if (!exchange || !exchange->begun)
        return;
    const uint64_t took = now() - exchange->began;
    if (exchange->sent.series)
        series_count(exchange->sent.series, took);
    if (exchanges->log && exchange->sent.status)
        log_exchange(exchanges, exchange, connection, took);
    head_finish(&exchange->head);
    exchange->begun = false;
    atomic_store_explicit(&exchange->under_way, false, memory_order_relaxed);
}

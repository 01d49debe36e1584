#include "net/exchange.h"

#include "answer/stream.h"
#include "answer/worker_send.h"
#include "base/array.h"
#include "base/monotonic_clock.h"
#include "connections/forwarded.h"
#include "listen/stop_accepting.h"
#include "net/client_of_request.h"
#include "net/exchange_log.h"
#include "net/ignored_parameters.h"
#include "router.h"
#include "work/work.h"

#include <stdint.h>
#include <string.h>

void exchange_connection(void *cls, struct MHD_Connection *connection, void **context,
                         enum MHD_ConnectionNotificationCode code)
{
    struct exchanges *exchanges = cls;
    if (code != MHD_CONNECTION_NOTIFY_STARTED) {
        const struct exchange *ended = *context;
        if (ended && ended->sent.unfinished)
            stream_reset_connection(connection);
        exchanges_close(exchanges, *context, connection);
        return;
    }
    *context = exchanges_open(exchanges, connection);
    const union MHD_ConnectionInfo *info =
        atomic_load_explicit(&exchanges->stopping, memory_order_relaxed)
            ? MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)
            : NULL;
    if (info)
        stop_accepting_exempt(info->connect_fd);
}

static bool exchange_grow_target(struct exchange *exchange, size_t size)
{
    char *grown = array_reserve(exchange->target, &exchange->target_capacity, size, 1);
    if (grown)
        exchange->target = grown;
    return grown != NULL;
}

static bool exchange_copy_target(struct exchange *exchange, const char *target)
{
    const size_t size = strlen(target) + 1;
    if (size > exchange->target_capacity && !exchange_grow_target(exchange, size))
        return false;
    memcpy(exchange->target, target, size);
    return true;
}

void *exchange_target(void *cls, const char *target, struct MHD_Connection *connection)
{
    const struct exchanges *exchanges = cls;
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    struct exchange *exchange = info ? info->socket_context : NULL;
    if (!exchange)
        return NULL;
    const struct request request = {.target = target ? target : "",
                                    .publication = &exchanges->options->publication};
    exchange->state = EXCHANGE_IDLE;
    exchange->target_came = target;
    exchange->target_lost = !exchange_copy_target(exchange, target ? target : "");
    request_head_hide_fields(connection, request_is_for_mcp(&request));
    char *query = target ? (char *)(uintptr_t)strchr(target, '?') : NULL;
    if (query)
        query[1] = '\0';
    return exchange;
}

size_t exchange_leave_escaped(void *cls, struct MHD_Connection *connection, char *text)
{
    (void)cls, (void)connection;
    return strlen(text);
}

/* Sets which pages may read the answer, according to --cors-origin. The monitoring paths on a port
 * of their own are not for pages. */
static void exchange_set_cors(const struct exchanges *exchanges, struct request *request)
{
    const struct options *options = exchanges->options;
    if (exchanges->listener_role == LISTENER_ADMIN) {
        request->cors = CORS_NONE;
        return;
    }
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

/* Reports whether the peer is a trusted proxy that received the request over TLS. */
static bool exchange_was_encrypted(const struct exchanges *exchanges,
                                   struct MHD_Connection *connection,
                                   const struct request_head *head)
{
    const struct options *options = exchanges->options;
    if ((!head->forwarded && !head->forwarded_scheme) || !options->trusted_proxy_count)
        return false;
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct address peer = address_of(info ? info->client_addr : NULL);
    return network_any_contains(options->trusted_proxies, options->trusted_proxy_count, &peer) &&
           forwarded_is_https(head->forwarded, head->forwarded_scheme);
}

/* Makes the target of the request one without ignored parameters. Returns false if out of memory.
 */
static bool exchange_drop_ignored(const struct exchanges *exchanges, struct exchange *exchange)
{
    const struct options *options = exchanges->options;
    const struct ignored_parameters ignored = {options->ignored_parameters,
                                               options->ignored_parameter_count};
    if (!ignored_parameters_find(&ignored, exchange->target))
        return true;
    char *shortened = array_reserve(exchange->shortened, &exchange->shortened_capacity,
                                    strlen(exchange->target) + 1, 1);
    if (!shortened)
        return false;
    exchange->shortened = shortened;
    ignored_parameters_remove(&ignored, exchange->target, shortened);
    exchange->head.request.target = shortened;
    return true;
}

/* Notes for the access log that the response is about to be sent: the library writes its head when
 * the callback returns. */
static inline void exchange_note_ready(const struct exchanges *exchanges, struct exchange *exchange)
{
    if (exchanges->log && exchange->state == EXCHANGE_BEGUN)
        exchange->ready = monotonic_nanoseconds();
}

/* Answers without the cache: refusals, other methods, the admin listener, and the last answers
 * before the server stops. If `closing` is true, closes the connection afterwards. */
static enum MHD_Result exchange_answer_uncached(const struct exchanges *exchanges,
                                                struct MHD_Connection *connection,
                                                struct exchange *exchange, bool closing)
{
    const struct request_head *head = &exchange->head;
    struct response response;
    if (!head->refusal)
        return worker_answer_uncached(exchange->worker, exchanges->snapshots, &head->request,
                                      closing, connection, &exchange->sent);
    response_init(&response);
    router_refuse(&head->request, head->refusal_status, head->refusal, &response);
    const enum MHD_Result result = worker_send(exchange->worker, &head->request, &response, closing,
                                               connection, &exchange->sent);
    response_finish(&response);
    return result;
}

/* Counts the request for the client that a trusted proxy names. */
static void exchange_enter(struct exchanges *exchanges, struct MHD_Connection *connection,
                           struct exchange *exchange)
{
    exchange->crowded = false;
    if (!exchange->connection.is_proxy)
        return;
    const struct address client = client_of_request(connection, exchanges->options);
    exchange->crowded =
        !connections_enter_request(&exchanges->connections, &exchange->connection, &client);
}

/* Notifies the thread that watches the connections. The bytes of the head are added when they are
 * known. */
static void exchange_set_under_way(struct connection *connection, int64_t now)
{
    atomic_store_explicit(&connection->began, now, memory_order_relaxed);
    atomic_store_explicit(&connection->under_way, true, memory_order_relaxed);
}

/* Lets a POST request wait for its content. Meanwhile the connection waits
 * (connections/connections.h), so that it is closed if the content comes too slowly, like one whose
 * head does. */
static void exchange_expect_content(struct exchange *exchange, const char *method)
{
    request_content_expect(&exchange->head, method);
    if (exchange->head.request.method == METHOD_POST && exchange->head.has_content &&
        !exchange->head.refusal)
        atomic_store_explicit(&exchange->connection.under_way, false, memory_order_release);
}

/* Completes the content. Its bytes count as those of the head, so that they are not taken for a
 * next head. In chunks it has an unknown number of bytes. */
static void exchange_end_content(struct exchange *exchange)
{
    struct connection *connection = &exchange->connection;
    if (exchange->head.transfer_encoding)
        atomic_store_explicit(&connection->uncounted, true, memory_order_relaxed);
    counter_add(&connection->head_bytes, exchange->content.bytes.length);
    atomic_store_explicit(&connection->under_way, true, memory_order_relaxed);
    request_content_end(&exchange->content, &exchange->head);
}

static enum MHD_Result exchange_begin(struct exchanges *exchanges,
                                      struct MHD_Connection *connection, struct exchange *exchange,
                                      const char *method, const char *version)
{
    exchange->state = EXCHANGE_BEGUN;
    exchange->sent = (struct sent){0};
    exchange_set_under_way(&exchange->connection, monotonic_nanoseconds());
    if (exchange->target_lost || !exchange->worker)
        return MHD_NO;
    const struct request_line line = {method, version, exchange->target_came, exchange->target};
    request_head_read(&exchange->head, connection, &line);
    counter_add(&exchange->connection.head_bytes, exchange->head.bytes);
    exchange_enter(exchanges, connection, exchange);
    if (!exchange_drop_ignored(exchanges, exchange))
        return MHD_NO;
    exchange_set_cors(exchanges, &exchange->head.request);
    exchange->head.request.listener_role = exchanges->listener_role;
    exchange->head.request.server_status = exchanges->server_status;
    worker_set_coding(exchange->worker, exchange->head.accept_encoding, &exchange->head.request);
    exchange->head.request.base_path = exchanges->options->base_path;
    exchange->head.request.publication = &exchanges->options->publication;
    exchange->head.request.https = exchanges->options->tls_cert ||
                                   exchange_was_encrypted(exchanges, connection, &exchange->head);
    exchange_expect_content(exchange, method);
    if (exchanges->log) {
        exchange->method = method;
        exchange->version = version;
    }
    if (exchange->head.refusal)
        traffic_refuse(&exchange->worker->traffic, REFUSED_FOR_HEAD);
    if (!exchange->head.refusal && exchange->head.request.method < METHOD_OTHER)
        return MHD_YES;
    const enum MHD_Result result = exchange_answer_uncached(exchanges, connection, exchange, true);
    exchange_note_ready(exchanges, exchange);
    return result;
}

static int64_t exchange_began(const struct exchange *exchange)
{
    return atomic_load_explicit(&exchange->connection.began, memory_order_relaxed);
}

static struct exchange *exchange_of(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

bool exchange_defer(void *exchanges, struct MHD_Connection *connection)
{
    struct exchanges *all = exchanges;
    struct exchange *exchange = exchange_of(connection);
    if (!exchange)
        return false;
    exchange->state = EXCHANGE_WAITING;
    exchange->costly.connection = connection;
    exchange->costly.request = &exchange->head.request;
    exchange->costly.client = exchange->connection.client;
    const bool waits = costly_queue_add(&all->costly, &exchange->costly);
    if (!waits)
        exchange->state = EXCHANGE_BEGUN;
    return waits;
}

void exchange_count_trial(void *exchanges, struct MHD_Connection *connection, uint64_t units)
{
    struct exchanges *all = exchanges;
    const struct exchange *exchange = exchange_of(connection);
    if (exchange)
        costly_queue_count_trial(&all->costly, exchange->connection.client,
                                 exchange_began(exchange), units);
}

uint64_t exchange_trial(void *exchanges, struct MHD_Connection *connection)
{
    struct exchanges *all = exchanges;
    const struct exchange *exchange = exchange_of(connection);
    const bool presses = exchange && costly_queue_presses(&all->costly, exchange->connection.client,
                                                          exchange_began(exchange));
    return presses ? WORK_TRIAL_SHORT : WORK_TRIAL;
}

/* Notifies the thread that watches the connections if the answer is a stream. */
static inline void exchange_note_stream(struct exchange *exchange)
{
    if (exchange->sent.unfinished)
        connections_note_stream(&exchange->connection, exchange->sent.snapshot_number);
}

/* Refuses a request of a client behind a proxy that has too many under way. The connection stays
 * open, as the proxy uses it for other clients, too. */
static enum MHD_Result exchange_refuse_crowded(struct MHD_Connection *connection,
                                               struct exchange *exchange)
{
    const struct request *request = &exchange->head.request;
    struct response response;
    response_init(&response);
    traffic_refuse(&exchange->worker->traffic, REFUSED_FOR_CLIENT);
    router_refuse(request, 429,
                  "too many requests of your address are being answered; wait for their answers",
                  &response);
    response_add_header(&response, "Retry-After", "1");
    const enum MHD_Result result =
        worker_send(exchange->worker, request, &response, false, connection, &exchange->sent);
    response_finish(&response);
    return result;
}

/* Sends the answer to a costly request, after its connection was resumed. */
static enum MHD_Result exchange_answer_costly(struct exchanges *exchanges,
                                              struct MHD_Connection *connection,
                                              struct exchange *exchange)
{
    const struct request *request = &exchange->head.request;
    exchange->state = EXCHANGE_BEGUN;
    const enum MHD_Result result =
        exchange->costly.answer
            ? worker_send_built(exchange->worker, request, exchange->costly.answer, connection,
                                &exchange->sent)
            : worker_send_busy(exchange->worker, request, connection, &exchange->sent);
    costly_queue_leave(&exchanges->costly, &exchange->costly);
    exchange_note_stream(exchange);
    return result;
}

/* Answers a request whose head and content have come. */
static enum MHD_Result exchange_answer(struct exchanges *exchanges,
                                       struct MHD_Connection *connection, struct exchange *exchange)
{
    if (exchange->head.request.method == METHOD_POST)
        exchange_end_content(exchange);
    const bool stopping = atomic_load_explicit(&exchanges->stopping, memory_order_relaxed);
    if (stopping || exchange->head.request.method == METHOD_OPTIONS ||
        exchanges->listener_role == LISTENER_ADMIN)
        return exchange_answer_uncached(exchanges, connection, exchange, stopping);
    if (exchange->crowded)
        return exchange_refuse_crowded(connection, exchange);
    const enum MHD_Result result =
        worker_answer(exchange->worker, exchanges->snapshots, &exchange->head.request, connection,
                      &exchange->sent);
    exchange_note_stream(exchange);
    return result;
}

enum MHD_Result exchange_access(void *cls, struct MHD_Connection *connection, const char *url,
                                const char *method, const char *version, const char *upload,
                                size_t *upload_size, void **context)
{
    struct exchanges *exchanges = cls;
    struct exchange *exchange = *context;
    (void)url;
    if (!exchange)
        return MHD_NO;
    if (exchange->state == EXCHANGE_IDLE)
        return exchange_begin(exchanges, connection, exchange, method, version);
    if (exchange->state == EXCHANGE_BEGUN && *upload_size > 0) {
        if (exchange->head.request.method == METHOD_POST)
            request_content_add(&exchange->content, upload, *upload_size);
        *upload_size = 0;
        return MHD_YES;
    }
    const enum MHD_Result result = exchange->state == EXCHANGE_WAITING
                                       ? exchange_answer_costly(exchanges, connection, exchange)
                                       : exchange_answer(exchanges, connection, exchange);
    exchange_note_ready(exchanges, exchange);
    return result;
}

void exchange_completed(void *cls, struct MHD_Connection *connection, void **context,
                        enum MHD_RequestTerminationCode code)
{
    const struct exchanges *exchanges = cls;
    struct exchange *exchange = *context;
    if (!exchange)
        return;
    connections_leave_request(&exchange->connection);
    if (exchange->state == EXCHANGE_IDLE) {
        exchange->connection.refused = code == MHD_REQUEST_TERMINATED_WITH_ERROR;
        return;
    }
    const uint64_t took = (uint64_t)(monotonic_nanoseconds() - exchange_began(exchange));
    if (exchange->sent.series)
        traffic_count(exchange->sent.series, took, exchange_body_bytes(exchange));
    if (exchanges->log && exchange->sent.status)
        exchange_log_add(exchanges, exchange, connection, took);
    request_head_finish(&exchange->head);
    request_content_clear(&exchange->content);
    exchange->state = EXCHANGE_IDLE;
    atomic_store_explicit(&exchange->connection.under_way, false, memory_order_release);
}

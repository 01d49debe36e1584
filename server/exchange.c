#include "exchange.h"

#include "access_log.h"
#include "router.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* What a connection keeps from its opening to its closing, for one request after the other. */
struct exchange {
    struct exchange *next, *previous;
    char *target;           /* as it came, undecoded */
    size_t target_capacity; /* kept for the next request */
    bool target_lost;       /* there was no memory for it */
    bool begun;             /* the access handler has seen the request's head */
    atomic_bool under_way;
    struct logged_request logged;
};

void exchanges_init(struct exchanges *exchanges, const struct archive *archive, bool access_log)
{
    *exchanges = (struct exchanges){.archive = archive, .access_log = access_log};
    pthread_mutex_init(&exchanges->lock, NULL);
}

void exchanges_finish(struct exchanges *exchanges)
{
    pthread_mutex_destroy(&exchanges->lock);
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

static struct exchange *open_exchange(struct exchanges *exchanges)
{
    struct exchange *exchange = calloc(1, sizeof *exchange);
    if (!exchange)
        return NULL;
    pthread_mutex_lock(&exchanges->lock);
    exchange->next = exchanges->first;
    if (exchange->next)
        exchange->next->previous = exchange;
    exchanges->first = exchange;
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
    pthread_mutex_unlock(&exchanges->lock);
    free(exchange->target);
    free(exchange);
}

void exchange_connection(void *cls, struct MHD_Connection *connection, void **context,
                         enum MHD_ConnectionNotificationCode code)
{
    struct exchanges *exchanges = cls;
    (void)connection;
    if (code == MHD_CONNECTION_NOTIFY_STARTED)
        *context = open_exchange(exchanges);
    else
        close_exchange(exchanges, *context);
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

static enum method parse_method(const char *method)
{
    if (strcmp(method, MHD_HTTP_METHOD_GET) == 0)
        return METHOD_GET;
    if (strcmp(method, MHD_HTTP_METHOD_HEAD) == 0)
        return METHOD_HEAD;
    if (strcmp(method, MHD_HTTP_METHOD_OPTIONS) == 0)
        return METHOD_OPTIONS;
    return METHOD_OTHER;
}

/* Makes the library's response of ours, whose body it takes. NULL when out of memory. */
static struct MHD_Response *convert(struct response *response)
{
    if (response->failed || response->body.failed)
        return NULL;
    struct MHD_Response *converted = MHD_create_response_from_buffer(
        response->body.length, response->body.bytes,
        response->body.bytes ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT);
    if (!converted)
        return NULL;
    response->body.bytes = NULL;
    for (size_t i = 0; i < response->header_count; i++)
        if (MHD_add_response_header(converted, response->headers[i].name,
                                    response->headers[i].value) != MHD_YES) {
            MHD_destroy_response(converted);
            return NULL;
        }
    return converted;
}

static enum MHD_Result send_response(const struct exchanges *exchanges,
                                     struct MHD_Connection *connection, struct exchange *exchange,
                                     struct response *response)
{
    exchange->logged.status = response->status;
    exchange->logged.bytes = response->body.length;
    struct MHD_Response *converted = convert(response);
    if (!converted)
        return MHD_NO; /* the library closes the connection */
    if (atomic_load_explicit(&exchanges->stopping, memory_order_relaxed))
        MHD_add_response_header(converted, MHD_HTTP_HEADER_CONNECTION, "close");
    const enum MHD_Result queued = MHD_queue_response(connection, response->status, converted);
    MHD_destroy_response(converted);
    return queued;
}

static enum MHD_Result answer(const struct exchanges *exchanges, struct MHD_Connection *connection,
                              struct exchange *exchange, enum method method)
{
    const struct request request = {.method = method, .target = exchange->target};
    struct response response;
    if (exchange->target_lost)
        return MHD_NO;
    response_init(&response);
    router_answer(exchanges->archive, &request, &response);
    const enum MHD_Result result = send_response(exchanges, connection, exchange, &response);
    response_finish(&response);
    return result;
}

/* The library calls this when the head of a request is there, for each piece of its body, and at
 * its end. To answer on the first call would make it close the connection: that is only done where
 * there may be a body that nobody wants. */
enum MHD_Result exchange_access(void *cls, struct MHD_Connection *connection, const char *url,
                                const char *method, const char *version, const char *upload,
                                size_t *upload_size, void **context)
{
    const struct exchanges *exchanges = cls;
    struct exchange *exchange = *context;
    (void)url, (void)upload;
    if (!exchange)
        return MHD_NO;
    const enum method parsed = parse_method(method);
    if (!exchange->begun) {
        exchange->begun = true;
        atomic_store_explicit(&exchange->under_way, true, memory_order_relaxed);
        if (exchanges->access_log)
            logged_request_begin(&exchange->logged, method, version);
        return parsed == METHOD_OTHER ? answer(exchanges, connection, exchange, parsed) : MHD_YES;
    }
    if (*upload_size > 0) {
        *upload_size = 0;
        return MHD_YES;
    }
    return answer(exchanges, connection, exchange, parsed);
}

void exchange_completed(void *cls, struct MHD_Connection *connection, void **context,
                        enum MHD_RequestTerminationCode code)
{
    const struct exchanges *exchanges = cls;
    struct exchange *exchange = *context;
    (void)code;
    if (!exchange || !exchange->begun)
        return;
    if (exchanges->access_log) {
        const union MHD_ConnectionInfo *info =
            MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
        access_log_write(&exchange->logged, exchange->target, info ? info->client_addr : NULL);
    }
    exchange->begun = false;
    atomic_store_explicit(&exchange->under_way, false, memory_order_relaxed);
}

#include "net/exchange_log.h"

#include "net/client_of_request.h"
#include "routes.h"

#include <time.h>

static int64_t wall_clock_nanoseconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static const char *request_field(struct MHD_Connection *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

/* Reports whether the request is a health check that is not logged. */
static bool is_left_out(const struct exchanges *exchanges, const struct sent *sent)
{
    const char *route = sent->series ? sent->series->labels.route : NULL;
    return exchanges->options->access_log_skip_health && route && routes_is_monitoring(route);
}

/* Returns the time until the response began to be sent. */
static uint64_t time_to_first_byte(const struct exchange *exchange, uint64_t took)
{
    const int64_t began = atomic_load_explicit(&exchange->connection.began, memory_order_relaxed);
    const int64_t ready = exchange->ready - began;
    return ready >= 0 && (uint64_t)ready < took ? (uint64_t)ready : took;
}

void exchange_log_add(const struct exchanges *exchanges, const struct exchange *exchange,
                      struct MHD_Connection *connection, uint64_t took)
{
    const struct sent *sent = &exchange->sent;
    if (is_left_out(exchanges, sent))
        return;
    const struct logged logged = {
        .time = wall_clock_nanoseconds() - (int64_t)took,
        .duration = took,
        .ready = time_to_first_byte(exchange, took),
        .bytes = exchange_body_bytes(exchange),
        .status = sent->status,
        .client = client_of_request(connection, exchanges->options),
        .texts = {[LOGGED_METHOD] = exchange->method,
                  [LOGGED_TARGET] = exchange->target,
                  [LOGGED_PROTOCOL] = exchange->version,
                  [LOGGED_REFERER] = request_field(connection, MHD_HTTP_HEADER_REFERER),
                  [LOGGED_USER_AGENT] = request_field(connection, MHD_HTTP_HEADER_USER_AGENT),
                  [LOGGED_REPRESENTATION] = sent->series ? sent->series->media_type : NULL,
                  [LOGGED_HOST] = exchange->head.request.host,
                  [LOGGED_REQUEST_ID] = exchange->head.request.request_id,
                  [LOGGED_TRACEPARENT] = request_field(connection, "traceparent")}};
    access_log_add(exchanges->log, exchange->worker->log_ring, &logged);
}

void exchange_log_add_refused(const struct exchanges *exchanges, const struct exchange *exchange,
                              struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct logged logged = {.time = wall_clock_nanoseconds(),
                                  .status = MHD_HTTP_BAD_REQUEST,
                                  .client = address_of(info ? info->client_addr : NULL),
                                  .texts = {[LOGGED_TARGET] = exchange->target}};
    access_log_add(exchanges->log, exchange->worker->log_ring, &logged);
}

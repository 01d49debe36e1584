#include "net/exchange_log.h"

#include "net/client_of_request.h"

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

void exchange_log_add(const struct exchanges *exchanges, const struct exchange *exchange,
                      struct MHD_Connection *connection, uint64_t took)
{
    const struct sent *sent = &exchange->sent;
    const struct logged logged = {
        .time = wall_clock_nanoseconds() - (int64_t)took,
        .duration = took,
        .bytes = exchange_body_bytes(exchange),
        .status = sent->status,
        .client = client_of_request(connection, exchanges->options),
        .texts = {[LOGGED_METHOD] = exchange->method,
                  [LOGGED_TARGET] = exchange->target,
                  [LOGGED_PROTOCOL] = exchange->version,
                  [LOGGED_REFERER] = request_field(connection, MHD_HTTP_HEADER_REFERER),
                  [LOGGED_USER_AGENT] = request_field(connection, MHD_HTTP_HEADER_USER_AGENT),
                  [LOGGED_REPRESENTATION] = sent->series ? sent->series->media_type : NULL}};
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

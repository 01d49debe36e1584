/* The requests and responses of a connection, one at a time: connects libmicrohttpd with the
 * routes.
 *
 * The callbacks below are the only code that sees both sides. They run on the library's threads;
 * each connection stays on one of them.
 */
#pragma once

#include "answer/request_head.h"
#include "answer/worker.h"
#include "content/content.h"
#include "net/exchanges.h"

#include <microhttpd.h>
#include <stdbool.h>

enum exchange_state {
    EXCHANGE_IDLE,   /* the access handler has not been called for this request */
    EXCHANGE_BEGUN,  /* it has been called */
    EXCHANGE_WAITING /* and it has suspended the connection, because the request is costly */
};

/* The state of a connection, reused for each request. */
struct exchange {
    struct connection connection;
    struct worker *worker;   /* of the connection's thread; NULL if out of memory */
    const char *target_came; /* the request target in the library's buffer */
    char *target;            /* owned: a copy of the target, not decoded */
    size_t target_capacity;
    bool target_lost; /* true if there is no memory for the copy */
    char *shortened;  /* owned: the target without ignored parameters, if it has any */
    size_t shortened_capacity;
    struct request_content content; /* as far as it has come */
    enum exchange_state state;
    bool crowded; /* true if the client that a proxy names has too many requests under way */
    struct costly_request costly;
    struct request_head head;
    const char *method, *version; /* as received; set if there is an access log */
    int64_t ready;                /* when the response began to be sent, in nanoseconds; the same */
    struct sent sent;
};

/* Returns the bytes of the response's body that are sent: none for HEAD. */
static inline uint64_t exchange_body_bytes(const struct exchange *exchange)
{
    return exchange->head.request.method == METHOD_HEAD ? 0 : exchange->sent.length;
}

/* libmicrohttpd's callbacks; each takes the `struct exchanges` as its first argument. */

/* MHD_OPTION_NOTIFY_CONNECTION: makes and frees the exchange of a connection. */
void exchange_connection(void *cls, struct MHD_Connection *connection, void **context,
                         enum MHD_ConnectionNotificationCode code);

/* MHD_OPTION_URI_LOG_CALLBACK: copies the target, before the library decodes and splits it.
 *
 * It then removes the query from the library's buffer by a NUL after its question mark: otherwise
 * the library stores each parameter, and with some hundreds of them 0.9.75 runs out of memory for
 * the connection and never answers. No option disables that. The callback's type declares the
 * target constant, but up to 1.0.1 it is the writable buffer from which the library parses the
 * parameters after the callback. tests/unit/net/exchange.c fails if a release changes that. */
void *exchange_target(void *cls, const char *target, struct MHD_Connection *connection);

/* MHD_OPTION_UNESCAPE_CALLBACK: leaves the text unchanged, because nothing reads what the library
 * would decode. */
size_t exchange_leave_escaped(void *cls, struct MHD_Connection *connection, char *text);

/* The access handler. The library calls it when the head of a request is complete, for each piece
 * of its body, and at its end. If the handler answers on the first call, the library closes the
 * connection; so it does that only if the request may have a body or has no clear end. */
enum MHD_Result exchange_access(void *cls, struct MHD_Connection *connection, const char *url,
                                const char *method, const char *version, const char *upload,
                                size_t *upload_size, void **context);

/* Let a costly request wait (costly_queue.h), return the work of its trial, and count a trial, for
 * a worker. */
bool exchange_defer(void *exchanges, struct MHD_Connection *connection);
uint64_t exchange_trial(void *exchanges, struct MHD_Connection *connection);
void exchange_count_trial(void *exchanges, struct MHD_Connection *connection, uint64_t units);

/* MHD_OPTION_NOTIFY_COMPLETED: counts and logs the request. */
void exchange_completed(void *cls, struct MHD_Connection *connection, void **context,
                        enum MHD_RequestTerminationCode code);

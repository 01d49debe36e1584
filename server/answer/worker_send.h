/* Sends the responses of a worker that are not in its cache: their bodies from memory (bodies.h) or
 * from a stream (stream.h), or only their heads. If there is no room for one, sends 503 instead.
 *
 * Each function queues one response, fills in *ret_sent, and returns MHD_NO if out of memory. */
#pragma once

#include "answer/worker.h"

/* Notes a sent response; `series` may be NULL. */
static inline void worker_send_note(struct sent *sent, unsigned status, size_t length,
                                    struct traffic_series *series)
{
    sent->status = status;
    sent->length = length;
    sent->series = series;
}

#define WORKER_SEND_ID "X-Request-ID"

/* Queues a response and drops the caller's reference to it, with the header X-Request-ID unless
 * `request_id` is NULL. `made` may be NULL. */
enum MHD_Result worker_send_queue(struct MHD_Response *made, unsigned status,
                                  const char *request_id, struct MHD_Connection *connection);

/* Takes the body of a response. Returns NULL if there is no room for it or if out of memory. */
struct body *worker_send_take_body(struct worker *worker, struct response *response);

/* Sends a response. If `closing` is true, closes the connection afterwards. Takes ownership of the
 * body. */
enum MHD_Result worker_send(struct worker *worker, const struct request *request,
                            struct response *response, bool closing,
                            struct MHD_Connection *connection, struct sent *ret_sent);

/* Sends a response if the preconditions of the request are met, otherwise 304 or 412. */
enum MHD_Result worker_send_if_met(struct worker *worker, struct response *response,
                                   const struct request *request, struct MHD_Connection *connection,
                                   struct sent *ret_sent);

/* Sends 412. `route` is that of the request, for the metrics. */
enum MHD_Result worker_send_precondition_failed(struct worker *worker,
                                                const struct request *request, const char *route,
                                                struct MHD_Connection *connection,
                                                struct sent *ret_sent);

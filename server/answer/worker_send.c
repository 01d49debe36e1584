#include "answer/worker_send.h"

#include "answer/mhd_response.h"
#include "http/preconditions.h"
#include "http/representation.h"
#include "router.h"

/* Returns the metrics series for a response sent with `status`. Returns NULL if out of memory. */
static struct traffic_series *worker_send_series(struct worker *worker,
                                                 const struct request *request,
                                                 const struct response *response, unsigned status)
{
    const struct traffic_labels labels = {response->route, request->method, status,
                                          response_header(response, "Content-Type")};
    return traffic_find_series(&worker->traffic, &labels);
}

struct body *worker_send_take_body(struct worker *worker, struct response *response)
{
    return response->body.failed ? NULL : bodies_take(worker->bodies, &response->body);
}

enum MHD_Result worker_send_queue(struct MHD_Response *made, unsigned status,
                                  const char *request_id, struct MHD_Connection *connection)
{
    if (!made)
        return MHD_NO;
    const bool identified =
        !request_id || MHD_add_response_header(made, WORKER_SEND_ID, request_id) == MHD_YES;
    const enum MHD_Result queued =
        identified ? MHD_queue_response(connection, status, made) : MHD_NO;
    MHD_destroy_response(made);
    return queued;
}

/* Sends a response without its body, of which the client gets only the length. */
static enum MHD_Result worker_send_head(struct worker *worker, const struct request *request,
                                        const struct response *response, bool closing,
                                        struct MHD_Connection *connection, struct sent *ret_sent)
{
    worker_send_note(ret_sent, response->status, response->body.length,
                     worker_send_series(worker, request, response, response->status));
    return worker_send_queue(mhd_response_create_bodiless(response, response->body.length, closing),
                             response->status, request->request_id, connection);
}

/* Sends a response that has a source, or 503 if there is no room for it. */
static enum MHD_Result worker_send_stream(struct worker *worker, const struct request *request,
                                          struct response *response, bool closing,
                                          struct MHD_Connection *connection, struct sent *ret_sent)
{
    struct snapshot *snapshot = atomic_load_explicit(&worker->reader.hazard, memory_order_relaxed);
    const struct stream_context context = {.bodies = worker->bodies,
                                           .snapshots = worker->snapshots,
                                           .snapshot = snapshot,
                                           .connection = connection,
                                           .length = &ret_sent->length,
                                           .unfinished = &ret_sent->unfinished};
    worker_send_note(ret_sent, response->status, 0,
                     worker_send_series(worker, request, response, response->status));
    ret_sent->snapshot_number = snapshot->number;
    struct MHD_Response *made = mhd_response_create_stream(response, &context, closing);
    if (made)
        return worker_send_queue(made, response->status, request->request_id, connection);
    router_refuse_for_room(request, response);
    return worker_send(worker, request, response, closing, connection, ret_sent);
}

enum MHD_Result worker_send(struct worker *worker, const struct request *request,
                            struct response *response, bool closing,
                            struct MHD_Connection *connection, struct sent *ret_sent)
{
    if (request->method == METHOD_HEAD)
        return worker_send_head(worker, request, response, closing, connection, ret_sent);
    if (response->source)
        return worker_send_stream(worker, request, response, closing, connection, ret_sent);
    struct body *body = worker_send_take_body(worker, response);
    if (!body) {
        router_refuse_for_room(request, response);
        body = worker_send_take_body(worker, response);
    }
    if (!body)
        return MHD_NO;
    if (response->refused_for_room)
        bodies_count_refusal(worker->bodies);
    worker_send_note(ret_sent, response->status, body->length,
                     worker_send_series(worker, request, response, response->status));
    return worker_send_queue(mhd_response_create(response, body, closing), response->status,
                             request->request_id, connection);
}

static enum MHD_Result worker_send_not_modified(struct worker *worker,
                                                const struct request *request,
                                                struct response *response,
                                                struct MHD_Connection *connection,
                                                struct sent *ret_sent)
{
    worker_send_note(ret_sent, MHD_HTTP_NOT_MODIFIED, 0,
                     worker_send_series(worker, request, response, MHD_HTTP_NOT_MODIFIED));
    representation_omit_body(response);
    return worker_send_queue(mhd_response_create_bodiless(response, response->body.length, false),
                             response->status, request->request_id, connection);
}

enum MHD_Result worker_send_precondition_failed(struct worker *worker,
                                                const struct request *request, const char *route,
                                                struct MHD_Connection *connection,
                                                struct sent *ret_sent)
{
    struct response response;
    response_init(&response);
    response.route = route;
    router_refuse(request, MHD_HTTP_PRECONDITION_FAILED,
                  "the record does not satisfy \"If-Match\" or \"If-Unmodified-Since\"", &response);
    const enum MHD_Result queued =
        worker_send(worker, request, &response, false, connection, ret_sent);
    response_finish(&response);
    return queued;
}

enum MHD_Result worker_send_if_met(struct worker *worker, struct response *response,
                                   const struct request *request, struct MHD_Connection *connection,
                                   struct sent *ret_sent)
{
    const enum preconditions preconditions =
        response->validated ? preconditions_judge(request, response_header(response, "ETag"),
                                                  response_header(response, "Last-Modified"))
                            : PRECONDITIONS_MET;
    if (preconditions == PRECONDITIONS_FAILED)
        return worker_send_precondition_failed(worker, request, response->route, connection,
                                               ret_sent);
    if (preconditions == PRECONDITIONS_NOT_MODIFIED)
        return worker_send_not_modified(worker, request, response, connection, ret_sent);
    return worker_send(worker, request, response, false, connection, ret_sent);
}

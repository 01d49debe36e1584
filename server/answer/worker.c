#include "answer/worker.h"

#include "http/preconditions.h"
#include "http/representation.h"
#include "router.h"

#include <stdlib.h>
#include <string.h>

struct worker *worker_create(struct snapshots *snapshots, bool has_slot)
{
    struct worker *worker = calloc(1, sizeof *worker);
    if (!worker)
        return NULL;
    worker->thread = pthread_self();
    snapshots_join(snapshots, &worker->reader, has_slot);
    return worker;
}

void worker_destroy(struct worker *worker)
{
    if (worker)
        traffic_finish(&worker->traffic);
    free(worker);
}

/* Gives the headers of ours to one of the library's responses; NULL when out of memory, and then it
 * is destroyed. */
static struct MHD_Response *with_headers(struct MHD_Response *converted,
                                         const struct response *response)
{
    for (size_t i = 0; converted && i < response->header_count; i++)
        if (MHD_add_response_header(converted, response->headers[i].name,
                                    response->headers[i].value) != MHD_YES) {
            MHD_destroy_response(converted);
            return NULL;
        }
    return converted;
}

/* Makes the library's response of ours, whose body it takes. NULL when out of memory. */
static struct MHD_Response *convert(struct response *response)
{
    if (response->failed || response->body.failed)
        return NULL;
    struct MHD_Response *converted = MHD_create_response_from_buffer(
        response->body.length, response->body.bytes,
        response->body.bytes ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT);
    if (converted)
        response->body.bytes = NULL;
    return with_headers(converted, response);
}

/* As what a response is counted, where it is sent with that status. */
static struct series *series_of(struct worker *worker, const struct request *request,
                                const struct response *response, unsigned status)
{
    const struct answer_kind kind = {response->route, request->method, status,
                                     response_header(response, "Content-Type")};
    return traffic_series(&worker->traffic, &kind);
}

/* Sends a response whose `sent` has been filled in. */
static enum MHD_Result send_response(struct response *response, bool closing,
                                     struct MHD_Connection *connection, const struct sent *sent)
{
    struct MHD_Response *converted = convert(response);
    if (!converted)
        return MHD_NO;
    if (closing)
        MHD_add_response_header(converted, MHD_HTTP_HEADER_CONNECTION, "close");
    const enum MHD_Result queued = MHD_queue_response(connection, sent->status, converted);
    MHD_destroy_response(converted);
    return queued;
}

enum MHD_Result worker_send(struct worker *worker, const struct request *request,
                            struct response *response, bool closing,
                            struct MHD_Connection *connection, struct sent *ret_sent)
{
    *ret_sent = (struct sent){response->status, response->body.length,
                              series_of(worker, request, response, response->status)};
    return send_response(response, closing, connection, ret_sent);
}

/* Sends that what there is is what the client has. */
static enum MHD_Result send_not_modified(struct worker *worker, const struct request *request,
                                         struct response *response,
                                         struct MHD_Connection *connection, struct sent *ret_sent)
{
    *ret_sent = (struct sent){MHD_HTTP_NOT_MODIFIED, 0,
                              series_of(worker, request, response, MHD_HTTP_NOT_MODIFIED)};
    representation_omit_body(response);
    return send_response(response, false, connection, ret_sent);
}

struct coding_choice worker_negotiate_coding(struct worker *worker, const char *accept_encoding)
{
    const struct coding_choice coding = negotiation_choose_coding(accept_encoding);
    const size_t length = strlen(accept_encoding);
    if (length < sizeof worker->accept_encoding) {
        memcpy(worker->accept_encoding, accept_encoding, length + 1);
        worker->coding = coding;
    }
    return coding;
}

/* What was asked for is not in the state that the request wants it in: nothing that is kept. */
static enum MHD_Result send_refusal(struct worker *worker, const struct request *request,
                                    const char *route, struct MHD_Connection *connection,
                                    struct sent *ret_sent)
{
    struct response response;
    response_init(&response);
    response.route = route;
    router_refuse(request, MHD_HTTP_PRECONDITION_FAILED,
                  "the record is not as \"If-Match\" or \"If-Unmodified-Since\" has it", &response);
    const enum MHD_Result queued =
        worker_send(worker, request, &response, false, connection, ret_sent);
    response_finish(&response);
    return queued;
}

/* As what a kept answer is counted; looked for once. */
static struct series *cached_series(struct worker *worker, const struct request *request,
                                    struct cached *cached, bool not_modified)
{
    struct series **series = &cached->series[request->method == METHOD_HEAD][not_modified];
    if (!*series) {
        const struct answer_kind kind = {
            cached->route, request->method, not_modified ? MHD_HTTP_NOT_MODIFIED : cached->status,
            MHD_get_response_header(cached->whole, MHD_HTTP_HEADER_CONTENT_TYPE)};
        *series = traffic_series(&worker->traffic, &kind);
    }
    return *series;
}

static enum MHD_Result send_cached(struct worker *worker, struct cached *cached,
                                   const struct request *request, struct MHD_Connection *connection,
                                   struct sent *ret_sent)
{
    switch (preconditions_judge(request, cached->entity_tag, cached->last_modified)) {
    case PRECONDITIONS_FAILED:
        return send_refusal(worker, request, cached->route, connection, ret_sent);
    case PRECONDITIONS_NOT_MODIFIED:
        *ret_sent =
            (struct sent){MHD_HTTP_NOT_MODIFIED, 0, cached_series(worker, request, cached, true)};
        return MHD_queue_response(connection, MHD_HTTP_NOT_MODIFIED, cached->not_modified);
    default:
        *ret_sent = (struct sent){cached->status, cached->length,
                                  cached_series(worker, request, cached, false)};
        return MHD_queue_response(connection, cached->status, cached->whole);
    }
}

/* A response in both its forms; NULL when out of memory. The 304 has the body of the whole for its
 * length alone, which the library tells as `Content-Length`; the bytes are not read. */
static struct cached *make_cached(struct response *response)
{
    struct cached *cached = calloc(1, sizeof *cached);
    if (!cached)
        return NULL;
    buffer_fit(&response->body);
    char *body = response->body.bytes;
    cached->status = response->status;
    cached->route = response->route;
    cached->length = response->body.length;
    cached->entity_tag = strdup(response_header(response, "ETag"));
    cached->last_modified = strdup(response_header(response, "Last-Modified"));
    cached->whole = convert(response);
    representation_omit_body(response);
    cached->not_modified = with_headers(
        MHD_create_response_from_buffer(cached->length, body, MHD_RESPMEM_PERSISTENT), response);
    if (cached->entity_tag && cached->last_modified && cached->whole && cached->not_modified)
        return cached;
    cached_destroy(cached);
    return NULL;
}

static enum MHD_Result send_and_keep(struct worker *worker, struct cache *cache,
                                     const struct cache_key *key, struct response *response,
                                     const struct request *request,
                                     struct MHD_Connection *connection, struct sent *ret_sent)
{
    struct cached *cached = make_cached(response);
    if (!cached)
        return MHD_NO;
    const enum MHD_Result queued = send_cached(worker, cached, request, connection, ret_sent);
    cache_keep(cache, key, cached);
    return queued;
}

/* Sends an answer that is not kept. */
static enum MHD_Result send_once(struct worker *worker, struct response *response,
                                 const struct request *request, struct MHD_Connection *connection,
                                 struct sent *ret_sent)
{
    const enum preconditions preconditions =
        response->validated ? preconditions_judge(request, response_header(response, "ETag"),
                                                  response_header(response, "Last-Modified"))
                            : PRECONDITIONS_MET;
    if (preconditions == PRECONDITIONS_FAILED)
        return send_refusal(worker, request, response->route, connection, ret_sent);
    if (preconditions == PRECONDITIONS_NOT_MODIFIED)
        return send_not_modified(worker, request, response, connection, ret_sent);
    return worker_send(worker, request, response, false, connection, ret_sent);
}

static enum MHD_Result answer_afresh(struct worker *worker, const struct snapshot *snapshot,
                                     struct snapshot_slot *slot, const struct cache_key *key,
                                     const struct request *request,
                                     struct MHD_Connection *connection, struct sent *ret_sent)
{
    struct response response;
    response_init(&response);
    const struct snapshot_view view = snapshot_view(snapshot, slot);
    router_answer(&view, request, &response);
    const bool keep = response.validated && !response.varies_by_host && !response.failed &&
                      cache_wants(slot->cache, key);
    const enum MHD_Result queued =
        keep ? send_and_keep(worker, slot->cache, key, &response, request, connection, ret_sent)
             : send_once(worker, &response, request, connection, ret_sent);
    response_finish(&response);
    return queued;
}

static enum MHD_Result answer_from(struct worker *worker, struct snapshot *snapshot,
                                   const struct request *request, struct MHD_Connection *connection,
                                   struct sent *ret_sent)
{
    struct snapshot_slot *slot = snapshot_own_slot(snapshot, &worker->reader);
    if (!slot)
        return MHD_NO;
    const struct cache_key key = {
        .target = request->target,
        .accept = request->accept && strcmp(request->accept, "*/*") != 0 ? request->accept : "",
        .origin = request->cors == CORS_ORIGIN ? request->origin : "",
        .coding = request->coding};
    struct cached *cached = cache_find(slot->cache, &key);
    if (cached)
        return send_cached(worker, cached, request, connection, ret_sent);
    return answer_afresh(worker, snapshot, slot, &key, request, connection, ret_sent);
}

enum MHD_Result worker_answer(struct worker *worker, struct snapshots *snapshots,
                              const struct request *request, struct MHD_Connection *connection,
                              struct sent *ret_sent)
{
    struct snapshot *snapshot = snapshots_enter(snapshots, &worker->reader);
    if (!snapshot)
        return worker_answer_once(worker, snapshots, request, false, connection, ret_sent);
    const enum MHD_Result queued = answer_from(worker, snapshot, request, connection, ret_sent);
    snapshots_leave(&worker->reader);
    return queued;
}

enum MHD_Result worker_answer_once(struct worker *worker, struct snapshots *snapshots,
                                   const struct request *request, bool closing,
                                   struct MHD_Connection *connection, struct sent *ret_sent)
{
    enum MHD_Result queued = MHD_NO;
    struct snapshot *snapshot = snapshots_enter(snapshots, &worker->reader);
    const bool has_slot = snapshot && worker->reader.slot != SNAPSHOT_NO_SLOT;
    const struct snapshot_slot *slot =
        has_slot ? snapshot_own_slot(snapshot, &worker->reader) : NULL;
    if (slot || !has_slot) {
        struct response response;
        response_init(&response);
        const struct snapshot_view view = snapshot_view(snapshot, slot);
        router_answer(&view, request, &response);
        queued = worker_send(worker, request, &response, closing, connection, ret_sent);
        response_finish(&response);
    }
    snapshots_leave(&worker->reader);
    return queued;
}

#include "worker.h"

#include "delivery.h"
#include "router.h"

#include <stdlib.h>
#include <string.h>

struct worker *worker_create(const struct archive *archive, size_t cache_bytes)
{
    struct worker *worker = calloc(1, sizeof *worker);
    if (!worker)
        return NULL;
    worker->thread = pthread_self();
    worker->coding = CODING_COUNT;
    worker->cache = cache_create(cache_bytes);
    worker->searcher = searcher_create(archive_search_index(archive));
    if (worker->cache && worker->searcher)
        return worker;
    worker_destroy(worker);
    return NULL;
}

void worker_destroy(struct worker *worker)
{
    if (!worker)
        return;
    searcher_destroy(worker->searcher);
    cache_destroy(worker->cache);
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

enum MHD_Result worker_send(struct response *response, bool closing,
                            struct MHD_Connection *connection, struct sent *ret_sent)
{
    const bool to_be_omitted = response->status == MHD_HTTP_NOT_MODIFIED;
    *ret_sent = (struct sent){response->status, to_be_omitted ? 0 : response->body.length};
    struct MHD_Response *converted = convert(response);
    if (!converted)
        return MHD_NO;
    if (closing)
        MHD_add_response_header(converted, MHD_HTTP_HEADER_CONNECTION, "close");
    const enum MHD_Result queued = MHD_queue_response(connection, ret_sent->status, converted);
    MHD_destroy_response(converted);
    return queued;
}

/* The best coding for the client, or CODING_COUNT for none. Clients repeat themselves. */
static enum coding best_coding(struct worker *worker, const char *accept_encoding)
{
    if (!accept_encoding)
        return CODING_IDENTITY;
    if (worker->coding != CODING_COUNT && strcmp(worker->accept_encoding, accept_encoding) == 0)
        return worker->coding;
    enum coding coding = CODING_COUNT;
    const size_t length = strlen(accept_encoding);
    choose_coding(accept_encoding, (1u << CODING_COUNT) - 1, &coding);
    if (length < sizeof worker->accept_encoding) {
        memcpy(worker->accept_encoding, accept_encoding, length + 1);
        worker->coding = coding;
    }
    return coding;
}

/* What was asked for is not in the state that the request wants it in: nothing that is kept. */
static enum MHD_Result send_refusal(const struct request *request,
                                    struct MHD_Connection *connection, struct sent *ret_sent)
{
    struct response response;
    response_init(&response);
    router_refuse(request, MHD_HTTP_PRECONDITION_FAILED,
                  "the record is not as \"If-Match\" or \"If-Unmodified-Since\" has it", &response);
    const enum MHD_Result queued = worker_send(&response, false, connection, ret_sent);
    response_finish(&response);
    return queued;
}

static enum MHD_Result send_cached(const struct cached *cached, const struct request *request,
                                   struct MHD_Connection *connection, struct sent *ret_sent)
{
    switch (delivery_judge(request, cached->entity_tag, cached->last_modified)) {
    case DELIVER_NOT:
        return send_refusal(request, connection, ret_sent);
    case DELIVER_HEAD:
        *ret_sent = (struct sent){MHD_HTTP_NOT_MODIFIED, 0};
        return MHD_queue_response(connection, MHD_HTTP_NOT_MODIFIED, cached->not_modified);
    default:
        *ret_sent = (struct sent){cached->status, cached->length};
        return MHD_queue_response(connection, cached->status, cached->whole);
    }
}

/* A response in both its forms; NULL when out of memory. The 304 has the body of the whole for its
 * length alone, which the library tells as `Content-Length`; the bytes are not read. */
static struct cached *make_cached(struct response *response)
{
    struct cached *cached = calloc(1, sizeof *cached);
    char *body = response->body.bytes;
    if (!cached)
        return NULL;
    cached->status = response->status;
    cached->length = response->body.length;
    cached->entity_tag = strdup(response_header(response, "ETag"));
    cached->last_modified = strdup(response_header(response, "Last-Modified"));
    cached->whole = convert(response);
    delivery_omit(response);
    cached->not_modified = with_headers(
        MHD_create_response_from_buffer(cached->length, body, MHD_RESPMEM_PERSISTENT), response);
    if (cached->entity_tag && cached->last_modified && cached->whole && cached->not_modified)
        return cached;
    cached_destroy(cached);
    return NULL;
}

static enum MHD_Result send_and_keep(struct worker *worker, const struct cache_key *key,
                                     struct response *response, const struct request *request,
                                     struct MHD_Connection *connection, struct sent *ret_sent)
{
    struct cached *cached = make_cached(response);
    if (!cached)
        return MHD_NO;
    const enum MHD_Result queued = send_cached(cached, request, connection, ret_sent);
    cache_keep(worker->cache, key, cached);
    return queued;
}

/* Sends an answer that is not kept. */
static enum MHD_Result send_once(struct response *response, const struct request *request,
                                 struct MHD_Connection *connection, struct sent *ret_sent)
{
    const char *entity_tag = response_header(response, "ETag");
    const enum delivery delivery =
        entity_tag ? delivery_judge(request, entity_tag, response_header(response, "Last-Modified"))
                   : DELIVER_WHOLE;
    if (delivery == DELIVER_NOT)
        return send_refusal(request, connection, ret_sent);
    if (delivery == DELIVER_HEAD)
        delivery_omit(response);
    return worker_send(response, false, connection, ret_sent);
}

static enum MHD_Result answer_afresh(struct worker *worker, const struct archive *archive,
                                     const struct cache_key *key, const struct request *request,
                                     struct MHD_Connection *connection, struct sent *ret_sent)
{
    struct response response;
    response_init(&response);
    router_answer(archive, worker->searcher, request, &response);
    const bool keep = response_header(&response, "ETag") && !response.of_host && !response.failed &&
                      cache_wants(worker->cache, key);
    const enum MHD_Result queued =
        keep ? send_and_keep(worker, key, &response, request, connection, ret_sent)
             : send_once(&response, request, connection, ret_sent);
    response_finish(&response);
    return queued;
}

enum MHD_Result worker_answer(struct worker *worker, const struct archive *archive,
                              const struct request *request, struct MHD_Connection *connection,
                              struct sent *ret_sent)
{
    const struct cache_key key = {
        .target = request->target,
        .accept = request->accept && strcmp(request->accept, "*/*") != 0 ? request->accept : "",
        .origin = request->sharing == SHARED_WITH_ORIGIN ? request->origin : "",
        .coding = best_coding(worker, request->accept_encoding)};
    const struct cached *cached = cache_find(worker->cache, &key);
    if (cached)
        return send_cached(cached, request, connection, ret_sent);
    return answer_afresh(worker, archive, &key, request, connection, ret_sent);
}

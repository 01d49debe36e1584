#include "answer/worker.h"

#include "answer/mhd_response.h"
#include "answer/worker_send.h"
#include "http/preconditions.h"
#include "router.h"
#include "work/work.h"

#include <stdlib.h>
#include <string.h>

struct worker *worker_create(struct snapshots *snapshots, struct bodies *bodies, bool has_slot,
                             uint64_t work)
{
    struct worker *worker = calloc(1, sizeof *worker);
    if (!worker)
        return NULL;
    worker->thread = pthread_self();
    worker->snapshots = snapshots;
    worker->bodies = bodies;
    worker->work = work;
    snapshots_join(snapshots, &worker->reader, has_slot);
    return worker;
}

void worker_destroy(struct worker *worker)
{
    if (worker)
        traffic_finish(&worker->traffic);
    free(worker);
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

/* Returns the metrics series of a cache entry; looked up once, then remembered in the entry. */
static struct traffic_series *worker_entry_series(struct worker *worker,
                                                  const struct request *request,
                                                  struct cache_entry *entry, bool not_modified)
{
    struct traffic_series **series = &entry->series[request->method == METHOD_HEAD][not_modified];
    if (!*series) {
        const struct traffic_labels labels = {
            entry->route, request->method, not_modified ? MHD_HTTP_NOT_MODIFIED : entry->status,
            MHD_get_response_header(entry->complete, MHD_HTTP_HEADER_CONTENT_TYPE)};
        *series = traffic_find_series(&worker->traffic, &labels);
    }
    return *series;
}

/* Queues a cached response, of which other connections use the headers. So one that has a header of
 * its own, `X-Request-ID`, is sent as a copy. */
static inline enum MHD_Result worker_queue_entry(const struct cache_entry *entry, bool not_modified,
                                                 const struct request *request,
                                                 struct MHD_Connection *connection)
{
    struct MHD_Response *kept = not_modified ? entry->not_modified : entry->complete;
    const unsigned status = not_modified ? MHD_HTTP_NOT_MODIFIED : entry->status;
    if (!request->request_id)
        return MHD_queue_response(connection, status, kept);
    return worker_send_queue(mhd_response_create_like(kept, not_modified ? NULL : entry->body,
                                                      entry->length, WORKER_SEND_ID,
                                                      request->request_id),
                             status, NULL, connection);
}

/* Answers a POST request from the stem that a request with the same key has left. */
static enum MHD_Result worker_repeat(struct worker *worker, const struct cache_entry *entry,
                                     const struct request *request,
                                     struct MHD_Connection *connection, struct sent *ret_sent)
{
    struct response response;
    response_init(&response);
    router_repeat(request, entry->body->bytes, entry->length, &response);
    const enum MHD_Result queued =
        worker_send(worker, request, &response, false, connection, ret_sent);
    response_finish(&response);
    return queued;
}

static enum MHD_Result worker_answer_entry(struct worker *worker, struct cache_entry *entry,
                                           const struct request *request,
                                           struct MHD_Connection *connection, struct sent *ret_sent)
{
    if (request->content)
        return worker_repeat(worker, entry, request, connection, ret_sent);
    switch (preconditions_judge(request, entry->entity_tag, entry->last_modified)) {
    case PRECONDITIONS_FAILED:
        return worker_send_precondition_failed(worker, request, entry->route, connection, ret_sent);
    case PRECONDITIONS_NOT_MODIFIED:
        worker_send_note(ret_sent, MHD_HTTP_NOT_MODIFIED, 0,
                         worker_entry_series(worker, request, entry, true));
        return worker_queue_entry(entry, true, request, connection);
    default:
        worker_send_note(ret_sent, entry->status, entry->length,
                         worker_entry_series(worker, request, entry, false));
        return worker_queue_entry(entry, false, request, connection);
    }
}

/* Sends a response that has validators, if the preconditions of the request are met, and caches it.
 */
static enum MHD_Result worker_answer_and_cache(struct worker *worker, struct cache *cache,
                                               const struct cache_key *key,
                                               struct response *response,
                                               const struct request *request,
                                               struct MHD_Connection *connection,
                                               struct sent *ret_sent)
{
    struct body *body = worker_send_take_body(worker, response);
    if (!body)
        return worker_send_if_met(worker, response, request, connection, ret_sent);
    struct cache_entry *entry = cache_entry_create(response, body);
    body_release(body);
    if (!entry)
        return MHD_NO;
    const enum MHD_Result queued =
        worker_answer_entry(worker, entry, request, connection, ret_sent);
    cache_insert(cache, key, entry);
    return queued;
}

/* Counts the work for a response, and why it is a refusal, if it is one. */
static void worker_count_built(struct worker *worker, const struct work *work,
                               const struct request *request, const struct response *response)
{
    traffic_count_work(&worker->traffic, work->spent);
    if (response->refused_for_loading)
        traffic_refuse(&worker->traffic, REFUSED_FOR_LOADING);
    if (work->used_up && !work_is_costly(work) && request->method != METHOD_OPTIONS)
        traffic_refuse(&worker->traffic, REFUSED_FOR_WORK);
}

/* Sends the answer to a POST request, and caches a copy of its stem. */
static enum MHD_Result worker_answer_and_cache_stem(struct worker *worker, struct cache *cache,
                                                    const struct cache_key *key,
                                                    struct response *response,
                                                    const struct request *request,
                                                    struct MHD_Connection *connection,
                                                    struct sent *ret_sent)
{
    struct response stem;
    response_init(&stem);
    stem.route = response->route;
    stem.status = response->status;
    buffer_append(&stem.body, response->body.bytes, response->stem);
    struct body *body = worker_send_take_body(worker, &stem);
    struct cache_entry *entry = body ? cache_entry_create(&stem, body) : NULL;
    if (body)
        body_release(body);
    if (entry)
        cache_insert(cache, key, entry);
    response_finish(&stem);
    return worker_send(worker, request, response, false, connection, ret_sent);
}

/* Lets the routes write a response, as far as there is room for its body, and within the limit of
 * the request's work. OPTIONS asks only whether there is a resource, so it gets the work of a
 * trial. Returns false if it is a trial and the request turned out to be costly. */
static bool worker_build(struct worker *worker, const struct snapshot *snapshot,
                         const struct snapshot_slot *slot, const struct request *request,
                         uint64_t trial, struct response *response)
{
    const struct snapshot_view view = snapshot_view(snapshot, slot);
    struct work work;
    struct request limited = *request;
    limited.work = &work;
    limited.streams = true;
    work_begin(&work, request->method == METHOD_OPTIONS ? WORK_TRIAL : worker->work, trial);
    response_limit_body(response, bodies_room(worker->bodies));
    router_answer(&view, &limited, response);
    worker->spent = work.spent;
    worker_count_built(worker, &work, request, response);
    return !work_is_costly(&work);
}

enum MHD_Result worker_send_busy(struct worker *worker, const struct request *request,
                                 struct MHD_Connection *connection, struct sent *ret_sent)
{
    struct response response;
    response_init(&response);
    router_refuse(request, MHD_HTTP_SERVICE_UNAVAILABLE,
                  "too many requests that take much work are waiting; try again in a moment",
                  &response);
    response_add_header(&response, "Retry-After", "1");
    const enum MHD_Result queued =
        worker_send(worker, request, &response, false, connection, ret_sent);
    response_finish(&response);
    return queued;
}

/* Reports whether the service has a public address, so that no answer depends on the host. */
static inline bool worker_has_address(const struct request *request)
{
    return request->publication && request->publication->url;
}

/* Answers to POST have the address by which the client calls the service. `Accept` does not change
 * them, and they are not compressed. */
static struct cache_key worker_key_of_content(const struct request *request)
{
    const bool by_host = request->host && !worker_has_address(request);
    return (struct cache_key){.target = request->content->key ? request->content->key : "",
                              .accept = "",
                              .origin = request->origin ? request->origin : "",
                              .host = by_host ? request->host : "",
                              .https = by_host && request->https};
}

/* The host is in the key only of clients with preferences, such as browsers. So the answers to
 * others, which are hardly ever pages, are cached once for all hosts. */
static inline struct cache_key worker_key(const struct request *request)
{
    if (request->content)
        return worker_key_of_content(request);
    const bool prefers = request->accept && strcmp(request->accept, "*/*") != 0;
    const bool by_host = prefers && request->host && !worker_has_address(request);
    return (struct cache_key){.target = request->target,
                              .accept = prefers ? request->accept : "",
                              .origin = request->cors == CORS_ORIGIN ? request->origin : "",
                              .host = by_host ? request->host : "",
                              .https = by_host && request->https,
                              .by_user_agent = request->by_user_agent,
                              .coding = request->coding};
}

/* Reports whether the key has all that a response depends on. */
static bool worker_key_suffices(const struct cache_key *key, const struct request *request,
                                const struct response *response)
{
    return !response->varies_by_host || *key->host || worker_has_address(request);
}

/* Sends a response that is not in the cache, and caches it if it is wanted. `cache` may be NULL. */
static enum MHD_Result worker_answer_response(struct worker *worker, struct cache *cache,
                                              const struct cache_key *key,
                                              struct response *response,
                                              const struct request *request,
                                              struct MHD_Connection *connection,
                                              struct sent *ret_sent)
{
    if (request->content)
        return cache && response->stem && request->content->key && !response->body.failed &&
                       cache_wants(cache, key)
                   ? worker_answer_and_cache_stem(worker, cache, key, response, request, connection,
                                                  ret_sent)
                   : worker_send(worker, request, response, false, connection, ret_sent);
    const bool caches = cache && response->validated && !response->failed && !response->source &&
                        worker_key_suffices(key, request, response) && cache_wants(cache, key);
    return caches ? worker_answer_and_cache(worker, cache, key, response, request, connection,
                                            ret_sent)
                  : worker_send_if_met(worker, response, request, connection, ret_sent);
}

/* Answers a request that is not in the cache, or lets it wait if it turns out to be costly. */
static enum MHD_Result worker_answer_miss(struct worker *worker, const struct snapshot *snapshot,
                                          struct snapshot_slot *slot, const struct cache_key *key,
                                          const struct request *request,
                                          struct MHD_Connection *connection, struct sent *ret_sent)
{
    struct response response;
    enum MHD_Result queued = MHD_YES;
    response_init(&response);
    const uint64_t trial = worker->trial(worker->defer_context, connection);
    const bool built = worker_build(worker, snapshot, slot, request, trial, &response);
    if (worker->spent > WORK_TRIAL_SHORT)
        worker->count_trial(worker->defer_context, connection, worker->spent);
    if (built)
        queued = worker_answer_response(worker, slot->cache, key, &response, request, connection,
                                        ret_sent);
    else if (!worker->defer(worker->defer_context, connection))
        queued = worker_send_busy(worker, request, connection, ret_sent);
    response_finish(&response);
    return queued;
}

static enum MHD_Result worker_answer_from(struct worker *worker, struct snapshot *snapshot,
                                          const struct request *request,
                                          struct MHD_Connection *connection, struct sent *ret_sent)
{
    struct snapshot_slot *slot = snapshot_own_slot(snapshot, &worker->reader);
    if (!slot)
        return MHD_NO;
    const struct cache_key key = worker_key(request);
    struct cache_entry *entry = cache_find(slot->cache, &key);
    if (entry)
        return worker_answer_entry(worker, entry, request, connection, ret_sent);
    return worker_answer_miss(worker, snapshot, slot, &key, request, connection, ret_sent);
}

bool worker_build_answer(struct worker *worker, const struct request *request,
                         struct built_answer *ret_answer)
{
    struct snapshot *snapshot = snapshots_enter(worker->snapshots, &worker->reader);
    const struct snapshot_slot *slot = snapshot_own_slot(snapshot, &worker->reader);
    if (slot) {
        response_init(&ret_answer->response);
        worker_build(worker, snapshot, slot, request, 0, &ret_answer->response);
        snapshots_retain(worker->snapshots, snapshot);
        ret_answer->snapshot = snapshot;
        ret_answer->is_left = false;
    }
    snapshots_leave(&worker->reader);
    return slot != NULL;
}

void built_answer_finish(struct built_answer *answer, struct worker *worker)
{
    response_finish(&answer->response);
    snapshots_release(worker->snapshots, answer->snapshot);
}

enum MHD_Result worker_send_built(struct worker *worker, const struct request *request,
                                  struct built_answer *answer, struct MHD_Connection *connection,
                                  struct sent *ret_sent)
{
    const struct cache_key key = worker_key(request);
    const bool current =
        snapshots_enter_retained(worker->snapshots, &worker->reader, answer->snapshot);
    const struct snapshot_slot *slot =
        current ? snapshot_own_slot(answer->snapshot, &worker->reader) : NULL;
    struct cache_entry *entry = slot ? cache_find(slot->cache, &key) : NULL;
    const enum MHD_Result queued =
        entry ? worker_answer_entry(worker, entry, request, connection, ret_sent)
              : worker_answer_response(worker, slot ? slot->cache : NULL, &key, &answer->response,
                                       request, connection, ret_sent);
    snapshots_leave(&worker->reader);
    return queued;
}

enum MHD_Result worker_answer(struct worker *worker, struct snapshots *snapshots,
                              const struct request *request, struct MHD_Connection *connection,
                              struct sent *ret_sent)
{
    struct snapshot *snapshot = snapshots_enter(snapshots, &worker->reader);
    if (!snapshot)
        return worker_answer_uncached(worker, snapshots, request, false, connection, ret_sent);
    const enum MHD_Result queued =
        worker_answer_from(worker, snapshot, request, connection, ret_sent);
    snapshots_leave(&worker->reader);
    return queued;
}

enum MHD_Result worker_answer_uncached(struct worker *worker, struct snapshots *snapshots,
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
        worker_build(worker, snapshot, slot, request, 0, &response);
        queued = worker_send(worker, request, &response, closing, connection, ret_sent);
        response_finish(&response);
    }
    snapshots_leave(&worker->reader);
    return queued;
}

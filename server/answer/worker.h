/* A worker: a thread of libmicrohttpd that answers requests, from its cache or else with the
 * routes. */
#pragma once

#include "answer/bodies.h"
#include "answer/snapshot.h"
#include "answer/traffic.h"
#include "http/request.h"
#include "http/response.h"

#include <pthread.h>
#include <string.h>

struct log_ring; /* a buffer of the access log (access_log/log_ring.h) */

/* Lets the costly request of a connection wait for an answer that another thread builds. Returns
 * false if too many wait. */
typedef bool costly_request_defer(void *context, struct MHD_Connection *connection);

/* Returns the units of work in which a request of a connection is tried before it is deferred. */
typedef uint64_t costly_request_trial(void *context, struct MHD_Connection *connection);

/* Counts the units of work that a trial has taken. */
typedef void costly_request_count(void *context, struct MHD_Connection *connection, uint64_t units);

struct worker {
    struct worker *next;
    pthread_t thread;
    struct snapshot_reader reader;
    struct traffic traffic;
    struct snapshots *snapshots;
    struct bodies *bodies;
    struct log_ring *log_ring; /* buffer of the access log; NULL if there is no log */
    char accept_encoding[128]; /* the last field value, initially "", and its choice */
    struct coding_choice coding;
    uint64_t spent;              /* units of work for the last response that was built */
    uint64_t work;               /* the limit for a request (work/work.h) */
    costly_request_defer *defer; /* set before worker_answer, like the next three */
    costly_request_trial *trial;
    costly_request_count *count_trial;
    void *defer_context;
};

/* Creates the worker of the calling thread, with the limit of the work for a request. Without a
 * slot it has no cache and no searcher, and only worker_answer_uncached may be used. It must
 * outlive the snapshots; borrows `bodies`. Returns NULL if out of memory. */
struct worker *worker_create(struct snapshots *snapshots, struct bodies *bodies, bool has_slot,
                             uint64_t work);
void worker_destroy(struct worker *worker);

/* Negotiates the content coding according to `Accept-Encoding`, and remembers the choice. */
struct coding_choice worker_negotiate_coding(struct worker *worker, const char *accept_encoding);

/* Sets the content coding of a request according to `Accept-Encoding`, which may be NULL. Reuses
 * the remembered choice if the field is the same as the last one. */
static inline void worker_set_coding(struct worker *worker, const char *accept_encoding,
                                     struct request *request)
{
    if (!accept_encoding)
        return;
    if (strcmp(worker->accept_encoding, accept_encoding) == 0)
        request->coding = worker->coding;
    else
        request->coding = worker_negotiate_coding(worker, accept_encoding);
}

/* A sent response, for the log and the metrics. */
struct sent {
    unsigned status;
    size_t length;                 /* of the body; grows while a stream is sent */
    struct traffic_series *series; /* metrics series of the worker; NULL if out of memory */
    bool unfinished;               /* true while a stream is sent (stream.h) */
    uint64_t snapshot_number;      /* of the snapshot that the stream reads */
};

/* Answers GET or HEAD from the current snapshot: from the cache, or else with the routes. Answers
 * 503 if there is no room for the body (bodies.h). Returns MHD_NO if out of memory. */
enum MHD_Result worker_answer(struct worker *worker, struct snapshots *snapshots,
                              const struct request *request, struct MHD_Connection *connection,
                              struct sent *ret_sent);

/* An answer that another thread builds than the one that sends it. */
struct built_answer {
    struct response response;
    struct snapshot *snapshot; /* with a reference */
    bool is_left;              /* true if the other thread does not use it any more */
};

/* Builds the answer to a costly request. Returns false if out of memory. */
bool worker_build_answer(struct worker *worker, const struct request *request,
                         struct built_answer *ret_answer);

/* Frees an answer that the worker has built. */
void built_answer_finish(struct built_answer *answer, struct worker *worker);

/* Sends such an answer, which is empty afterwards, like worker_answer. */
enum MHD_Result worker_send_built(struct worker *worker, const struct request *request,
                                  struct built_answer *answer, struct MHD_Connection *connection,
                                  struct sent *ret_sent);

/* Answers 503, because too many costly requests wait. */
enum MHD_Result worker_send_busy(struct worker *worker, const struct request *request,
                                 struct MHD_Connection *connection, struct sent *ret_sent);

/* Like worker_answer, but bypasses the cache and accepts any method. If `closing` is true, closes
 * the connection afterwards. */
enum MHD_Result worker_answer_uncached(struct worker *worker, struct snapshots *snapshots,
                                       const struct request *request, bool closing,
                                       struct MHD_Connection *connection, struct sent *ret_sent);

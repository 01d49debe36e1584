/* A thread of libmicrohttpd, and how it answers requests: from its cache, or else by the routes. */
#pragma once

#include "answer/snapshot.h"
#include "answer/traffic.h"
#include "http/request.h"
#include "http/response.h"

#include <pthread.h>
#include <string.h>

struct log_ring; /* of the access log, net/log_ring.h */

struct worker {
    struct worker *next;
    pthread_t thread;
    struct snapshot_reader reader;
    struct traffic traffic;
    struct log_ring *log_ring; /* that the thread logs into; NULL if there is no access log */
    char accept_encoding[128]; /* the last one, at first "", and the choice for it */
    struct coding_choice coding;
};

/* Makes the worker of the calling thread. Without a slot in the snapshots it has no cache, cannot
 * search, and must be asked by worker_answer_uncached. It must outlive the snapshots. Returns NULL
 * if out of memory. */
struct worker *worker_create(struct snapshots *snapshots, bool has_slot);
void worker_destroy(struct worker *worker);

/* Negotiates the content coding by `Accept-Encoding`, and remembers the choice. */
struct coding_choice worker_negotiate_coding(struct worker *worker, const char *accept_encoding);

/* Sets the content coding of a request by `Accept-Encoding`, if it was sent: to the remembered
 * choice if the field is the same as the last, since clients repeat themselves. */
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

/* What was sent, to be logged and counted. */
struct sent {
    unsigned status;
    size_t length;                 /* of the body */
    struct traffic_series *series; /* the worker's; NULL if out of memory */
};

/* Answers GET or HEAD from the current snapshot: from the cache, or else by the routes. Returns
 * MHD_NO if out of memory. */
enum MHD_Result worker_answer(struct worker *worker, struct snapshots *snapshots,
                              const struct request *request, struct MHD_Connection *connection,
                              struct sent *ret_sent);

/* Like worker_answer, but bypasses the cache and accepts any method. With `closing`, the connection
 * is closed afterwards. */
enum MHD_Result worker_answer_uncached(struct worker *worker, struct snapshots *snapshots,
                                       const struct request *request, bool closing,
                                       struct MHD_Connection *connection, struct sent *ret_sent);

/* Sends a response, whose body it takes. With `closing`, the connection is closed afterwards.
 * Returns MHD_NO if out of memory. */
enum MHD_Result worker_send(struct worker *worker, const struct request *request,
                            struct response *response, bool closing,
                            struct MHD_Connection *connection, struct sent *ret_sent);

/* One of the library's threads, and how it answers. */
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

/* For the calling thread, which without a slot in the snapshots is asked by worker_answer_once for
 * what needs none; NULL when out of memory. Must outlive the snapshots. */
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

/* What was sent, for the log and to be counted. */
struct sent {
    unsigned status;
    size_t length;         /* of the body */
    struct series *series; /* the worker's; NULL when out of memory */
};

/* Answers a request to GET or HEAD out of the current snapshot: from the cache where it can, else
 * by the routes. MHD_NO when out of memory. */
enum MHD_Result worker_answer(struct worker *worker, struct snapshots *snapshots,
                              const struct request *request, struct MHD_Connection *connection,
                              struct sent *ret_sent);

/* The same past the cache, for any method; closes the connection behind it where `closing`. */
enum MHD_Result worker_answer_once(struct worker *worker, struct snapshots *snapshots,
                                   const struct request *request, bool closing,
                                   struct MHD_Connection *connection, struct sent *ret_sent);

/* Sends what the routes answered to a request, and closes the connection behind it where `closing`.
 * Takes the response's body. MHD_NO when out of memory. */
enum MHD_Result worker_send(struct worker *worker, const struct request *request,
                            struct response *response, bool closing,
                            struct MHD_Connection *connection, struct sent *ret_sent);

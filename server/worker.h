/* What one of the library's threads has for itself: its cache, its searcher, and what it remembers
 * of the last request. */
#pragma once

#include "archive.h"
#include "cache.h"
#include "request.h"
#include "response.h"
#include "searcher.h"

#include <pthread.h>

struct worker {
    struct worker *next;
    pthread_t thread;
    struct cache *cache;
    struct searcher *searcher;
    char accept_encoding[128]; /* the last one, and what was chosen for it */
    enum coding coding;
};

/* For the calling thread, which answers from the archive; NULL when out of memory. */
struct worker *worker_create(const struct archive *archive, size_t cache_bytes);
void worker_destroy(struct worker *worker);

/* What was sent, for the log. */
struct sent {
    unsigned status;
    size_t length; /* of the body */
};

/* Answers a request to GET or HEAD: from the cache where it can, else by the routes. MHD_NO when
 * out of memory. */
enum MHD_Result worker_answer(struct worker *worker, const struct archive *archive,
                              const struct request *request, struct MHD_Connection *connection,
                              struct sent *ret_sent);

/* Sends what the routes answered, and closes the connection behind it where `closing`. Takes the
 * response's body. MHD_NO when out of memory. */
enum MHD_Result worker_send(struct response *response, bool closing,
                            struct MHD_Connection *connection, struct sent *ret_sent);

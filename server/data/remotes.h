/* The sources that --data names, paths and URLs in their order, and when each URL is fetched again.
 *
 * A URL among them is a remote. It is fetched when it is due (fetch_time.h): at the start, after
 * --refresh seconds, and after a failure with exponential back-off.
 *
 * The newest complete copy of each remote stays in memory. It is written to the state folder
 * (--state) only after a load with it has succeeded, so a copy in that folder can always be served.
 * A copy that is there at the start is served at once, and the remote is fetched right after.
 *
 * One thread owns all of it; any thread may call remotes_write_checks.
 */
#pragma once

#include "base/buffer.h"
#include "data/remote.h"
#include "load/load.h"

#include <pthread.h>

struct remote {
    const char *url;
    struct load_source *source; /* its entry in the sources */
    struct remote_copy copy;    /* without a body before the first is there */
    bool proven; /* a load with the copy has succeeded, and the state folder, if any, has it */
    int64_t due; /* see fetch_time.h */
    unsigned failures; /* in a row */
    /* For monitoring, under the lock: */
    char failure[REMOTE_REASON_MAX]; /* why the last fetch failed, or "" */
    size_t fetches, new_copies;
    bool from_state; /* the copy is from the state folder, and the remote has not answered since */
    bool has_copy;
};

struct remotes {
    const struct options *options;
    CURL *curl;
    bool once;                   /* nothing is fetched again */
    struct load_source *sources; /* all sources, in their order */
    size_t source_count;
    struct remote *at;
    size_t count;
    pthread_mutex_t lock;
};

/* Sorts the sources, which stay the caller's, into paths and remotes, and reads the state folder.
 * Returns false, with a message on standard error, if a URL cannot be fetched or memory runs out.
 * Call remotes_finish in either case. */
bool remotes_init(struct remotes *remotes, const struct options *options, const char *const *data,
                  size_t data_count);
void remotes_finish(struct remotes *remotes);

/* Fetches the remotes that are due; with `without_copy_only`, only those that have no copy yet.
 * Returns true if any sent a new copy. Writes a line to standard error for each failure. */
bool remotes_fetch(struct remotes *remotes, bool without_copy_only);

/* Reports whether every remote has a copy. */
bool remotes_complete(const struct remotes *remotes);

/* Returns what to load, valid until the next fetch. */
const struct load_source *remotes_sources(const struct remotes *remotes, size_t *ret_count);

/* To be called after each load. If it succeeded, writes the copies that are not in the state folder
 * yet; if it failed, makes sure that its remotes are fetched again. */
void remotes_settle(struct remotes *remotes, bool succeeded);

/* Makes all due. */
void remotes_make_due(struct remotes *remotes);

/* Returns the milliseconds until one is due, for poll(2); -1 if none ever is. */
int remotes_wait_milliseconds(const struct remotes *remotes);

/* Appends a line for each remote, in the format of server_status.h. */
void remotes_write_checks(struct remotes *remotes, struct buffer *out);

/* The sources that --data names, paths and URLs in their order, and the schedule of fetches.
 *
 * A URL among them is a remote. It is fetched when it is due (fetch_time.h): at the start, after
 * --refresh seconds, and after a failure with exponential back-off.
 *
 * The newest complete copy of each remote stays in memory. It is written to the state folder
 * (--state) only after a load with it has succeeded, so a copy in that folder can always be served.
 * A copy that exists at the start is served at once, and the remote is fetched right afterwards.
 *
 * Only one thread may use it; any thread may call remotes_write_checks and remotes_visit.
 */
#pragma once

#include "base/buffer.h"
#include "data/remote.h"
#include "load/load.h"

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

struct remote {
    const char *url;
    struct load_source *source; /* its entry in the sources */
    struct remote_copy copy;    /* has no body before the first successful fetch */
    bool proven; /* true if a load of the copy has succeeded and the state folder, if any, has it */
    int64_t due; /* see fetch_time.h */
    unsigned failures; /* in a row; written under the lock */
    /* For monitoring, under the lock: */
    char failure[REMOTE_REASON_MAX]; /* the reason why the last fetch failed, or "" */
    size_t fetches, new_copies, failed_fetches;
    time_t last_success; /* when the remote answered last, in seconds since 1970; or 0 */
    int64_t nanoseconds; /* the duration of the last fetch */
    bool from_state; /* true if the copy is from the state folder and no fetch has succeeded yet */
    bool has_copy;
};

struct remotes {
    const struct options *options;
    CURL *curl;
    bool once;                   /* true if no remote is fetched again */
    struct load_source *sources; /* the map, if there is one, and all sources in their order */
    size_t source_count;
    struct remote *at;
    size_t count;
    atomic_bool unsaved; /* true if a copy could not be written to the state folder */
    pthread_mutex_t lock;
};

/* Sorts the sources into paths and remotes, and reads the state folder. Borrows the sources.
 * Returns false, with the reason written to standard error, if a URL is not acceptable or if out of
 * memory. Call remotes_finish in either case. */
bool remotes_init(struct remotes *remotes, const struct options *options, const char *const *data,
                  size_t data_count);
void remotes_finish(struct remotes *remotes);

/* Fetches the remotes that are due; if `without_copy_only` is true, only those without a copy.
 * Writes a line to standard error for each failure. Returns true if any remote sent a new copy. */
bool remotes_fetch(struct remotes *remotes, bool without_copy_only);

/* Reports whether every remote has a copy. */
bool remotes_complete(const struct remotes *remotes);

/* Returns the sources to load, valid until the next fetch. */
const struct load_source *remotes_sources(const struct remotes *remotes, size_t *ret_count);

/* Handles the result of the last load; call it after each load, and after a fetch that needs none.
 * If the load succeeded, writes the copies that are not in the state folder yet. If it failed,
 * makes sure that the remotes are fetched again. */
void remotes_settle(struct remotes *remotes, bool succeeded);

/* Makes all remotes due. */
void remotes_make_due(struct remotes *remotes);

/* Returns the milliseconds until the next remote is due, for poll(2), or -1 if none will be due. */
int remotes_wait_milliseconds(const struct remotes *remotes);

/* Appends a line for each remote, in the format of server_status.h. */
void remotes_write_checks(struct remotes *remotes, struct buffer *out);

/* Calls `visit` with each remote, of which it may read the URL, the failures in a row and the
 * members for monitoring. */
void remotes_visit(struct remotes *remotes,
                   void (*visit)(void *context, const struct remote *remote), void *context);

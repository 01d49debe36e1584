/* Loading the data, first and again: on a thread of its own, beside what is served.
 *
 * A load that ends well becomes the current snapshot; one that does not changes nothing but the
 * history. It begins when it is asked for (SIGHUP), when a watched folder changes (watch.h), and
 * when an origin has sent a new copy (origins.h); where nothing is new, nothing is loaded. What is
 * asked for during a load is done after it, once.
 *
 * The first load has not ended while a copy is missing, or while nothing is wrong but what origins
 * have sent: the server is not ready then, and they are asked again. Wrong local data ends it.
 */
#pragma once

#include "answer/snapshot.h"
#include "base/exit_status.h"
#include "data/history.h"
#include "data/remotes.h"
#include "data/watch.h"

#include <pthread.h>
#include <stdatomic.h>

struct reloading {
    const struct options *options;
    struct snapshots *snapshots;
    size_t seats; /* of each snapshot */
    struct watch watch;
    struct origins origins;
    const char *paths[OPTIONS_DATA_MAX]; /* the data that is no URL */
    size_t path_count;
    bool failed;     /* the last load */
    int wake;        /* an eventfd: there is something to do */
    int first_ended; /* an eventfd, to be polled: the first load has ended, well or not */
    atomic_int first_status;
    atomic_bool stopping, loading;
    struct load_history history;
    pthread_t thread;
};

/* Starts the thread, which begins to load. False, with what is wrong written to standard error,
 * where it cannot. */
bool reloading_start(struct reloading *reloading, const struct options *options,
                     struct snapshots *snapshots, size_t seats);

/* The exit status of the first load, once `first_ended` can be read. */
enum exit_status reloading_first_status(const struct reloading *reloading);

/* Asks for a load. */
void reloading_request(struct reloading *reloading);

/* Appends what there is to say of loads and origins, as struct server_status wants it. */
void reloading_write_checks(struct reloading *reloading, struct buffer *out);

/* Ends the thread. False where it is loading or fetching, which may take its time: then it still
 * runs, and nothing that it uses may be freed. */
bool reloading_stop(struct reloading *reloading);

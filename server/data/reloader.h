/* The thread that loads the data at the start and reloads them while the server answers.
 *
 * It waits for a cause: the start, a request (SIGHUP), a change in a watched folder (watch.h), or a
 * remote that is due (remotes.h). Then it runs one reload (reload.h). A request that arrives during
 * a reload causes one more reload after it.
 *
 * The first load lasts until every remote has a copy and their data are valid. Until then the
 * server is not ready, and the remotes are fetched again. A fault in local data ends the first
 * load.
 */
#pragma once

#include "answer/snapshot.h"
#include "base/exit_status.h"
#include "data/history.h"
#include "data/remotes.h"
#include "data/shrinkage.h"
#include "data/watch.h"

#include <pthread.h>
#include <stdatomic.h>

struct reloader {
    const struct options *options;
    struct snapshots *snapshots;
    size_t thread_count; /* number of threads that read a snapshot */
    struct remotes remotes;
    struct history history;
    struct shrinkage_guard guard;
    size_t signals;   /* requests that caused the reload under way */
    int64_t retry_at; /* when a load is repeated for which descriptors were missing, in milliseconds
                         of the monotonic clock; or 0 */
    unsigned retries; /* such loads in a row */
    bool saves;       /* true if local files are copied into the folder of --state */
    char saved_version[SHA256_TEXT_BYTES]; /* of the copies there, or "" */
    long long saved_modified;
    struct record_counts saved_counts; /* of the copies that were there at the start */
    atomic_bool serves_saved;          /* true if the copies are served */
    atomic_bool unsaved;               /* true if the served files could not be copied */
    struct watch watch;
    const char *paths[OPTIONS_DATA_MAX + 2]; /* the local sources, the map and the texts */
    size_t path_count;
    bool failed;          /* true if the last load failed or none has ended yet */
    bool first_has_ended; /* for the reloader's thread; others poll `first_ended` */
    int wake;             /* eventfd: a reload is requested, or the thread must stop */
    int first_ended;      /* eventfd: the first load has ended */
    atomic_int first_status;
    atomic_bool stopping, reloading;
    atomic_bool certificate_failed; /* set by the owner before a request; for the notification */
    pthread_t thread;
};

/* Starts the thread, which begins to load. `thread_count` threads share each snapshot. Returns
 * false on failure, with the reason written to standard error. */
bool reloader_start(struct reloader *reloader, const struct options *options,
                    struct snapshots *snapshots, size_t thread_count);

/* Returns the exit status of the first load, once `first_ended` is readable. */
enum exit_status reloader_first_status(const struct reloader *reloader);

/* Requests a reload. When it has ended, the service manager is notified. */
void reloader_request(struct reloader *reloader);

/* Appends lines about the last load and the remotes, in the format of server_status.h. */
void reloader_write_checks(struct reloader *reloader, struct buffer *out);

/* Report whether copies of the data are to be in the folder of --state, and whether those of the
 * served data could be written there. */
bool reloader_keeps_copies(const struct reloader *reloader);
bool reloader_has_copies(const struct reloader *reloader);

/* Ends the thread. Returns false if a reload is under way, which may take minutes: the thread then
 * still runs, and nothing that it uses may be freed. */
bool reloader_stop(struct reloader *reloader);

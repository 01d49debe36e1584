/* One reload, step by step. Called by the reloader's thread only. */
#pragma once

#include "data/reloader.h"

enum reload_cause {
    RELOAD_AT_START,
    RELOAD_REQUESTED,  /* by SIGHUP */
    RELOAD_CHANGED,    /* a file in a watched folder may have changed */
    RELOAD_REMOTE_DUE, /* a remote is due to be fetched again */
};

/* Fetches the remotes that are due; if the data may have changed, loads them, publishes them if
 * they differ from the served data, and records the result. A load that fails changes only the
 * history. Returns false if the first load has failed for good, so that the server must end. */
bool reload_run(struct reloader *reloader, enum reload_cause cause);

/* Copies the local files of the served data into the folder of --state, if it has not these copies
 * yet. To be called when the first load has ended, so that the server need not wait for the disk.
 */
void reload_save(struct reloader *reloader);

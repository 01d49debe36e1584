/* One reload, step by step. Private to the reloader's thread. */
#pragma once

#include "data/reloader.h"

enum reload_cause {
    RELOAD_AT_START,
    RELOAD_REQUESTED,  /* by SIGHUP */
    RELOAD_CHANGED,    /* something in a watched folder may have changed */
    RELOAD_REMOTE_DUE, /* it is time to fetch a remote again */
};

/* Fetches the remotes that are due; if the data may have changed, loads them, publishes them if
 * they differ from those served, and records how it ended. A load that fails changes only the
 * history. Returns false if the first load of all has failed for good, so that there is nothing to
 * serve. */
bool reload_run(struct reloader *reloader, enum reload_cause cause);

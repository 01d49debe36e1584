/* The data that the server publishes: their sources, and when they are loaded.
 *
 * This folder fetches remotes (URLs in --data), stores their copies on disk (--state), watches the
 * folders of local files (--watch), loads archives, and publishes an archive as a new snapshot if
 * it differs from the served one. The reloader thread does all this; reload_run in reload.c has the
 * steps of one reload.
 *
 * May include: base, options, answer, saved.
 */
#pragma once

#include "data/load.h"
#include "data/reloader.h"
#include "data/remotes.h"
#include "data/state_folder.h"

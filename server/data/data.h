/* The data that the server publishes: where they come from, and when they are loaded.
 *
 * This folder fetches remotes (URLs in --data), stores their copies on disk (--state), watches the
 * folders of local files (--watch), loads archives, and publishes each one that differs from the
 * archive that is served as a new snapshot. The thread that does so is the reloader; reload_run in
 * reload.c has the steps of one reload.
 *
 * May include: base, options, answer.
 */
#pragma once

#include "data/load.h"
#include "data/reloader.h"
#include "data/state_folder.h"

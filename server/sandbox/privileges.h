/* Drops the privileges of root as soon as the ports of the server are open.
 *
 * With --user, it switches to that user and, if given by name, to all groups of the user. Without
 * --user, root switches to `nobody` (65534), provided that `nobody` can read every file that the
 * options name, and the texts that the data name (with --watch, also their folders) and owns the
 * state folder. Otherwise the process stays root. In each case it drops its capabilities, with the
 * exceptions in capabilities.h.
 */
#pragma once

#include "options/options.h"

/* Drops the privileges; with SANDBOX_OFF, only applies --user. Must be called before other threads
 * start. Returns false, with the reason written to standard error, if the server must not continue.
 */
bool privileges_give_up(const struct options *options);

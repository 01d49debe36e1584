/* The user and the capabilities that the server runs with: root's only until its ports are open.
 *
 * With --user it becomes that user, in all groups of a user who is given by name. Without --user,
 * root becomes `nobody` (65534) if that user can read every file that the options name, can read
 * the folders that hold them if --watch is given, and owns the state folder. Otherwise the user
 * stays, and all but one capability is given up (capabilities.h).
 */
#pragma once

#include "options/options.h"

/* To be called by the only thread. With SANDBOX_OFF it does only what --user says. Returns false,
 * with the reason written to standard error, if the server must not continue. */
bool privileges_give_up(const struct options *options);

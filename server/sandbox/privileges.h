/* Whose rights this process has: those of root no longer than until its ports are open.
 *
 * With --user it becomes that user, with the groups of a user who is called by name. Root without
 * --user becomes nobody (65534), if nobody can read all that the options name, with --watch also
 * what holds it, and owns the state folder. Otherwise it stays who it is without any capability, be
 * it root's or one that a service manager gave it for a port under 1024. Then root has the rights
 * of whoever owns what root owns, and may not read what belongs to others; where a file that the
 * options name, or one in a folder of data, could not be read any more, the one capability for that
 * is kept (CAP_DAC_READ_SEARCH, or CAP_DAC_OVERRIDE for a state folder that root may not write to),
 * and it is said so. What it opens with that, Landlock limits.
 */
#pragma once

#include "options/options.h"

/* To be called by the only thread. False, with what is wrong written to standard error, where the
 * server must not go on. With SANDBOX_OFF it does no more than --user says. */
bool privileges_give_up(const struct options *options);

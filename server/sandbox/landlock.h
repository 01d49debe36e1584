/* The files and ports that this process may still use, by Landlock (landlock(7)).
 *
 * It can read the paths of paths.h and what /proc says of the process itself, and write to the
 * state folder. It cannot bind a port, connect to one unless data come from a URL, or signal other
 * processes. This cannot be undone.
 *
 * The kernel's ABI says how much of that it supports: ports from 4 on, signals from 6. What it does
 * not support is omitted. Open files stay open: standard output, the listening sockets.
 */
#pragma once

#include "options/options.h"

/* Returns the kernel's ABI, from 1 on; 0, with the reason in errno, if the kernel has no Landlock
 * or has it switched off. */
int landlock_abi(void);

/* Restricts the calling thread and those that it starts later; to be called by the only thread.
 * Needs PR_SET_NO_NEW_PRIVS. Returns false, with the reason in errno, if it fails. */
bool landlock_restrict(const struct options *options, int abi);

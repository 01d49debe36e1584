/* Restricts the files and ports that this process may use, with Landlock (landlock(7)).
 *
 * It can read the paths of paths.h and its own figures in /proc, and write to the state folder. It
 * cannot bind a port, connect to one unless data come from a URL, or signal other processes. This
 * cannot be undone.
 *
 * The kernel's ABI tells what it supports: ports since ABI 4, signals since ABI 6. Unsupported
 * restrictions are omitted. Open files, such as the listening sockets, stay usable.
 */
#pragma once

#include "options/options.h"

/* Returns the kernel's ABI, at least 1. Returns 0, with the reason in errno, if Landlock is missing
 * or disabled. */
int landlock_abi(void);

/* Restricts the calling thread and those that it starts later. Must be called before other threads
 * start. Needs PR_SET_NO_NEW_PRIVS. Returns false on failure, with the reason in errno. */
bool landlock_restrict(const struct options *options, int abi);

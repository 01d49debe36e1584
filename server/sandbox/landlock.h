/* What the kernel lets this process do with files and ports, by Landlock (landlock(7)): read what
 * sandbox_paths.h names and what /proc says of the process itself, write into the state folder,
 * and nothing else; take no port, connect to none unless a record comes from elsewhere, and send
 * no signal to others. It cannot be taken back.
 *
 * How much of that a kernel knows is its ABI: ports from 4 on, signals from 6. What it does not
 * know is left out. A file that is open stays so: standard output, the listening sockets.
 */
#pragma once

#include "options/options.h"

/* The kernel's ABI, from 1 on; 0 where it has no Landlock or none that is switched on, with the
 * reason in errno. */
int landlock_abi(void);

/* Restricts this thread and those that it starts from now on: to be called while there is one.
 * False where that fails, with the reason in errno. Needs PR_SET_NO_NEW_PRIVS. */
bool landlock_restrict(const struct options *options, int abi);

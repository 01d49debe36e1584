/* Which system calls this process may still make, by seccomp(2).
 *
 * The filter denies what it does not list. Such a list breaks when a C library begins to use a call
 * that is newer than the list - unless the answer is ENOSYS, "this kernel has no such call": a C
 * library runs on older kernels too, and does then what it did before. So the list has everything
 * harmless that a C library, libcurl and libmicrohttpd may do here, beyond what has been seen in
 * traces; what is known to be of use to an intruder alone is EPERM (another program, another
 * process, tracing, other people's memory, namespaces, mounts, modules, BPF, keys, io_uring, raw
 * sockets, ports, owners and modes of files); and what is in neither list is ENOSYS.
 *
 * A thread may be started, a process not. Sockets of the internet there are none beyond those that
 * the listening ones accept, unless a record comes from elsewhere; files are renamed and removed
 * only where there is a state folder.
 */
#pragma once

#include <stdbool.h>

struct seccomp_needs {
    bool origins;  /* a record comes from another machine */
    bool state;    /* and is kept in a folder */
    bool log_only; /* nothing is denied; the kernel logs what would be */
};

/* Filters this thread and those that it starts from now on: to be called while there is one, as the
 * last restriction of all. 0, or an errno. Needs PR_SET_NO_NEW_PRIVS. */
int seccomp_filter_load(const struct seccomp_needs *needs);

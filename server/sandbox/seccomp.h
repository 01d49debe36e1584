/* The system calls that this process may still make, by seccomp(2).
 *
 * The filter denies what it does not list. Such a list would break when a C library begins to use a
 * newer call, so unlisted calls fail with ENOSYS, "this kernel has no such call": a C library runs
 * on older kernels too and then does what it did before. The list has every harmless call that the
 * C library, libcurl and libmicrohttpd may make here, more than traces show. Calls that are of use
 * to an intruder alone fail with EPERM: starting programs, other processes, tracing, foreign
 * memory, namespaces, mounts, modules, BPF, keys, io_uring, raw sockets, ports, owners and modes of
 * files.
 *
 * The process can start threads but no processes. It can open Internet sockets only if the data
 * come from a URL, and rename and remove files only if there is a state folder.
 */
#pragma once

#include <stdbool.h>

struct seccomp_needs {
    bool urls;     /* true if data come from a URL */
    bool state;    /* true if copies of them are stored in a folder */
    bool log_only; /* true if nothing is denied and the kernel logs what would be */
};

/* Filters the calling thread and those that it starts later; to be called by the only thread, as
 * the last restriction. Needs PR_SET_NO_NEW_PRIVS. Returns 0, or an error number. */
int seccomp_filter_load(const struct seccomp_needs *needs);

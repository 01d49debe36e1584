/* Restricts the system calls that this process may make, with seccomp(2).
 *
 * The filter allows the calls that it lists. Other calls fail with ENOSYS, as on a kernel without
 * them, because a newer C library may use newer calls and then falls back to older ones. The list
 * contains every harmless call that the C library, libcurl and libmicrohttpd may make, more than
 * traces show. Calls that only an attacker would make fail with EPERM: starting programs, access to
 * other processes and their memory, tracing, namespaces, mounts, modules, BPF, keys, io_uring, raw
 * sockets, new ports, changes of owners and modes of files.
 *
 * The process can start threads but no processes. It can open Internet sockets only if the data
 * come from a URL, and rename and remove files only if there is a state folder.
 */
#pragma once

#include <stdbool.h>

struct seccomp_needs {
    bool urls;     /* true if data come from a URL */
    bool state;    /* true if copies of them are stored in a folder */
    bool log_only; /* true if the kernel only logs calls that would be denied */
};

/* Filters the calls of the calling thread and those that it starts later. Must be called before
 * other threads start, as the last restriction. Needs PR_SET_NO_NEW_PRIVS. Returns 0 or an error
 * number. */
int seccomp_filter_load(const struct seccomp_needs *needs);

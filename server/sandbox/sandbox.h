/* The rights that a server gives up when its ports are open, so that an exploited bug gains little:
 * root's user and capabilities (privileges.h), files and ports (landlock.h), system calls
 * (seccomp.h). Threads that are started later are restricted as well.
 *
 * --sandbox says how:
 * - enforce: denies what serving does not need. The server does not start if the kernel lacks a
 * part of it. The default is the same as far as the kernel supports it; a line at the start says
 * how far that is.
 * - warn: makes the kernel log what seccomp would deny in its audit log. Landlock, which can only
 *   deny, is not used. Capabilities are given up.
 * - off: gives up nothing. This is the default of a program built with a sanitizer, which traces
 *   itself, starts programs and reads its own file to report an error.
 *
 * A server in its sandbox can be debugged with gdb and run in valgrind, but it cannot write what
 * valgrind reports at the end: use "off".
 *
 * Only `serve` is restricted. The other commands read what they are told to, and end.
 *
 * May include: base, options.
 */
#pragma once

#include "options/options.h"

/* Gives up the rights, and writes a line that says which restrictions are in force. To be called
 * before any thread is started. Returns false, with the reason written to standard error, if the
 * server must not continue. */
bool sandbox_enter(const struct options *options);

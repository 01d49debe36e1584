/* Restricts a program that answers others, the server when its ports are open, so that an exploited
 * bug gains little: drops root's user and capabilities (privileges.h), and denies files and ports
 * (landlock.h) and system calls (seccomp.h) that the server does not need. Threads that start later
 * are restricted as well.
 *
 * The modes of --sandbox:
 *
 * - enforce: denies all that serving does not need. The server does not start if the kernel lacks a
 *   part of it. The default mode is the same, except that the server starts without that part and
 *   logs it.
 *
 * - warn: the kernel writes calls that seccomp would deny to its audit log. Landlock, which cannot
 *   only log, is not used. Capabilities are dropped.
 *
 * - off: restricts nothing. This is the default of a program built with a sanitizer, which traces
 *   the process, starts programs and reads the program's file to report an error.
 *
 * A restricted server can be debugged with gdb. It can run in valgrind, which is denied the write
 * of its final report; use "off" there.
 *
 * Only `serve` and `mcp` are restricted; the other commands end soon.
 *
 * May include: base, options.
 */
#pragma once

#include "options/options.h"

/* Applies the restrictions and writes to standard error which of them are in force. Must be called
 * before other threads start. Returns false, with the reason written to standard error, if the
 * server must not continue. */
bool sandbox_enter(const struct options *options);

/* The rights that a server gives up once its ports are open, so that who finds a flaw in it has
 * little of it: root's (privileges.h), those over files and ports that it does not use
 * (landlock.h), and system calls (seccomp_filter.h). Children and threads to come are restricted as
 * well; it must be entered before any thread is started.
 *
 * --sandbox says how:
 *   enforce  what is not needed is denied. Refuses to start where the kernel lacks a part of it.
 *            Left out, it is the same as far as the kernel can, which a line at the start says.
 *   warn     seccomp has the kernel log what it would deny, in its audit log; Landlock can only
 *            deny, and is left out. Capabilities are given up.
 *   off      nothing.
 * A program that was built with a sanitizer traces itself, starts programs and reads its own file
 * when it has something to report, so there "off" is what is meant where nothing is said. valgrind
 * and gdb work on a server in its sandbox, but what valgrind itself writes as it ends is denied:
 * say "off".
 *
 * Only `serve` is restricted: the other commands read what they are told to, answer nobody, and
 * end.
 */
#pragma once

#include "options/options.h"

/* Writes one line that says what is in force. False, with what is wrong on standard error, where
 * the server must not go on. */
bool sandbox_enter(const struct options *options);

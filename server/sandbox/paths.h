/* The files that a server uses while it runs: those that its options name.
 *
 * A file is replaced by renaming, and the kernel is told of folders, so the folder that holds a
 * file is among them; since a folder may be replaced in the same way, so is the folder that holds
 * it, except "/" and "/etc", which hold much besides. Symbolic links are followed, both of a name
 * and of each name in a folder of data.
 */
#pragma once

#include "options/options.h"

enum path_use {
    PATH_NAMED,  /* named by an option, to be read */
    PATH_INSIDE, /* a data file in a folder that an option names */
    PATH_HOLDER, /* a folder in which one of these may be replaced */
    PATH_SYSTEM, /* read by libraries; with a URL also to resolve names and verify certificates */
    PATH_STATE   /* the state folder, to be written to */
};

/* Calls `visit` with each path. A path may come more than once and need not exist. */
void sandbox_paths_visit(const struct options *options,
                         void (*visit)(void *context, const char *path, enum path_use use),
                         void *context);

/* Reports whether permissions deny the process this use of a path: a mode of access(2). */
bool sandbox_paths_is_denied(const char *path, int mode);

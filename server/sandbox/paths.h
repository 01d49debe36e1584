/* Which files a server has to do with as long as it runs: those that its options name.
 *
 * A file is replaced by renaming, and what may be opened is told to the kernel by folder, so the
 * folder that holds a file belongs to it; and as a folder may be replaced in the same way, so does
 * the folder that holds it, unless that is "/" or "/etc", where much is that has nothing to do with
 * a record. Links are followed: behind a name, and behind each name in a folder of data.
 */
#pragma once

#include "options/options.h"

enum path_use {
    PATH_NAMED,  /* by an option, to be read */
    PATH_INSIDE, /* a data file in a folder that is named */
    PATH_HOLDER, /* a folder in which one of them may be replaced */
    PATH_SYSTEM, /* what libraries read; with an origin also to find machines and to know them */
    PATH_STATE   /* the folder to write into */
};

/* Calls `visit` for each; paths may come more than once, and need not exist. */
void sandbox_paths_visit(const struct options *options,
                         void (*visit)(void *context, const char *path, enum path_use use),
                         void *context);

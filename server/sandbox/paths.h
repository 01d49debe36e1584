/* The files that a server uses while it runs, according to its options.
 *
 * A file is replaced by renaming, so access to a file needs access to its parent folder. A folder
 * may be replaced in the same way, so its parent is included too, except "/" and "/etc", which hold
 * many other files. Symbolic links are followed, for each named path and each file in a folder of
 * data.
 */
#pragma once

#include "options/options.h"

enum path_use {
    PATH_NAMED,  /* named by an option, to be read */
    PATH_INSIDE, /* a data file in a folder that an option names, or a text that one names */
    PATH_HOLDER, /* the parent folder of one of these, which may be replaced */
    PATH_SYSTEM, /* read by libraries; with a URL also to resolve names and verify certificates */
    PATH_STATE   /* the state folder, to be written to */
};

/* Calls `visit` with each path. A path may be visited more than once and need not exist. */
void sandbox_paths_visit(const struct options *options,
                         void (*visit)(void *context, const char *path, enum path_use use),
                         void *context);

/* Calls `visit` with each text that the data files name, and its folder. Reads the data files, and
 * skips those that it cannot read. */
void sandbox_paths_visit_texts(const struct options *options,
                               void (*visit)(void *context, const char *path, enum path_use use),
                               void *context);

/* Reports whether file permissions deny access to a path; `mode` as in access(2). */
bool sandbox_paths_is_denied(const char *path, int mode);

/* The times and sizes of the data files, for file systems that report no changes: inotify(7) tells
 * nothing of what others write to a network file system or through FUSE.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    FILE_TIMES_ENTRIES_MAX = 100000 /* of a folder: more are not looked at */
};

/* Returns the name of the file system of a path, such as "NFS", if it reports no changes by others;
 * else NULL. A path that does not exist counts as its folder. */
const char *file_times_silent_system(const char *path);

/* Returns a number that differs, with all but certainty, if a file of `paths`, or a file in a
 * folder of `paths`, is written, replaced, added or removed, or the
 * file that permits them to shrink (shrinkage.h). */
uint64_t file_times_of(const char *const *paths, size_t count);

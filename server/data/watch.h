/* The folders of the data, watched for changes by inotify(7).
 *
 * It is folders that are watched, for a file too: editors and Kubernetes replace a file by renaming
 * another over it, which a watch on the file would not see.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct watch {
    int fd; /* to be polled; -1 where nothing is watched */
    const char *const *paths;
    size_t count;
    bool incomplete; /* something was not there when last looked for */
};

/* Watches nothing. */
void watch_init(struct watch *watch);

/* Watches the folders, and those of the files, that `paths` name; they stay the caller's. False
 * where one cannot be, with the reason written to standard error; the others are watched. */
bool watch_open(struct watch *watch, const char *const *paths, size_t count);

/* Reads what has happened; whether any of it may have changed the data. Looks for folders that are
 * gone, to watch them again: where it leaves the watch incomplete, call it again in a while. */
bool watch_changed(struct watch *watch);

void watch_close(struct watch *watch);

/* Watches the folders of the data for changes: inotify(7).
 *
 * A file is watched through its folder: editors and Kubernetes replace a file by renaming another
 * over it, which a watch on the file itself would miss. The folders of the texts that the data name
 * are watched, too. If the file system of a path reports no changes by others (file_times.h), the
 * times of the files are compared as well, whenever watch_changed is called. If there are no events
 * at all, only the times are compared.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct watch {
    int fd; /* inotify descriptor for poll(2); -1 if there are no events */
    const char *const *paths;
    size_t count;
    bool incomplete; /* true if a folder was missing or could not be watched at the last attempt */
    bool polls;      /* true if the times of the files are compared */
    uint64_t times;  /* those of the last time (file_times_of) */
};

/* Makes a watch without folders. */
void watch_init(struct watch *watch);

/* Watches the folders that `paths` name, and the folders of the files that they name. Borrows
 * `paths`. Returns false if a folder cannot be watched, with the reason written to standard error;
 * the others are watched. Logs whether it uses file events or compares the times of files. */
bool watch_open(struct watch *watch, const char *const *paths, size_t count);

/* Watches the folders of the texts that the data files name now, too. To be called before the data
 * are loaded, so that no later change is missed. */
void watch_add_texts(struct watch *watch);

/* Reads the events so far. Returns true if the data may have changed: a file was written, renamed
 * or deleted, a link was created, or permissions were changed. Tries to watch missing folders
 * again. If `incomplete` or `polls` is true afterwards, call it again a little later. */
bool watch_changed(struct watch *watch);

void watch_close(struct watch *watch);

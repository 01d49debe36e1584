/* Watches the folders of the data for changes: inotify(7).
 *
 * For a file its folder is watched: editors and Kubernetes replace a file by renaming another over
 * it, which a watch on the file itself would miss.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct watch {
    int fd; /* to be polled; -1 if nothing is watched */
    const char *const *paths;
    size_t count;
    bool incomplete; /* a folder was missing, or could not be watched, at the last attempt */
};

/* Watches nothing. */
void watch_init(struct watch *watch);

/* Watches the folders that `paths` name, and those of the files that they name; `paths` stays the
 * caller's. Returns false if one cannot be watched, with the reason on standard error; the others
 * are watched. */
bool watch_open(struct watch *watch, const char *const *paths, size_t count);

/* Reads the events so far. Returns true if one of them may have changed the data: a file that was
 * written, renamed or deleted, a link that was made, or a change of permissions. Tries to watch
 * folders that are missing; if `incomplete` is true afterwards, call it again a little later. */
bool watch_changed(struct watch *watch);

void watch_close(struct watch *watch);

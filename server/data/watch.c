#include "data/watch.h"

#include "base/error_text.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file that was only created is still being written, and is seen again when it is closed; but a
 * link is whole at once. What could not be read may be readable after a chmod. */
enum {
    CHANGES = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_CREATE | IN_ATTRIB,
    GONE = IN_DELETE_SELF | IN_MOVE_SELF,
    EVENTS_BYTES = 16 * 1024
};

void watch_init(struct watch *watch)
{
    *watch = (struct watch){.fd = -1};
}

/* The folder to watch for a path: itself where it is one, else that which holds it. False where
 * nothing is there, so that it may come to be either. */
static bool folder_of(const char *path, char folder[PATH_MAX])
{
    struct stat status;
    const bool there = stat(path, &status) == 0;
    snprintf(folder, PATH_MAX, "%s", path);
    if (there && S_ISDIR(status.st_mode))
        return true;
    char *slash = strrchr(folder, '/');
    if (!slash)
        snprintf(folder, PATH_MAX, ".");
    else
        slash[slash == folder] = '\0';
    return there;
}

/* Watching a folder twice is watching it once. False where one cannot be watched. */
static bool watch_all(struct watch *watch, bool say)
{
    bool all = true;
    watch->incomplete = false;
    for (size_t i = 0; i < watch->count; i++) {
        char folder[PATH_MAX];
        const bool there = folder_of(watch->paths[i], folder);
        const bool watched = inotify_add_watch(watch->fd, folder, CHANGES | GONE) >= 0;
        if (!watched && say)
            fprintf(stderr, "rapporteur: cannot watch %s: %s\n", folder, error_text(errno));
        watch->incomplete |= !there || !watched;
        all &= watched;
    }
    return all;
}

bool watch_open(struct watch *watch, const char *const *paths, size_t count)
{
    watch->paths = paths;
    watch->count = count;
    watch->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watch->fd < 0) {
        fprintf(stderr, "rapporteur: cannot watch the data: %s\n", error_text(errno));
        return false;
    }
    return watch_all(watch, true);
}

/* Whether something that was created is whole: a link, symbolic or not. */
static bool is_link(const struct watch *watch, const char *name)
{
    for (size_t i = 0; i < watch->count; i++) {
        char folder[PATH_MAX], path[PATH_MAX + NAME_MAX + 2];
        struct stat status;
        folder_of(watch->paths[i], folder);
        snprintf(path, sizeof path, "%s/%s", folder, name);
        if (lstat(path, &status) != 0)
            continue;
        if (S_ISLNK(status.st_mode) || (S_ISREG(status.st_mode) && status.st_nlink > 1))
            return true;
    }
    return false;
}

static bool counts(const struct watch *watch, const struct inotify_event *event)
{
    if (event->mask & IN_CREATE)
        return event->len > 0 && is_link(watch, event->name);
    return (event->mask & CHANGES) != 0;
}

bool watch_changed(struct watch *watch)
{
    _Alignas(struct inotify_event) char events[EVENTS_BYTES];
    const bool was_incomplete = watch->incomplete;
    bool changed = false;
    ssize_t length;
    while ((length = read(watch->fd, events, sizeof events)) > 0)
        for (const char *next = events; next < events + length;) {
            const struct inotify_event *event = (const struct inotify_event *)(const void *)next;
            watch->incomplete |= (event->mask & (GONE | IN_UNMOUNT | IN_Q_OVERFLOW)) != 0;
            changed |= counts(watch, event);
            next += sizeof *event + event->len;
        }
    if (!watch->incomplete)
        return changed;
    watch_all(watch, !was_incomplete);
    return changed || !watch->incomplete;
}

void watch_close(struct watch *watch)
{
    if (watch->fd >= 0)
        close(watch->fd);
    watch_init(watch);
}

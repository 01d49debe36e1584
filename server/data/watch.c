#include "data/watch.h"

#include "base/error_text.h"
#include "base/server_log.h"
#include "data/file_times.h"
#include "load/load.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

/* IN_CREATE counts for links only: a new file is still being written, and IN_CLOSE_WRITE follows.
 * IN_ATTRIB: a chmod may make a file readable. */
enum {
    CHANGES = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_CREATE | IN_ATTRIB,
    GONE = IN_DELETE_SELF | IN_MOVE_SELF,
    EVENTS_BYTES = 16 * 1024
};

void watch_init(struct watch *watch)
{
    *watch = (struct watch){.fd = -1};
}

/* Writes the folder to watch for a path: the path itself if it is a folder, or else its parent.
 * Returns false if the path does not exist, because it may become either. */
static bool watch_folder_of(const char *path, char folder[PATH_MAX])
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

/* Adds a folder. If it cannot be watched and `report` is true, writes the reason to standard error.
 */
static bool watch_add_folder(struct watch *watch, const char *folder, bool report)
{
    const bool watched = inotify_add_watch(watch->fd, folder, CHANGES | GONE) >= 0;
    if (!watched && report)
        server_log(SERVER_LOG_ERROR, "cannot watch %s: %s", folder, error_text(errno));
    watch->incomplete |= !watched;
    return watched;
}

/* The watch, and the folder that was added last: most texts are in one. */
struct text_watch {
    struct watch *watch;
    char folder[PATH_MAX];
    bool report;
};

static void watch_add_text(void *context, const char *path)
{
    struct text_watch *texts = context;
    const size_t length = (size_t)(strrchr(path, '/') - path);
    if (strncmp(texts->folder, path, length) == 0 && !texts->folder[length])
        return;
    snprintf(texts->folder, sizeof texts->folder, "%.*s", (int)length, path);
    watch_add_folder(texts->watch, texts->folder, texts->report);
}

static void watch_add_text_folders(struct watch *watch, bool report)
{
    struct text_watch texts = {.watch = watch, .report = report};
    for (size_t i = 0; i < watch->count; i++)
        load_visit_texts(watch->paths[i], watch_add_text, &texts);
}

void watch_add_texts(struct watch *watch)
{
    if (watch->fd >= 0)
        watch_add_text_folders(watch, !watch->incomplete);
}

/* Adds every folder to the inotify instance, which ignores folders that it has already. Returns
 * false if one cannot be watched; if `report` is true, writes the reason to standard error. */
static bool watch_add_folders(struct watch *watch, bool report)
{
    bool all = true;
    watch->incomplete = false;
    for (size_t i = 0; i < watch->count; i++) {
        char folder[PATH_MAX];
        const bool there = watch_folder_of(watch->paths[i], folder);
        all &= watch_add_folder(watch, folder, report);
        watch->incomplete |= !there;
    }
    return all;
}

/* Compares the times of the files from now on. */
static void watch_start_polling(struct watch *watch)
{
    watch->polls = true;
    watch->times = file_times_of(watch->paths, watch->count);
}

/* Decides whether the times of the files are compared, and logs why. */
static void watch_choose_polling(struct watch *watch)
{
    for (size_t i = 0; i < watch->count && !watch->polls; i++) {
        const char *system = file_times_silent_system(watch->paths[i]);
        if (!system)
            continue;
        server_log(SERVER_LOG_WARNING,
                   "%s is on %s, which does not report what others write; looking at the times of "
                   "the files every second",
                   watch->paths[i], system);
        watch_start_polling(watch);
    }
}

bool watch_open(struct watch *watch, const char *const *paths, size_t count)
{
    watch->paths = paths;
    watch->count = count;
    watch_choose_polling(watch);
    watch->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watch->fd < 0) {
        server_log(SERVER_LOG_WARNING,
                   "cannot watch for file events: %s; looking at the times of the files every "
                   "second",
                   error_text(errno));
        watch_start_polling(watch);
        return true;
    }
    if (!watch->polls)
        server_log(SERVER_LOG_INFO, "watching the data by file events");
    return watch_add_folders(watch, true);
}

/* Reports whether a new directory entry is a symbolic or hard link, which is complete at once.
 */
static bool watch_is_link(const struct watch *watch, const char *name)
{
    for (size_t i = 0; i < watch->count; i++) {
        char folder[PATH_MAX], path[PATH_MAX + NAME_MAX + 2];
        struct stat status;
        watch_folder_of(watch->paths[i], folder);
        snprintf(path, sizeof path, "%s/%s", folder, name);
        if (lstat(path, &status) != 0)
            continue;
        if (S_ISLNK(status.st_mode) || (S_ISREG(status.st_mode) && status.st_nlink > 1))
            return true;
    }
    return false;
}

static bool watch_is_change(const struct watch *watch, const struct inotify_event *event)
{
    if (event->mask & IN_CREATE)
        return event->len > 0 && watch_is_link(watch, event->name);
    return (event->mask & CHANGES) != 0;
}

/* Compares the times of the files with those of the last time. */
static bool watch_times_changed(struct watch *watch)
{
    const uint64_t before = watch->times;
    if (watch->polls)
        watch->times = file_times_of(watch->paths, watch->count);
    return watch->times != before;
}

bool watch_changed(struct watch *watch)
{
    _Alignas(struct inotify_event) char events[EVENTS_BYTES];
    const bool was_incomplete = watch->incomplete;
    bool changed = watch_times_changed(watch);
    ssize_t length;
    while ((length = read(watch->fd, events, sizeof events)) > 0)
        for (const char *next = events; next < events + length;) {
            const struct inotify_event *event = (const struct inotify_event *)(const void *)next;
            watch->incomplete |= (event->mask & (GONE | IN_UNMOUNT | IN_Q_OVERFLOW)) != 0;
            changed |= watch_is_change(watch, event);
            changed |= (event->mask & (GONE | IN_UNMOUNT)) != 0;
            next += sizeof *event + event->len;
        }
    if (!watch->incomplete || watch->fd < 0)
        return changed;
    watch_add_folders(watch, !was_incomplete);
    watch_add_text_folders(watch, !was_incomplete);
    return changed || !watch->incomplete;
}

void watch_close(struct watch *watch)
{
    if (watch->fd >= 0)
        close(watch->fd);
    watch_init(watch);
}

#include "data/reloader.h"

#include "base/error_text.h"
#include "base/event.h"
#include "base/monotonic_clock.h"
#include "base/server_log.h"
#include "data/reload.h"
#include "saved/saved_files.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    QUIET_MILLISECONDS = 200, /* a change is complete after this time without another ... */
    QUIET_ROUNDS_MAX = 25,    /* ... or after this number of waits */
    LOOK_AGAIN_MILLISECONDS = 1000
};

/* Returns how often the event was signalled. */
static uint64_t clear_event(int event)
{
    uint64_t count;
    return read(event, &count, sizeof count) == sizeof count ? count : 0;
}

/* Waits for the last step of a change, which often has several. */
static void wait_for_quiet(struct watch *watch)
{
    struct pollfd changes = {watch->fd, POLLIN, 0};
    for (int i = 0; i < QUIET_ROUNDS_MAX && poll(&changes, 1, QUIET_MILLISECONDS) > 0; i++)
        watch_changed(watch);
}

/* Returns how long poll(2) may wait: until a remote is due, a load is repeated, or until the next
 * look for a missing folder or at the times of files. */
static int reloader_wait_milliseconds(const struct reloader *reloader)
{
    int wait = remotes_wait_milliseconds(&reloader->remotes);
    if (reloader->retry_at) {
        const int64_t left = reloader->retry_at - monotonic_milliseconds();
        if (wait < 0 || left < wait)
            wait = left < 0 ? 0 : (int)left;
    }
    if (!reloader->watch.incomplete && !reloader->watch.polls)
        return wait;
    return wait < 0 || wait > LOOK_AGAIN_MILLISECONDS ? LOOK_AGAIN_MILLISECONDS : wait;
}

/* Waits once. Returns false if no reload is needed yet. */
static bool reloader_poll(struct reloader *reloader, enum reload_cause *ret_cause)
{
    struct pollfd events[] = {{reloader->wake, POLLIN, 0}, {reloader->watch.fd, POLLIN, 0}};
    reloader->signals = 0;
    if (poll(events, 2, reloader_wait_milliseconds(reloader)) < 0)
        return false;
    if (events[0].revents) {
        reloader->signals = (size_t)clear_event(reloader->wake);
        remotes_make_due(&reloader->remotes);
        *ret_cause = RELOAD_REQUESTED;
        return true;
    }
    if (watch_changed(&reloader->watch)) {
        wait_for_quiet(&reloader->watch);
        *ret_cause = RELOAD_CHANGED;
        return true;
    }
    if (reloader->retry_at && monotonic_milliseconds() >= reloader->retry_at) {
        *ret_cause = RELOAD_CHANGED;
        return true;
    }
    *ret_cause = RELOAD_REMOTE_DUE;
    return remotes_wait_milliseconds(&reloader->remotes) == 0;
}

/* Writes `reloading` before it reads `stopping`; reloader_stop does the reverse. So either the
 * thread sees that it must stop, or reloader_stop sees that a reload has begun. */
static bool reloader_begin_unless_stopping(struct reloader *reloader)
{
    atomic_store(&reloader->reloading, true);
    if (!atomic_load(&reloader->stopping))
        return true;
    atomic_store(&reloader->reloading, false);
    return false;
}

/* Returns false if the thread must stop. */
static bool reloader_wait_for_cause(struct reloader *reloader, enum reload_cause *ret_cause)
{
    do {
        if (atomic_load(&reloader->stopping))
            return false;
    } while (!reloader_poll(reloader, ret_cause));
    return reloader_begin_unless_stopping(reloader);
}

static void *reloader_thread_run(void *context)
{
    struct reloader *reloader = context;
    enum reload_cause cause = RELOAD_AT_START;
    bool serving;
    do {
        serving = reload_run(reloader, cause);
        atomic_store(&reloader->reloading, false);
        if (reloader->first_has_ended)
            event_signal(reloader->first_ended);
        reload_save(reloader);
    } while (serving && reloader_wait_for_cause(reloader, &cause));
    return NULL;
}

static void reloader_find_paths(struct reloader *reloader)
{
    const struct options *options = reloader->options;
    for (size_t i = 0; i < options->data_count; i++)
        if (!options_is_url(options->data[i]))
            reloader->paths[reloader->path_count++] = options->data[i];
    if (options->map && options->data_count)
        reloader->paths[reloader->path_count++] = options->map;
    if (options->texts)
        reloader->paths[reloader->path_count++] = options->texts;
}

/* Reads what the folder of --state has of local files. */
static void reloader_read_saved(struct reloader *reloader)
{
    const struct options *options = reloader->options;
    struct saved_files saved;
    for (size_t i = 0; i < options->data_count; i++)
        reloader->saves |= options->state && !options_is_url(options->data[i]);
    if (!reloader->saves)
        return;
    if (saved_files_read(options->state, &saved)) {
        memcpy(reloader->saved_version, saved.version, sizeof saved.version);
        reloader->saved_modified = saved.modified;
        reloader->saved_counts = saved.counts;
    }
    saved_files_finish(&saved);
}

static bool reloader_open(struct reloader *reloader)
{
    const struct options *options = reloader->options;
    watch_init(&reloader->watch);
    reloader->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    reloader->first_ended = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (!remotes_init(&reloader->remotes, options, options->data, options->data_count))
        return false;
    if (reloader->wake < 0 || reloader->first_ended < 0) {
        server_log(SERVER_LOG_ERROR, "cannot create an eventfd: %s", error_text(errno));
        return false;
    }
    reloader_find_paths(reloader);
    reloader_read_saved(reloader);
    return !options->watch || watch_open(&reloader->watch, reloader->paths, reloader->path_count);
}

static void reloader_close(struct reloader *reloader)
{
    watch_close(&reloader->watch);
    remotes_finish(&reloader->remotes);
    if (reloader->wake >= 0)
        close(reloader->wake);
    if (reloader->first_ended >= 0)
        close(reloader->first_ended);
    history_finish(&reloader->history);
}

bool reloader_start(struct reloader *reloader, const struct options *options,
                    struct snapshots *snapshots, size_t thread_count)
{
    *reloader = (struct reloader){
        .options = options, .snapshots = snapshots, .thread_count = thread_count, .failed = true};
    history_init(&reloader->history);
    atomic_store(&reloader->reloading, true);
    if (reloader_open(reloader)) {
        const int reason = pthread_create(&reloader->thread, NULL, reloader_thread_run, reloader);
        if (reason == 0)
            return true;
        server_log(SERVER_LOG_ERROR, "cannot start a thread: %s", error_text(reason));
    }
    reloader_close(reloader);
    return false;
}

enum exit_status reloader_first_status(const struct reloader *reloader)
{
    return (enum exit_status)atomic_load(&reloader->first_status);
}

void reloader_request(struct reloader *reloader)
{
    event_signal(reloader->wake);
}

bool reloader_keeps_copies(const struct reloader *reloader)
{
    return reloader->options->state && reloader->options->data_count > 0;
}

bool reloader_has_copies(const struct reloader *reloader)
{
    return !atomic_load(&reloader->unsaved) && !atomic_load(&reloader->remotes.unsaved);
}

void reloader_write_checks(struct reloader *reloader, struct buffer *out)
{
    history_write_check(&reloader->history, out);
    if (atomic_load(&reloader->serves_saved))
        buffer_append_text(out, "[!]data: serving the last good copies from --state\n");
    if (!reloader_has_copies(reloader))
        buffer_append_text(out, "[!]state: the copies for the next start could not be written to "
                                "--state, see the log\n");
    remotes_write_checks(&reloader->remotes, out);
}

bool reloader_stop(struct reloader *reloader)
{
    atomic_store(&reloader->stopping, true);
    if (atomic_load(&reloader->reloading))
        return false;
    event_signal(reloader->wake);
    pthread_join(reloader->thread, NULL);
    reloader_close(reloader);
    return true;
}

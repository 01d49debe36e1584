#include "data/reload.h"

#include "base/error_text.h"
#include "base/event.h"
#include "data/load.h"

#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    SETTLE_MILLISECONDS = 200, /* a change is over when so long nothing else has changed ... */
    SETTLE_ROUNDS_MAX = 25,    /* ... or after so many times that */
    LOOK_AGAIN_MILLISECONDS = 1000
};

static void clear_event(int event)
{
    uint64_t count;
    if (read(event, &count, sizeof count) < 0)
        return; /* there was none */
}

/* Only this thread publishes, so the archive that is served stays. */
static const struct archive *served_archive(const struct reloading *reloading)
{
    const struct snapshot *served = atomic_load(&reloading->snapshots->current);
    return served ? served->archive : NULL;
}

static bool is_same(const struct archive *one, const struct archive *other)
{
    const struct archive_origin a = archive_origin(one), b = archive_origin(other);
    return strcmp(a.sha256, b.sha256) == 0 && a.modified == b.modified;
}

/* Takes the archive. */
static bool publish(struct reloading *reloading, struct archive *archive)
{
    const struct archive_origin origin = archive_origin(archive);
    const struct archive *served = served_archive(reloading);
    if (served && is_same(served, archive)) {
        fprintf(stderr, "rapporteur: the data is as it was, version %.12s\n", origin.sha256);
        archive_destroy(archive);
        return true;
    }
    struct snapshot *snapshot =
        snapshot_create(archive, reloading->seats, (size_t)reloading->options->cache_bytes);
    if (!snapshot) {
        fputs("rapporteur: out of memory\n", stderr);
        archive_destroy(archive);
        return false;
    }
    snapshots_publish(reloading->snapshots, snapshot);
    if (served)
        fprintf(stderr, "rapporteur: serving version %.12s now\n", origin.sha256);
    return true;
}

static void say_goes_on(const struct archive *served)
{
    if (served)
        fprintf(stderr, "rapporteur: version %.12s goes on being served\n",
                archive_origin(served).sha256);
}

static enum exit_status load(struct reloading *reloading, bool *ret_of_origins)
{
    struct archive *archive = NULL;
    struct load_report report;
    enum exit_status status = load_sources(&reloading->origins, &report, &archive);
    if (status == EXIT_DONE && !publish(reloading, archive))
        status = EXIT_COULD_NOT;
    if (status != EXIT_DONE)
        say_goes_on(served_archive(reloading));
    load_history_add(&reloading->history, status == EXIT_DONE, &report);
    origins_settle(&reloading->origins, status == EXIT_DONE);
    reloading->failed = status != EXIT_DONE;
    *ret_of_origins = report.of_origins;
    return status;
}

/* A change comes in steps; waits for the last. */
static void settle(struct reloading *reloading)
{
    struct pollfd watched = {reloading->watch.fd, POLLIN, 0};
    for (int i = 0; i < SETTLE_ROUNDS_MAX && poll(&watched, 1, SETTLE_MILLISECONDS) > 0; i++)
        watch_changed(&reloading->watch);
}

enum cause {
    CAUSE_NONE, /* look again */
    CAUSE_ORIGIN,
    CAUSE_CHANGE,
    CAUSE_REQUEST
};

static int wait_milliseconds(const struct reloading *reloading)
{
    const int wait = origins_wait_milliseconds(&reloading->origins);
    if (!reloading->watch.incomplete)
        return wait;
    return wait < 0 || wait > LOOK_AGAIN_MILLISECONDS ? LOOK_AGAIN_MILLISECONDS : wait;
}

static enum cause wait_for_cause(struct reloading *reloading)
{
    struct pollfd causes[] = {{reloading->wake, POLLIN, 0}, {reloading->watch.fd, POLLIN, 0}};
    if (poll(causes, 2, wait_milliseconds(reloading)) < 0)
        return CAUSE_NONE;
    if (causes[0].revents) {
        clear_event(reloading->wake);
        origins_make_due(&reloading->origins);
        return CAUSE_REQUEST;
    }
    if (watch_changed(&reloading->watch)) {
        settle(reloading);
        return CAUSE_CHANGE;
    }
    return origins_wait_milliseconds(&reloading->origins) == 0 ? CAUSE_ORIGIN : CAUSE_NONE;
}

/* Whether there is, or may be, anything new to load; asks the origins that are due. */
static bool is_new(struct reloading *reloading, enum cause cause)
{
    const bool renewed = origins_fetch(&reloading->origins, false);
    if (renewed || cause == CAUSE_CHANGE)
        return true;
    return cause == CAUSE_REQUEST &&
           (reloading->path_count > 0 || reloading->origins.count == 0 || reloading->failed);
}

/* `loading` is written before `stopping` is read, and reloading_stop does it the other way round:
 * so either this sees that the end has come, or that sees that a load has begun. */
static bool begin_unless_stopping(struct reloading *reloading)
{
    atomic_store(&reloading->loading, true);
    if (!atomic_load(&reloading->stopping))
        return true;
    atomic_store(&reloading->loading, false);
    return false;
}

/* Fetches and loads until that ends, well or not. False where the server stops before. */
static bool load_first(struct reloading *reloading, enum exit_status *ret_status)
{
    enum cause cause = CAUSE_REQUEST;
    for (bool only_missing = true;; only_missing = false) {
        const bool renewed = origins_fetch(&reloading->origins, only_missing);
        if (origins_complete(&reloading->origins) && (renewed || cause != CAUSE_ORIGIN)) {
            bool of_origins;
            *ret_status = load(reloading, &of_origins);
            if (*ret_status != EXIT_WRONG_DATA || !of_origins)
                return true;
            fputs("rapporteur: not ready until an origin has sent a better record\n", stderr);
        }
        atomic_store(&reloading->loading, false);
        do {
            if (atomic_load(&reloading->stopping))
                return false;
            cause = wait_for_cause(reloading);
        } while (cause == CAUSE_NONE);
        if (!begin_unless_stopping(reloading))
            return false;
    }
}

static void go_on(struct reloading *reloading)
{
    bool of_origins;
    while (!atomic_load(&reloading->stopping)) {
        const enum cause cause = wait_for_cause(reloading);
        if (cause == CAUSE_NONE || !begin_unless_stopping(reloading))
            continue;
        if (is_new(reloading, cause))
            load(reloading, &of_origins);
        else if (!reloading->failed)
            origins_settle(&reloading->origins, true); /* what could not be written before */
        atomic_store(&reloading->loading, false);
    }
}

static void *run(void *context)
{
    struct reloading *reloading = context;
    enum exit_status first;
    if (!load_first(reloading, &first))
        return NULL;
    atomic_store(&reloading->first_status, (int)first);
    atomic_store(&reloading->loading, false);
    event_signal(reloading->first_ended);
    if (first == EXIT_DONE)
        go_on(reloading);
    return NULL;
}

static void find_paths(struct reloading *reloading)
{
    const struct options *options = reloading->options;
    for (size_t i = 0; i < options->data_count; i++)
        if (!options_is_url(options->data[i]))
            reloading->paths[reloading->path_count++] = options->data[i];
}

static bool open_all(struct reloading *reloading)
{
    const struct options *options = reloading->options;
    watch_init(&reloading->watch);
    reloading->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    reloading->first_ended = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (!origins_init(&reloading->origins, options, options->data, options->data_count))
        return false;
    if (reloading->wake < 0 || reloading->first_ended < 0) {
        perror("rapporteur: cannot prepare loading");
        return false;
    }
    find_paths(reloading);
    return !options->watch ||
           watch_open(&reloading->watch, reloading->paths, reloading->path_count);
}

static void close_all(struct reloading *reloading)
{
    watch_close(&reloading->watch);
    origins_finish(&reloading->origins);
    if (reloading->wake >= 0)
        close(reloading->wake);
    if (reloading->first_ended >= 0)
        close(reloading->first_ended);
    load_history_finish(&reloading->history);
}

bool reloading_start(struct reloading *reloading, const struct options *options,
                     struct snapshots *snapshots, size_t seats)
{
    *reloading = (struct reloading){.options = options, .snapshots = snapshots, .seats = seats};
    load_history_init(&reloading->history);
    atomic_store(&reloading->loading, true);
    if (open_all(reloading)) {
        const int reason = pthread_create(&reloading->thread, NULL, run, reloading);
        if (reason == 0)
            return true;
        fprintf(stderr, "rapporteur: cannot start a thread: %s\n", error_text(reason));
    }
    close_all(reloading);
    return false;
}

enum exit_status reloading_first_status(const struct reloading *reloading)
{
    return (enum exit_status)atomic_load(&reloading->first_status);
}

void reloading_request(struct reloading *reloading)
{
    event_signal(reloading->wake);
}

void reloading_write_checks(struct reloading *reloading, struct buffer *out)
{
    load_history_write_check(&reloading->history, out);
    origins_write_checks(&reloading->origins, out);
}

bool reloading_stop(struct reloading *reloading)
{
    atomic_store(&reloading->stopping, true);
    if (atomic_load(&reloading->loading))
        return false;
    event_signal(reloading->wake);
    pthread_join(reloading->thread, NULL);
    close_all(reloading);
    return true;
}

#include "data/reload.h"

#include "base/memory.h"
#include "base/monotonic_clock.h"
#include "base/notify.h"
#include "base/server_log.h"
#include "data/load.h"
#include "saved/saved_files.h"

#include <stdio.h>
#include <string.h>

/* Reports whether the data may differ from what was loaded last. */
static bool reload_is_needed(const struct reloader *reloader, enum reload_cause cause, bool any_new)
{
    if (!remotes_complete(&reloader->remotes))
        return false;
    const bool has_local_data = reloader->path_count > 0 || reloader->remotes.count == 0;
    switch (cause) {
    case RELOAD_AT_START:
    case RELOAD_CHANGED:
        return true;
    case RELOAD_REQUESTED:
        return any_new || has_local_data || reloader->failed;
    case RELOAD_REMOTE_DUE:
        break;
    }
    return any_new;
}

/* Returns the served archive, or NULL. It stays valid, because only this thread publishes. */
static const struct archive *reload_served_archive(const struct reloader *reloader)
{
    const struct snapshot *served = atomic_load(&reloader->snapshots->current);
    return served ? served->data.archive : NULL;
}

/* Reports whether the archive equals the served one: the same bytes and the same modification time,
 * which clients see as Last-Modified. */
static bool reload_is_served(const struct reloader *reloader, const struct archive *archive)
{
    const struct archive *served = reload_served_archive(reloader);
    if (!served)
        return false;
    const struct archive_version a = archive_version(served), b = archive_version(archive);
    return strcmp(a.sha256, b.sha256) == 0 && a.modified == b.modified;
}

/* Publishes the data. Takes ownership of them. */
static enum exit_status reload_publish(struct reloader *reloader, struct snapshot_data data)
{
    const struct archive_version version = archive_version(data.archive);
    const bool is_first = !reload_served_archive(reloader);
    const struct options *options = reloader->options;
    snapshot_data_index_lists(&data, &options->publication);
    struct snapshot *snapshot = snapshot_create(data, reloader->thread_count,
                                                (size_t)(options->cache_bytes / options->threads));
    if (!snapshot) {
        server_log(SERVER_LOG_ERROR, "out of memory");
        snapshot_data_finish(&data);
        return EXIT_COULD_NOT;
    }
    snapshots_publish(reloader->snapshots, snapshot);
    if (!is_first)
        server_log(SERVER_LOG_INFO, "serving version %.12s", version.sha256);
    return EXIT_DONE;
}

/* Publishes the data, unless the same data are served already. Takes ownership of them. */
static enum exit_status reload_publish_if_new(struct reloader *reloader, struct snapshot_data data)
{
    if (!reload_is_served(reloader, data.archive))
        return reload_publish(reloader, data);
    server_log(SERVER_LOG_INFO, "the data are unchanged, version %.12s",
               archive_version(data.archive).sha256);
    snapshot_data_finish(&data);
    return EXIT_DONE;
}

/* Returns whether data that lost most of their records may be published. If not, finishes them and
 * writes the reason to the report. */
static enum exit_status reload_guard(struct reloader *reloader, struct snapshot_data *data,
                                     struct load_report *report)
{
    const struct archive *served = reload_served_archive(reloader);
    const struct record_counts before = served ? record_counts_of(served) : reloader->saved_counts;
    const struct archive_version version = archive_version(data->archive);
    struct shrinkage_load load = {.options = reloader->options,
                                  .version = version.sha256,
                                  .signals = reloader->signals,
                                  .now = monotonic_milliseconds(),
                                  .is_first = !served && !before.count};
    if (!shrinkage_find(&before, &report->counts, &load.shrinkage) ||
        reload_is_served(reloader, data->archive) ||
        shrinkage_guard_permits(&reloader->guard, &load, report->first_fault))
        return EXIT_DONE;
    report->faults = 1;
    report->remotes_only = reloader->path_count == 0;
    snapshot_data_finish(data);
    return EXIT_WRONG_DATA;
}

/* Publishes the copies in the folder of --state, if a server that has just started has no valid
 * data. Returns the exit status of the first load. */
static enum exit_status reload_from_saved(struct reloader *reloader, enum exit_status status)
{
    if (status == EXIT_DONE || !reloader->saves || reload_served_archive(reloader))
        return status;
    size_t count;
    const struct load_source *sources = remotes_sources(&reloader->remotes, &count);
    const char *folder = reloader->options->state;
    struct saved_files saved;
    struct load_report report;
    struct snapshot_data data;
    if (saved_files_load(folder, sources, count, &saved) &&
        load_sources(saved.sources, saved.count, &report, &data) == EXIT_DONE &&
        reload_publish(reloader, data) == EXIT_DONE) {
        atomic_store(&reloader->serves_saved, true);
        server_log(SERVER_LOG_WARNING, "starting from the last good copies of the data in %s",
                   folder);
        status = EXIT_DONE;
    }
    saved_files_finish(&saved);
    return status;
}

void reload_save(struct reloader *reloader)
{
    const struct archive *served = reload_served_archive(reloader);
    if (!reloader->saves || reloader->failed)
        return;
    const struct archive_version version = archive_version(served);
    if (strcmp(version.sha256, reloader->saved_version) == 0 &&
        version.modified == reloader->saved_modified)
        return;
    size_t count;
    const struct load_source *sources = remotes_sources(&reloader->remotes, &count);
    const bool saved = saved_files_write(reloader->options->state, sources, count, served);
    atomic_store(&reloader->unsaved, !saved);
    if (!saved)
        return;
    memcpy(reloader->saved_version, version.sha256, sizeof version.sha256);
    reloader->saved_modified = version.modified;
}

static void reload_record(struct reloader *reloader, enum exit_status status,
                          const struct load_report *report)
{
    const bool succeeded = status == EXIT_DONE;
    const struct archive *served = reload_served_archive(reloader);
    if (!succeeded && served)
        server_log(SERVER_LOG_WARNING, "still serving version %.12s",
                   archive_version(served).sha256);
    history_add(&reloader->history, succeeded, report);
    remotes_settle(&reloader->remotes, succeeded);
    reloader->failed = !succeeded;
}

/* Tells the service manager what is served, and why the last load failed. Also ends a reload that
 * it waits for. */
static void reload_notify(struct reloader *reloader, bool requested)
{
    char state[LOAD_FAULT_MAX + 200];
    const struct archive *served = reload_served_archive(reloader);
    const struct history_summary summary = history_read(&reloader->history);
    const char *ready = requested && served ? "READY=1\n" : "";
    const char *certificate = atomic_load(&reloader->certificate_failed)
                                  ? "; the new certificate is faulty, see the log"
                                  : "";
    if (!served)
        snprintf(state, sizeof state, "STATUS=nothing is served yet: %s", summary.first_fault);
    else if (reloader->failed)
        snprintf(state, sizeof state,
                 "%sSTATUS=the last load failed, still serving version %.12s: %s%s%s", ready,
                 archive_version(served).sha256, summary.first_fault,
                 summary.faults > 1 ? ", and more" : "", certificate);
    else
        snprintf(state, sizeof state, "%sSTATUS=serving version %.12s%s", ready,
                 archive_version(served).sha256, certificate);
    notify_send(state);
}

/* Has a load repeated for which descriptors were missing: after a second, or if that happens again
 * and again, after up to a minute. */
static void reload_retry(struct reloader *reloader, const struct load_report *report)
{
    if (!report->exhausted) {
        reloader->retry_at = reloader->retries = 0;
        return;
    }
    const unsigned doublings = reloader->retries++;
    const int64_t seconds = doublings < 6 ? INT64_C(1) << doublings : 60;
    reloader->retry_at = monotonic_milliseconds() + seconds * 1000;
    server_log(SERVER_LOG_WARNING, "too few file descriptors to load the data; retrying in %d s",
               (int)seconds);
}

/* Ends the first load, unless all its faults are in data from remotes, which may send better data
 * later, or it is repeated. Returns false if the first load has failed for good. */
static bool reload_end_first(struct reloader *reloader, enum exit_status status,
                             const struct load_report *report)
{
    if (reloader->first_has_ended || (status != EXIT_DONE && report->exhausted))
        return true;
    if (status == EXIT_WRONG_DATA && report->remotes_only) {
        server_log(SERVER_LOG_WARNING, "not ready: no URL of --data has sent valid data yet");
        return true;
    }
    reloader->first_has_ended = true;
    atomic_store(&reloader->first_status, (int)status);
    return status == EXIT_DONE;
}

/* Loads the data and publishes them. Returns false if the first load has failed for good. */
static bool reload_load(struct reloader *reloader)
{
    watch_add_texts(&reloader->watch);
    struct load_report report;
    struct snapshot_data data;
    size_t count;
    const struct load_source *sources = remotes_sources(&reloader->remotes, &count);
    const int64_t began = monotonic_nanoseconds();
    enum exit_status status = load_sources(sources, count, &report, &data);
    if (status == EXIT_DONE)
        status = reload_guard(reloader, &data, &report);
    if (status == EXIT_DONE)
        status = reload_publish_if_new(reloader, data);
    report.nanoseconds = monotonic_nanoseconds() - began;
    reload_record(reloader, status, &report);
    reload_retry(reloader, &report);
    if (status == EXIT_DONE)
        atomic_store(&reloader->serves_saved, false);
    status = reload_from_saved(reloader, status);
    memory_return();
    return reload_end_first(reloader, status, &report);
}

bool reload_run(struct reloader *reloader, enum reload_cause cause)
{
    const bool requested = cause == RELOAD_REQUESTED && reloader->first_has_ended;
    bool serving = true;
    if (requested)
        notify_send_reloading();
    const bool any_new = remotes_fetch(&reloader->remotes, cause == RELOAD_AT_START);
    const bool needed = reload_is_needed(reloader, cause, any_new);
    if (needed)
        serving = reload_load(reloader);
    else
        remotes_settle(&reloader->remotes, !reloader->failed);
    if (needed || requested)
        reload_notify(reloader, requested);
    return serving;
}

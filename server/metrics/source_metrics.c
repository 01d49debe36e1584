#include "metrics/source_metrics.h"

#include "layout/layout.h"
#include "metrics/metrics_text.h"

#include <inttypes.h>

static void metrics_write_snapshot(const struct archive *archive, struct buffer *out)
{
    size_t count;
    char version[PAGE_DATA_VERSION_BYTES];
    const struct collection *collections = archive_collections(archive, &count);
    page_data_version(archive, version);
    metric_describe(out, METRIC_SNAPSHOT);
    metric_add(out, METRIC_SNAPSHOT, "{version=\"%s\"} 1", version);
    metric_describe(out, METRIC_RECORDS);
    for (size_t i = 0; i < count; i++)
        metric_add(out, METRIC_RECORDS, "{collection=\"%s\"} %zu", collections[i].name,
                   collections[i].count);
    metric_add_one(out, METRIC_MODIFIED, (uint64_t)archive_version(archive).modified);
}

static void metrics_write_loads(struct reloader *reloader, struct buffer *out)
{
    const struct history_summary loads = history_read(&reloader->history);
    metric_describe(out, METRIC_LOADS);
    metric_add(out, METRIC_LOADS, "{result=\"success\"} %zu", loads.successes);
    metric_add(out, METRIC_LOADS, "{result=\"failure\"} %zu", loads.failures);
    metric_add_one(out, METRIC_FAULTS, loads.faults);
    if (loads.successes)
        metric_add_one(out, METRIC_LOADED, (uint64_t)loads.last_success);
    if (loads.successes + loads.failures == 0)
        return;
    metric_add_one(out, METRIC_LAST_SUCCEEDED, loads.last_succeeded);
    metric_add_seconds(out, METRIC_LAST_DURATION, loads.last_nanoseconds);
    metric_add_one(out, METRIC_LAST_LOAD, (uint64_t)loads.last_end);
}

/* One metric of all remotes: its values are written by `add`. */
struct remote_metric {
    struct buffer *out;
    const struct options *options;
    enum metric metric;
};

static void add_value(const struct remote_metric *metric, const struct remote *remote,
                      const char *more, double value)
{
    metric_add_labelled(metric->out, metric->metric, "url", remote->url, more, value);
}

static void add_fetches(void *context, const struct remote *remote)
{
    const size_t unchanged = remote->fetches - remote->new_copies - remote->failed_fetches;
    add_value(context, remote, ",result=\"new\"", (double)remote->new_copies);
    add_value(context, remote, ",result=\"unchanged\"", (double)unchanged);
    add_value(context, remote, ",result=\"failure\"", (double)remote->failed_fetches);
}

static void add_failures(void *context, const struct remote *remote)
{
    add_value(context, remote, "", remote->failures);
}

static void add_success(void *context, const struct remote *remote)
{
    if (remote->last_success)
        add_value(context, remote, "", (double)remote->last_success);
}

static void add_duration(void *context, const struct remote *remote)
{
    if (remote->fetches > 0)
        add_value(context, remote, "", (double)remote->nanoseconds / 1e9);
}

static void add_refresh(void *context, const struct remote *remote)
{
    const struct remote_metric *metric = context;
    add_value(metric, remote, "", (double)metric->options->refresh_seconds);
}

static void metrics_write_remotes(struct reloader *reloader, struct buffer *out)
{
    static const struct {
        enum metric metric;
        void (*add)(void *context, const struct remote *remote);
    } all[] = {{METRIC_ORIGIN_FETCHES, add_fetches},
               {METRIC_ORIGIN_FAILURES, add_failures},
               {METRIC_ORIGIN_SUCCESS, add_success},
               {METRIC_ORIGIN_DURATION, add_duration},
               {METRIC_ORIGIN_REFRESH, add_refresh}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct remote_metric metric = {out, reloader->options, all[i].metric};
        metric_describe(out, metric.metric);
        remotes_visit(&reloader->remotes, all[i].add, &metric);
    }
}

void source_metrics_write(struct reloader *reloader, const struct archive *archive,
                          struct buffer *out)
{
    if (archive)
        metrics_write_snapshot(archive, out);
    metrics_write_loads(reloader, out);
    metrics_write_remotes(reloader, out);
    metric_describe(out, METRIC_STATE_SAVED);
    if (reloader_keeps_copies(reloader))
        metric_add(out, METRIC_STATE_SAVED, " %d", reloader_has_copies(reloader));
}

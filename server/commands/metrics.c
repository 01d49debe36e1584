#include "commands/metrics.h"

#include "answer/worker.h"
#include "base/process.h"
#include "base/server_log.h"
#include "commands/metrics_table.h"
#include "layout/layout.h"
#include "routes.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#define ROW(name, ...) {__VA_ARGS__},
static const struct {
    const char *name, *type, *help;
} metrics[] = {METRICS(ROW)};
#undef ROW

/* Appends the lines that must precede the first value of a metric. */
static void metric_describe(struct buffer *out, enum metric metric)
{
    const char *const texts[] = {"# HELP ",   metrics[metric].name, " ", metrics[metric].help,
                                 "\n# TYPE ", metrics[metric].name, " ", metrics[metric].type,
                                 "\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        buffer_append_text(out, texts[i]);
}

/* Appends a line: the name, and the labels and the value according to `format`, at most 400 bytes.
 * Values of labels come from the program and need no escapes. */
__attribute__((format(printf, 3, 4))) static void metric_add(struct buffer *out, enum metric metric,
                                                             const char *format, ...)
{
    char line[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    buffer_append_text(out, metrics[metric].name);
    buffer_append_text(out, line);
    buffer_append_byte(out, '\n');
}

/* Appends a metric with one value and no labels. */
static void metric_add_one(struct buffer *out, enum metric metric, uint64_t value)
{
    metric_describe(out, metric);
    metric_add(out, metric, " %" PRIu64, value);
}

/* The sums over all threads. */
struct metrics_sums {
    const struct snapshot *current; /* the snapshot whose caches count */
    struct traffic traffic;
    uint64_t hits, misses, evictions, bytes, entries;
    bool failed; /* out of memory */
};

static void metrics_add_series(struct metrics_sums *sums, const struct traffic_series *series)
{
    struct traffic_series *sum = traffic_find_series(&sums->traffic, &series->labels);
    if (!sum) {
        sums->failed = true;
        return;
    }
    for (size_t i = 0; i <= TRAFFIC_BOUND_COUNT; i++)
        counter_add(&sum->buckets[i], counter_read(&series->buckets[i]));
    counter_add(&sum->nanoseconds, counter_read(&series->nanoseconds));
}

static void metrics_add_worker(void *context, const struct worker *worker)
{
    struct metrics_sums *sums = context;
    const struct cache_counts *counts = &worker->reader.counts;
    sums->hits += counter_read(&counts->hits);
    sums->misses += counter_read(&counts->misses);
    sums->evictions += counter_read(&counts->evictions);
    if (atomic_load_explicit(&worker->reader.slot_snapshot, memory_order_relaxed) ==
        sums->current) {
        sums->bytes += counter_read(&counts->bytes);
        sums->entries += counter_read(&counts->entries);
    }
    for (const struct traffic_series *series =
             atomic_load_explicit(&worker->traffic.first, memory_order_acquire);
         series; series = series->next)
        metrics_add_series(sums, series);
}

static uint64_t metrics_count_requests(const struct traffic_series *series)
{
    uint64_t count = 0;
    for (size_t i = 0; i <= TRAFFIC_BOUND_COUNT; i++)
        count += counter_read(&series->buckets[i]);
    return count;
}

static void metrics_write_requests(const struct traffic_series *first, struct buffer *out)
{
    static const char *const methods[] = {[METHOD_GET] = "GET",
                                          [METHOD_HEAD] = "HEAD",
                                          [METHOD_OPTIONS] = "OPTIONS",
                                          [METHOD_OTHER] = "other",
                                          [METHOD_UNKNOWN] = "unknown"};
    metric_describe(out, METRIC_REQUESTS);
    for (const struct traffic_series *series = first; series; series = series->next)
        metric_add(out, METRIC_REQUESTS,
                   "{route=\"%s\",method=\"%s\",status=\"%u\",representation=\"%s\"} %" PRIu64,
                   series->labels.route ? series->labels.route : "other",
                   methods[series->labels.method], series->labels.status,
                   *series->media_type ? series->media_type : "none",
                   metrics_count_requests(series));
}

/* If `route` is NULL, writes the requests that match no route. */
static void metrics_write_durations_of(const char *route, const struct traffic_series *first,
                                       struct buffer *out)
{
    const char *name = route ? route : "other";
    uint64_t buckets[TRAFFIC_BOUND_COUNT + 1] = {0}, nanoseconds = 0, count = 0;
    for (const struct traffic_series *series = first; series; series = series->next) {
        for (size_t i = 0; series->labels.route == route && i <= TRAFFIC_BOUND_COUNT; i++)
            buckets[i] += counter_read(&series->buckets[i]);
        if (series->labels.route == route)
            nanoseconds += counter_read(&series->nanoseconds);
    }
    for (size_t i = 0; i < TRAFFIC_BOUND_COUNT; i++) {
        count += buckets[i];
        metric_add(out, METRIC_DURATION, "_bucket{route=\"%s\",le=\"%g\"} %" PRIu64, name,
                   (double)traffic_bounds[i] / 1e9, count);
    }
    count += buckets[TRAFFIC_BOUND_COUNT];
    metric_add(out, METRIC_DURATION, "_bucket{route=\"%s\",le=\"+Inf\"} %" PRIu64, name, count);
    metric_add(out, METRIC_DURATION, "_sum{route=\"%s\"} %.9g", name, (double)nanoseconds / 1e9);
    metric_add(out, METRIC_DURATION, "_count{route=\"%s\"} %" PRIu64, name, count);
}

static void metrics_write_durations(const struct traffic_series *first, struct buffer *out)
{
    metric_describe(out, METRIC_DURATION);
    for (size_t i = 0; i < routes.count; i++)
        metrics_write_durations_of(routes.at[i].pattern, first, out);
    metrics_write_durations_of(NULL, first, out);
}

static void metrics_write_traffic(struct exchanges *exchanges, struct buffer *out)
{
    struct metrics_sums sums = {.current = atomic_load(&exchanges->snapshots->current)};
    exchanges_visit_workers(exchanges, metrics_add_worker, &sums);
    const struct traffic_series *first = atomic_load(&sums.traffic.first);
    metrics_write_requests(first, out);
    metrics_write_durations(first, out);
    metric_add_one(out, METRIC_HITS, sums.hits);
    metric_add_one(out, METRIC_MISSES, sums.misses);
    metric_add_one(out, METRIC_EVICTIONS, sums.evictions);
    metric_add_one(out, METRIC_CACHE_BYTES, sums.bytes);
    metric_add_one(out, METRIC_CACHE_LIMIT, (uint64_t)exchanges->options->cache_bytes);
    metric_add_one(out, METRIC_CACHE_ENTRIES, sums.entries);
    out->failed |= sums.failed;
    traffic_finish(&sums.traffic);
}

static void metrics_write_ended(const struct connections *connections, struct buffer *out)
{
    metric_describe(out, METRIC_ENDED);
    for (size_t i = 0; i < CONNECTION_END_COUNT; i++)
        metric_add(out, METRIC_ENDED, "{reason=\"%s\"} %" PRIu64, connection_end_names[i],
                   counter_read(&connections->ended[i]));
}

static void metrics_write_bodies(struct bodies *bodies, struct buffer *out)
{
    const struct bodies_figures figures = bodies_read_figures(bodies);
    metric_add_one(out, METRIC_UNSENT, figures.unsent);
    metric_add_one(out, METRIC_UNSENT_LIMIT, figures.limit);
    metric_add_one(out, METRIC_UNSENT_SHARED, figures.shared);
    metric_add_one(out, METRIC_UNSENT_REFUSED, counter_read(&bodies->refused));
}

static void metrics_write_costly(const struct costly_queue *queue, struct buffer *out)
{
    metric_add_one(out, METRIC_COSTLY_WAITING, counter_read(&queue->waiting));
    metric_add_one(out, METRIC_COSTLY_REFUSED, counter_read(&queue->refused));
}

static void metrics_write_connections(const struct exchanges *exchanges, struct buffer *out)
{
    const uint64_t closed = counter_read(&exchanges->connections.closed);
    const uint64_t opened = counter_read(&exchanges->connections.opened);
    metric_add_one(out, METRIC_OPEN, opened - closed);
    metric_add_one(out, METRIC_ACCEPTED, opened);
    metrics_write_ended(&exchanges->connections, out);
    metric_add_one(out, METRIC_LOG_DROPPED,
                   exchanges->log ? access_log_dropped(exchanges->log) : 0);
}

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
}

static void metrics_write_process(const struct timespec *started, struct buffer *out)
{
    const struct process_figures figures = process_read_figures();
    metric_describe(out, METRIC_BUILD);
    metric_add(out, METRIC_BUILD, "{version=\"%s\",libmicrohttpd=\"%s\"} 1", RAPPORTEUR_VERSION,
               MHD_get_version());
    metric_describe(out, METRIC_CPU);
    metric_add(out, METRIC_CPU, " %.6f", figures.cpu_seconds);
    metric_add_one(out, METRIC_RESIDENT, figures.resident_bytes);
    metric_add_one(out, METRIC_VIRTUAL, figures.virtual_bytes);
    metric_add_one(out, METRIC_FILES, figures.open_files);
    metric_add_one(out, METRIC_FILES_MAX, figures.open_files_max);
    metric_describe(out, METRIC_STARTED);
    metric_add(out, METRIC_STARTED, " %.3f",
               (double)started->tv_sec + (double)started->tv_nsec / 1e9);
}

void metrics_write(struct service *service, const struct archive *archive, struct buffer *out)
{
    const bool draining = atomic_load(&service->exchanges.draining);
    metrics_write_traffic(&service->exchanges, out);
    metrics_write_bodies(&service->exchanges.bodies, out);
    metrics_write_costly(&service->exchanges.costly, out);
    metrics_write_connections(&service->exchanges, out);
    metric_add_one(out, METRIC_SAID_DROPPED, server_log_dropped());
    metric_add_one(out, METRIC_READY, archive && !draining);
    if (archive)
        metrics_write_snapshot(archive, out);
    metrics_write_loads(&service->reloader, out);
    metrics_write_process(&service->started, out);
}

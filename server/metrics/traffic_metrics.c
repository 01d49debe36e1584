#include "metrics/traffic_metrics.h"

#include "answer/worker.h"
#include "metrics/metrics_text.h"
#include "routes.h"

#include <inttypes.h>

/* The sums over all threads. */
struct metrics_sums {
    const struct snapshot *current; /* the snapshot whose caches count */
    struct traffic traffic;         /* its counters are sums */
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
    counter_add(&sum->bytes, counter_read(&series->bytes));
}

static void metrics_add_counters(struct traffic *sum, const struct traffic *traffic)
{
    for (size_t i = 0; i < TRAFFIC_REFUSAL_COUNT; i++)
        counter_add(&sum->refusals[i], counter_read(&traffic->refusals[i]));
    counter_add(&sum->work, counter_read(&traffic->work));
    if (counter_read(&traffic->highest_work) > counter_read(&sum->highest_work))
        counter_set(&sum->highest_work, counter_read(&traffic->highest_work));
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
    metrics_add_counters(&sums->traffic, &worker->traffic);
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
    static const char *const methods[] = {
        [METHOD_GET] = "GET",   [METHOD_HEAD] = "HEAD",   [METHOD_OPTIONS] = "OPTIONS",
        [METHOD_POST] = "POST", [METHOD_OTHER] = "other", [METHOD_UNKNOWN] = "unknown"};
    metric_describe(out, METRIC_REQUESTS);
    for (const struct traffic_series *series = first; series; series = series->next)
        metric_add(out, METRIC_REQUESTS,
                   "{route=\"%s\",method=\"%s\",status=\"%u\",representation=\"%s\"} %" PRIu64,
                   series->labels.route ? series->labels.route : "other",
                   methods[series->labels.method], series->labels.status,
                   *series->media_type ? series->media_type : "none",
                   metrics_count_requests(series));
}

/* If `route` is NULL, writes the requests that match no route. Writes nothing before the first
 * request: all buckets of all routes would make a body that is refused if memory is short. */
static void metrics_write_durations_of(const char *route, const struct traffic_series *first,
                                       struct buffer *out)
{
    const char *name = route ? route : "other";
    uint64_t buckets[TRAFFIC_BOUND_COUNT + 1] = {0}, nanoseconds = 0, count = 0;
    bool any = false;
    for (const struct traffic_series *series = first; series; series = series->next) {
        if (series->labels.route != route)
            continue;
        any = true;
        for (size_t i = 0; i <= TRAFFIC_BOUND_COUNT; i++)
            buckets[i] += counter_read(&series->buckets[i]);
        nanoseconds += counter_read(&series->nanoseconds);
    }
    if (!any)
        return;
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

/* If `route` is NULL, writes the bytes of requests that match no route. */
static void metrics_write_bytes_of(const char *route, const struct traffic_series *first,
                                   struct buffer *out)
{
    uint64_t bytes = 0;
    for (const struct traffic_series *series = first; series; series = series->next)
        if (series->labels.route == route)
            bytes += counter_read(&series->bytes);
    metric_add(out, METRIC_BYTES, "{route=\"%s\"} %" PRIu64, route ? route : "other", bytes);
}

static void metrics_write_bytes(const struct traffic_series *first, struct buffer *out)
{
    metric_describe(out, METRIC_BYTES);
    for (size_t i = 0; i < routes.count; i++)
        metrics_write_bytes_of(routes.at[i].pattern, first, out);
    metrics_write_bytes_of(NULL, first, out);
}

static void metrics_write_cache(const struct exchanges *exchanges, const struct metrics_sums *sums,
                                struct buffer *out)
{
    metric_add_one(out, METRIC_HITS, sums->hits);
    metric_add_one(out, METRIC_MISSES, sums->misses);
    metric_add_one(out, METRIC_EVICTIONS, sums->evictions);
    metric_add_one(out, METRIC_CACHE_BYTES, sums->bytes);
    metric_add_one(out, METRIC_CACHE_LIMIT, (uint64_t)exchanges->options->cache_bytes);
    metric_add_one(out, METRIC_CACHE_ENTRIES, sums->entries);
}

static void metrics_write_work(const struct exchanges *exchanges, const struct traffic *traffic,
                               struct buffer *out)
{
    const uint64_t limit = (uint64_t)exchanges->options->request_work * WORK_MILLION;
    metric_add_one(out, METRIC_WORK, counter_read(&traffic->work));
    metric_add_one(out, METRIC_WORK_HIGHEST, counter_read(&traffic->highest_work));
    metric_add_one(out, METRIC_WORK_LIMIT, limit);
}

/* The memory for answers and the queue count their refusals themselves, under their locks. */
static void metrics_write_refusals(const struct exchanges *exchanges, const struct traffic *traffic,
                                   struct buffer *out)
{
    const struct {
        const char *reason;
        uint64_t count;
    } refusals[] = {
        {"memory", counter_read(&exchanges->bodies.refused)},
        {"queue", counter_read(&exchanges->costly.refused)},
        {"work", counter_read(&traffic->refusals[REFUSED_FOR_WORK])},
        {"client", counter_read(&traffic->refusals[REFUSED_FOR_CLIENT])},
        {"head", counter_read(&traffic->refusals[REFUSED_FOR_HEAD])},
        {"loading", counter_read(&traffic->refusals[REFUSED_FOR_LOADING])},
    };
    metric_describe(out, METRIC_REFUSALS);
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        metric_add(out, METRIC_REFUSALS, "{reason=\"%s\"} %" PRIu64, refusals[i].reason,
                   refusals[i].count);
}

void traffic_metrics_write(struct exchanges *exchanges, struct buffer *out)
{
    struct metrics_sums sums = {.current = atomic_load(&exchanges->snapshots->current)};
    exchanges_visit_workers(exchanges, metrics_add_worker, &sums);
    const struct traffic_series *first = atomic_load(&sums.traffic.first);
    metrics_write_requests(first, out);
    metrics_write_durations(first, out);
    metrics_write_bytes(first, out);
    metrics_write_refusals(exchanges, &sums.traffic, out);
    metrics_write_cache(exchanges, &sums, out);
    metrics_write_work(exchanges, &sums.traffic, out);
    out->failed |= sums.failed;
    traffic_finish(&sums.traffic);
}

#include "metrics/metrics.h"

#include "base/process.h"
#include "metrics/limit_metrics.h"
#include "metrics/metrics_text.h"
#include "metrics/source_metrics.h"
#include "metrics/traffic_metrics.h"
#include "net/tls.h"

#include <microhttpd.h>

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

static void metrics_write_certificate(struct buffer *out)
{
    const time_t expiry = tls_expiry();
    char reason[TLS_FAILURE_MAX];
    metric_describe(out, METRIC_CERTIFICATE);
    if (expiry >= 0)
        metric_add(out, METRIC_CERTIFICATE, " %lld", (long long)expiry);
    metric_describe(out, METRIC_CERTIFICATE_LOADED);
    if (expiry >= 0)
        metric_add(out, METRIC_CERTIFICATE_LOADED, " %d", !tls_failed(reason));
}

void metrics_write(const struct metrics_sources *sources, struct buffer *out)
{
    const bool draining = atomic_load(&sources->exchanges->draining);
    traffic_metrics_write(sources->exchanges, out);
    limit_metrics_write(sources->exchanges, out);
    metric_add_one(out, METRIC_READY, sources->archive && !draining);
    source_metrics_write(sources->reloader, sources->archive, out);
    metrics_write_certificate(out);
    metrics_write_process(sources->started, out);
}

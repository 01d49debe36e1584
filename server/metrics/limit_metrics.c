#include "metrics/limit_metrics.h"

#include "base/server_log.h"
#include "metrics/metrics_text.h"

#include <inttypes.h>

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
}

static void metrics_write_costly(struct exchanges *exchanges, struct buffer *out)
{
    uint64_t count = 0, busy = 0;
    pthread_mutex_lock(&exchanges->lock);
    for (size_t i = 0; i < COSTLY_THREADS_MAX; i++) {
        count += exchanges->costly_threads.at[i].worker != NULL;
        busy += counter_read(&exchanges->costly_threads.at[i].busy);
    }
    pthread_mutex_unlock(&exchanges->lock);
    metric_add_one(out, METRIC_COSTLY_BUSY, busy);
    metric_add_one(out, METRIC_COSTLY_THREADS, count);
    metric_add_one(out, METRIC_COSTLY_WAITING, counter_read(&exchanges->costly.waiting));
    metric_add_one(out, METRIC_COSTLY_LIMIT, exchanges->costly.most);
}

static void metrics_write_connections(struct connections *connections, struct buffer *out)
{
    const uint64_t closed = counter_read(&connections->closed);
    const uint64_t opened = counter_read(&connections->opened);
    metric_add_one(out, METRIC_OPEN, opened - closed);
    metric_add_one(out, METRIC_CONNECTIONS_LIMIT, connections_limit(connections));
    metric_add_one(out, METRIC_ACCEPTED, opened);
    metrics_write_ended(connections, out);
    metric_add_one(out, METRIC_UNDER_WAY, connections_under_way(connections));
}

void limit_metrics_write(struct exchanges *exchanges, struct buffer *out)
{
    metrics_write_bodies(&exchanges->bodies, out);
    metrics_write_costly(exchanges, out);
    metrics_write_connections(&exchanges->connections, out);
    metric_add_one(out, METRIC_LOG_DROPPED,
                   exchanges->log ? access_log_dropped(exchanges->log) : 0);
    metric_add_one(out, METRIC_SAID_DROPPED, server_log_dropped());
}

/* Writes the metrics of a running server in the text format of Prometheus, version 0.0.4.
 *
 * metrics_table.h has their names. Threads count for themselves (answer/traffic.h), and a request
 * for the metrics adds up. Requests that libmicrohttpd refuses before their head is complete are
 * not among the requests; they are connections that ended.
 *
 * May include: base, options, connections, answer, data, access_log, net.
 */
#pragma once

#include "data/reloader.h"
#include "net/exchanges.h"

#include <time.h>

/* What the metrics are read from. */
struct metrics_sources {
    struct exchanges *exchanges;
    struct reloader *reloader;
    const struct archive *archive;  /* the served one, or NULL before the first load */
    const struct timespec *started; /* when the program was started */
};

/* Appends all metrics. */
void metrics_write(const struct metrics_sources *sources, struct buffer *out);

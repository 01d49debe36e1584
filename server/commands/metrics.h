/* What is counted and measured, in the text format that Prometheus reads (version 0.0.4).
 *
 * The names stand in one table, in metric.h. Requests that the library refuses before their head
 * is whole are not among those counted.
 */
#pragma once

#include "data/reloader.h"
#include "net/exchanges.h"

/* Where the figures come from. */
struct measured {
    struct exchanges *exchanges;
    struct reloader *reloader;
    double started; /* when the program was, in seconds since 1970 */
};

/* Appends them all; `archive` is the one that is served, or NULL before the first. */
void metrics_write(const struct measured *measured, const struct archive *archive,
                   struct buffer *out);

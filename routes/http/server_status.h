/* The state of the server, which /readyz and /metrics report, and what it promises about itself: an
 * interface that the server implements, because the routes do not know the server. */
#pragma once

#include "archive/archive.h"
#include "base/buffer.h"

#include <stdbool.h>

struct server_status {
    void *context; /* passed to each function */

    /* Reports whether the server is stopping and should get no more requests. */
    bool (*is_draining)(void *context);

    /* Appends one line for each check: "[+]NAME: STATE" if it passes, "[!]NAME: REASON" if not. */
    void (*write_checks)(void *context, struct buffer *out);

    /* Appends the metrics in Prometheus' text format. `archive` is the loaded record, or NULL
     * before the first load. */
    void (*write_metrics)(void *context, const struct archive *archive, struct buffer *out);

    const char *transport_security; /* `Strict-Transport-Security` (RFC 6797) of every answer of the
                                       main listener, or NULL */
};

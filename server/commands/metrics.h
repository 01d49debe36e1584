/* Writes the metrics of a running server in the text format of Prometheus, version 0.0.4.
 *
 * Requests that libmicrohttpd refuses before their head is complete are not counted.
 */
#pragma once

#include "commands/service.h"

/* Appends all metrics. `archive` is the served archive, or NULL before the first load. */
void metrics_write(struct service *service, const struct archive *archive, struct buffer *out);

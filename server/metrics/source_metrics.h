/* The metrics of the data: the record that is served, its loads, and the URLs that it comes from.
 */
#pragma once

#include "base/buffer.h"
#include "data/reloader.h"

/* `archive` is the served one, or NULL before the first load. */
void source_metrics_write(struct reloader *reloader, const struct archive *archive,
                          struct buffer *out);

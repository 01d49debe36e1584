/* The metrics that the threads count: requests, their durations and bytes, caches, work, refusals.
 */
#pragma once

#include "base/buffer.h"
#include "net/exchanges.h"

void traffic_metrics_write(struct exchanges *exchanges, struct buffer *out);

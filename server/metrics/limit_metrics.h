/* The use of the limits: memory for answers, the queue of costly requests, connections, and the
 * lines of the logs. */
#pragma once

#include "base/buffer.h"
#include "net/exchanges.h"

void limit_metrics_write(struct exchanges *exchanges, struct buffer *out);

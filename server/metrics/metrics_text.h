/* Writes lines of the text format of Prometheus. */
#pragma once

#include "base/buffer.h"
#include "metrics/metrics_table.h"

#include <stdint.h>

/* Appends the lines that must precede the first value of a metric. */
void metric_describe(struct buffer *out, enum metric metric);

/* Appends a line: the name, and the labels and the value according to `format`, at most 400 bytes.
 * Values of labels come from the program and need no escapes. */
__attribute__((format(printf, 3, 4))) void metric_add(struct buffer *out, enum metric metric,
                                                      const char *format, ...);

/* Describes a metric with one value and no labels, and appends it. */
void metric_add_one(struct buffer *out, enum metric metric, uint64_t value);
void metric_add_seconds(struct buffer *out, enum metric metric, int64_t nanoseconds);

/* Appends a line whose first label is any text. `more` has further labels, each after a comma, or
 * "". */
void metric_add_labelled(struct buffer *out, enum metric metric, const char *label,
                         const char *text, const char *more, double value);

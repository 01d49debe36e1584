#include "commands/metric.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#define ROW(name, ...) {__VA_ARGS__},
static const struct {
    const char *name, *type, *help;
} metrics[] = {METRICS(ROW)};

void metric_describe(struct buffer *out, enum metric metric)
{
    const char *const texts[] = {"# HELP ",   metrics[metric].name, " ", metrics[metric].help,
                                 "\n# TYPE ", metrics[metric].name, " ", metrics[metric].type,
                                 "\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        buffer_append_text(out, texts[i]);
}

void metric_add(struct buffer *out, enum metric metric, const char *format, ...)
{
    char line[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    buffer_append_text(out, metrics[metric].name);
    buffer_append_text(out, line);
    buffer_append_byte(out, '\n');
}

void metric_add_one(struct buffer *out, enum metric metric, uint64_t value)
{
    metric_describe(out, metric);
    metric_add(out, metric, " %" PRIu64, value);
}

#include "metrics/metrics_text.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#define ROW(name, ...) {__VA_ARGS__},
static const struct {
    const char *name, *type, *help;
} metrics[] = {METRICS(ROW)};
#undef ROW

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

void metric_add_seconds(struct buffer *out, enum metric metric, int64_t nanoseconds)
{
    metric_describe(out, metric);
    metric_add(out, metric, " %.6f", (double)nanoseconds / 1e9);
}

/* Appends a text between quotes: in the value of a label, only these three need escapes. */
static void append_label_text(struct buffer *out, const char *text)
{
    for (; *text; text++)
        if (*text == '\n')
            buffer_append_text(out, "\\n");
        else if (*text == '"' || *text == '\\')
            buffer_append(out, (const char[]){'\\', *text}, 2);
        else
            buffer_append_byte(out, *text);
}

void metric_add_labelled(struct buffer *out, enum metric metric, const char *label,
                         const char *text, const char *more, double value)
{
    char number[64];
    snprintf(number, sizeof number, "} %.15g\n", value);
    buffer_append_text(out, metrics[metric].name);
    buffer_append_byte(out, '{');
    buffer_append_text(out, label);
    buffer_append_text(out, "=\"");
    append_label_text(out, text);
    buffer_append_byte(out, '"');
    buffer_append_text(out, more);
    buffer_append_text(out, number);
}

#include "answer/traffic.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define BOUND(bound) bound,
const uint64_t traffic_bounds[TRAFFIC_BOUND_COUNT] = {TRAFFIC_BOUNDS(BOUND)};

void traffic_finish(struct traffic *traffic)
{
    for (struct traffic_series *series = atomic_load(&traffic->first), *next; series;
         series = next) {
        next = series->next;
        free(series);
    }
}

/* Returns the length of a media type without its parameters. */
static size_t traffic_essence_length(const char *media_type)
{
    const size_t length = media_type ? strcspn(media_type, "; ") : 0;
    return length < TRAFFIC_TYPE_BYTES ? length : TRAFFIC_TYPE_BYTES - 1;
}

static bool series_has_labels(const struct traffic_series *series,
                              const struct traffic_labels *labels)
{
    const size_t length = traffic_essence_length(labels->media_type);
    return series->labels.route == labels->route && series->labels.method == labels->method &&
           series->labels.status == labels->status && strlen(series->media_type) == length &&
           (length == 0 || memcmp(series->media_type, labels->media_type, length) == 0);
}

struct traffic_series *traffic_find_series(struct traffic *traffic,
                                           const struct traffic_labels *labels)
{
    struct traffic_series *first = atomic_load_explicit(&traffic->first, memory_order_relaxed);
    for (struct traffic_series *series = first; series; series = series->next)
        if (series_has_labels(series, labels))
            return series;
    struct traffic_series *series = calloc(1, sizeof *series);
    if (!series)
        return NULL;
    series->next = first;
    series->labels = *labels;
    series->labels.media_type = series->media_type;
    if (labels->media_type)
        memcpy(series->media_type, labels->media_type, traffic_essence_length(labels->media_type));
    atomic_store_explicit(&traffic->first, series, memory_order_release);
    return series;
}

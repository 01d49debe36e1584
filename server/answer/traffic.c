#include "answer/traffic.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define BOUND(bound) bound,
const uint64_t traffic_bounds[TRAFFIC_BOUND_COUNT] = {TRAFFIC_BOUNDS(BOUND)};

void traffic_finish(struct traffic *traffic)
{
    for (struct series *series = atomic_load(&traffic->first), *next; series; series = next) {
        next = series->next;
        free(series);
    }
}

/* Of a media type what stands before its parameters. */
static size_t essence_length(const char *media_type)
{
    const size_t length = media_type ? strcspn(media_type, "; ") : 0;
    return length < TRAFFIC_TYPE_BYTES ? length : TRAFFIC_TYPE_BYTES - 1;
}

static bool is_of(const struct series *series, const struct answer_kind *kind)
{
    const size_t length = essence_length(kind->media_type);
    return series->kind.route == kind->route && series->kind.method == kind->method &&
           series->kind.status == kind->status && strlen(series->media_type) == length &&
           (length == 0 || memcmp(series->media_type, kind->media_type, length) == 0);
}

struct series *traffic_series(struct traffic *traffic, const struct answer_kind *kind)
{
    struct series *first = atomic_load_explicit(&traffic->first, memory_order_relaxed);
    for (struct series *series = first; series; series = series->next)
        if (is_of(series, kind))
            return series;
    struct series *series = calloc(1, sizeof *series);
    if (!series)
        return NULL;
    series->next = first;
    series->kind = *kind;
    series->kind.media_type = series->media_type;
    if (kind->media_type)
        memcpy(series->media_type, kind->media_type, essence_length(kind->media_type));
    atomic_store_explicit(&traffic->first, series, memory_order_release);
    return series;
}

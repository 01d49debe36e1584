/* Counts the requests that a thread has answered, for monitoring.
 *
 * Requests with the same labels, which are route, method, status and media type, are counted in one
 * series. Only the thread that owns a `struct traffic` writes to it, so counting a request is three
 * additions; any thread may read it meanwhile. Series are never removed: their number is limited by
 * the combinations of labels.
 */
#pragma once

#include "base/counter.h"
#include "http/request.h"

#include <stddef.h>

/* The upper bounds of the buckets of durations, in nanoseconds; the last bucket has none. */
#define TRAFFIC_BOUNDS(X) \
    X(10000)              \
    X(25000)              \
    X(50000)              \
    X(100000)             \
    X(250000)             \
    X(500000)             \
    X(1000000)            \
    X(2500000)            \
    X(5000000)            \
    X(10000000)           \
    X(50000000)           \
    X(100000000)          \
    X(500000000)          \
    X(1000000000)         \
    X(5000000000)

#define ONE_MORE(bound) +1 /* NOLINT(bugprone-macro-parentheses): a term of a sum */
enum {
    TRAFFIC_BOUND_COUNT = 0 TRAFFIC_BOUNDS(ONE_MORE),
    TRAFFIC_TYPE_BYTES = 64
};
#undef ONE_MORE

extern const uint64_t traffic_bounds[TRAFFIC_BOUND_COUNT];

/* The labels of a series. */
struct traffic_labels {
    const char *route; /* pattern of the route, a static text; or NULL */
    enum method method;
    unsigned status;
    const char *media_type; /* with or without parameters; NULL without a body */
};

struct traffic_series {
    struct traffic_series *next;
    struct traffic_labels labels; /* labels.media_type points to `media_type` */
    char media_type[TRAFFIC_TYPE_BYTES];
    counter buckets[TRAFFIC_BOUND_COUNT + 1]; /* requests by duration; not cumulative */
    counter nanoseconds;                      /* the sum of all durations */
    counter bytes;                            /* of all bodies sent */
};

/* Why a thread has refused a request. */
enum traffic_refusal {
    REFUSED_FOR_HEAD,    /* its head is malformed or not supported */
    REFUSED_FOR_LOADING, /* the record is not loaded yet */
    REFUSED_FOR_WORK,    /* it takes more work than a request may */
    REFUSED_FOR_CLIENT,  /* its client, which a proxy names, has too many requests under way */
    TRAFFIC_REFUSAL_COUNT
};

struct traffic {
    _Atomic(struct traffic_series *) first;
    counter refusals[TRAFFIC_REFUSAL_COUNT];
    counter work;         /* units spent for all answers that were built (work/work.h) */
    counter highest_work; /* the most units spent for one of them */
};

/* Frees all series. Initialize a `struct traffic` with zeros. */
void traffic_finish(struct traffic *traffic);

/* Returns the series with these labels; creates it if it does not exist yet. Returns NULL if out of
 * memory. */
struct traffic_series *traffic_find_series(struct traffic *traffic,
                                           const struct traffic_labels *labels);

/* Counts a request with this duration and the bytes of the body that was sent. */
static inline void traffic_count(struct traffic_series *series, uint64_t nanoseconds,
                                 uint64_t bytes)
{
    size_t bucket = 0;
    while (bucket < TRAFFIC_BOUND_COUNT && nanoseconds > traffic_bounds[bucket])
        bucket++;
    counter_add(&series->buckets[bucket], 1);
    counter_add(&series->nanoseconds, nanoseconds);
    counter_add(&series->bytes, bytes);
}

static inline void traffic_refuse(struct traffic *traffic, enum traffic_refusal reason)
{
    counter_add(&traffic->refusals[reason], 1);
}

/* Counts the units of work that an answer has taken. */
static inline void traffic_count_work(struct traffic *traffic, uint64_t units)
{
    counter_add(&traffic->work, units);
    if (units > counter_read(&traffic->highest_work))
        counter_set(&traffic->highest_work, units);
}

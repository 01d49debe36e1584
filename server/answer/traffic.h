/* What a thread has answered, counted for whoever watches the server.
 *
 * Answers that are alike in route, method, status and representation are one series. Only the
 * thread that owns a traffic writes to it, so that counting an answer is two additions; any other
 * may read it meanwhile. Series are never removed: there are as many as there are kinds of answers.
 */
#pragma once

#include "base/counter.h"
#include "http/request.h"

#include <stddef.h>

/* The upper bounds of durations, in nanoseconds; above the last there is one more bucket. */
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

#define ONE_MORE(bound) +1 /* NOLINT(bugprone-macro-parentheses): it goes on with a sum */
enum {
    TRAFFIC_BOUND_COUNT = 0 TRAFFIC_BOUNDS(ONE_MORE),
    TRAFFIC_TYPE_BYTES = 64
};
#undef ONE_MORE

extern const uint64_t traffic_bounds[TRAFFIC_BOUND_COUNT];

/* What answers of a series have in common. */
struct answer_kind {
    const char *route; /* the pattern, which is static; or NULL */
    enum method method;
    unsigned status;
    const char *media_type; /* with or without parameters; NULL where there is no body */
};

struct series {
    struct series *next;
    struct answer_kind kind; /* its media type is `media_type` */
    char media_type[TRAFFIC_TYPE_BYTES];
    counter buckets[TRAFFIC_BOUND_COUNT + 1]; /* answers by how long they took; not cumulative */
    counter nanoseconds;                      /* all of them together */
};

struct traffic {
    _Atomic(struct series *) first;
};

/* Frees what a traffic, of zeros at first, has grown to. */
void traffic_finish(struct traffic *traffic);

/* The series of a kind, made where there is none; NULL when out of memory. */
struct series *traffic_series(struct traffic *traffic, const struct answer_kind *kind);

/* Counts an answer that took so long. */
static inline void series_count(struct series *series, uint64_t nanoseconds)
{
    size_t bucket = 0;
    while (bucket < TRAFFIC_BOUND_COUNT && nanoseconds > traffic_bounds[bucket])
        bucket++;
    counter_add(&series->buckets[bucket], 1);
    counter_add(&series->nanoseconds, nanoseconds);
}

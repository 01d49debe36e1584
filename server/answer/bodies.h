/* The bodies of responses in memory.
 *
 * Equal bodies are kept once, however many connections they are sent on. All bodies that are not in
 * a cache count towards one limit, --answer-bytes; those in a cache count towards its ceiling.
 *
 * Any thread may call these functions. They take a lock, so a hit in the cache must not call them.
 */
#pragma once

#include "base/buffer.h"
#include "base/counter.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    /* A body of at most this size is never refused: it is smaller than the memory that the library
     * reserves for each connection. */
    BODIES_SMALL = 4096,
    /* A body of at most this size may use the whole limit. A larger one does not fit in the send
     * buffer of a connection (listener.c), so it waits for its client; all larger ones together may
     * use seven eighths of the limit. */
    BODIES_MEDIUM = 64 * 1024,
    BODIES_BUCKETS = 4096 /* a power of two */
};

struct bodies;

/* A body, which is destroyed with its last reference. */
struct body {
    struct bodies *bodies;
    struct body *next; /* in its bucket */
    char *bytes;       /* not terminated by a NUL; NULL if `length` is 0 */
    size_t length;
    uint64_t hash;
    size_t references;
    size_t caches; /* caches that contain it */
};

/* The figures that /metrics shows. */
struct bodies_figures {
    size_t unsent;   /* bytes of the bodies that are not in a cache */
    size_t limit;    /* bytes */
    uint64_t shared; /* bodies that were replaced by an equal one */
};

struct bodies {
    pthread_mutex_t lock;
    struct bodies_figures figures;
    counter refused; /* answers that exceeded the limit */
    struct body *buckets[BODIES_BUCKETS];
};

void bodies_init(struct bodies *bodies, size_t limit);

/* No body may exist any more. */
void bodies_finish(struct bodies *bodies);

/* Returns the bytes that a further body may have, at least BODIES_MEDIUM. */
size_t bodies_room(struct bodies *bodies);

/* Returns a body with the content of a buffer, or an equal one that exists already, with a
 * reference for the caller. The buffer is empty afterwards. Returns NULL, with the buffer
 * unchanged, if the body exceeds the limit or if out of memory. */
struct body *bodies_take(struct bodies *bodies, struct buffer *content);

/* Counts `bytes` of a body that is streamed. Returns false if they exceed the limit. */
bool bodies_reserve(struct bodies *bodies, size_t bytes);

/* Changes what a stream has reserved from `before` to `after` bytes. Returns false, with nothing
 * changed, if that exceeds the limit. */
bool bodies_change(struct bodies *bodies, size_t before, size_t after);

/* Counts an answer that was refused because it exceeds the limit. */
void bodies_count_refusal(struct bodies *bodies);

struct bodies_figures bodies_read_figures(struct bodies *bodies);

/* Add and drop a reference. */
void body_retain(struct body *body);
void body_release(struct body *body);

/* Moves a body from the limit to the ceiling of a cache, and back, with a reference of the cache.
 */
void body_enter_cache(struct body *body);
void body_leave_cache(struct body *body);

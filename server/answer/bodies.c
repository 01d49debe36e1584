#include "answer/bodies.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

void bodies_init(struct bodies *bodies, size_t limit)
{
    memset(bodies, 0, sizeof *bodies);
    pthread_mutex_init(&bodies->lock, NULL);
    bodies->figures.limit = limit;
}

void bodies_finish(struct bodies *bodies)
{
    pthread_mutex_destroy(&bodies->lock);
}

/* Returns the limit for a body of this length together with all others. */
static size_t bodies_limit_for(const struct bodies *bodies, size_t length)
{
    const size_t limit = bodies->figures.limit;
    return length <= BODIES_SMALL ? SIZE_MAX : length <= BODIES_MEDIUM ? limit : limit - limit / 8;
}

static bool bodies_has_room(const struct bodies *bodies, size_t length)
{
    const size_t limit = bodies_limit_for(bodies, length), unsent = bodies->figures.unsent;
    return unsent <= limit && length <= limit - unsent;
}

size_t bodies_room(struct bodies *bodies)
{
    pthread_mutex_lock(&bodies->lock);
    const size_t limit = bodies_limit_for(bodies, SIZE_MAX), unsent = bodies->figures.unsent;
    pthread_mutex_unlock(&bodies->lock);
    return limit > unsent && limit - unsent > BODIES_MEDIUM ? limit - unsent : BODIES_MEDIUM;
}

static struct body **bodies_bucket(struct bodies *bodies, uint64_t hash)
{
    return &bodies->buckets[hash & (BODIES_BUCKETS - 1)];
}

static struct body *bodies_find(struct bodies *bodies, const struct buffer *content, uint64_t hash)
{
    for (struct body *body = *bodies_bucket(bodies, hash); body; body = body->next)
        if (body->hash == hash && body->length == content->length &&
            (body->length == 0 || memcmp(body->bytes, content->bytes, body->length) == 0))
            return body;
    return NULL;
}

/* Adds a body, unless it exceeds the limit or if out of memory. The lock is held. */
static struct body *bodies_add(struct bodies *bodies, struct buffer *content, uint64_t hash)
{
    struct body *body = bodies_has_room(bodies, content->length) ? malloc(sizeof *body) : NULL;
    if (!body)
        return NULL;
    struct body **bucket = bodies_bucket(bodies, hash);
    *body = (struct body){.bodies = bodies,
                          .next = *bucket,
                          .bytes = content->bytes,
                          .length = content->length,
                          .hash = hash};
    *bucket = body;
    bodies->figures.unsent += body->length;
    *content = (struct buffer){.ceiling = content->ceiling};
    return body;
}

struct body *bodies_take(struct bodies *bodies, struct buffer *content)
{
    buffer_fit(content);
    const uint64_t hash = XXH3_64bits(content->bytes, content->length);
    pthread_mutex_lock(&bodies->lock);
    struct body *body = bodies_find(bodies, content, hash);
    if (body)
        bodies->figures.shared++;
    else
        body = bodies_add(bodies, content, hash);
    if (body)
        body->references++;
    pthread_mutex_unlock(&bodies->lock);
    if (body)
        buffer_finish(content);
    return body;
}

bool bodies_change(struct bodies *bodies, size_t before, size_t after)
{
    pthread_mutex_lock(&bodies->lock);
    const size_t others = bodies->figures.unsent - before;
    const size_t limit = bodies_limit_for(bodies, SIZE_MAX);
    const bool changes = after <= before || (others <= limit && after <= limit - others);
    if (changes)
        bodies->figures.unsent = others + after;
    pthread_mutex_unlock(&bodies->lock);
    return changes;
}

bool bodies_reserve(struct bodies *bodies, size_t bytes)
{
    return bodies_change(bodies, 0, bytes);
}

void bodies_count_refusal(struct bodies *bodies)
{
    pthread_mutex_lock(&bodies->lock);
    counter_add(&bodies->refused, 1);
    pthread_mutex_unlock(&bodies->lock);
}

struct bodies_figures bodies_read_figures(struct bodies *bodies)
{
    pthread_mutex_lock(&bodies->lock);
    const struct bodies_figures figures = bodies->figures;
    pthread_mutex_unlock(&bodies->lock);
    return figures;
}

void body_retain(struct body *body)
{
    pthread_mutex_lock(&body->bodies->lock);
    body->references++;
    pthread_mutex_unlock(&body->bodies->lock);
}

/* Takes a body that has no references out of its bucket. The lock is held. */
static void bodies_remove(struct bodies *bodies, struct body *body)
{
    struct body **link = bodies_bucket(bodies, body->hash);
    while (*link != body)
        link = &(*link)->next;
    *link = body->next;
    bodies->figures.unsent -= body->length;
}

/* Drops a reference of a locked body, and unlocks. */
static void body_release_locked(struct body *body)
{
    struct bodies *bodies = body->bodies;
    const bool last = --body->references == 0;
    if (last)
        bodies_remove(bodies, body);
    pthread_mutex_unlock(&bodies->lock);
    if (!last)
        return;
    free(body->bytes);
    free(body);
}

void body_release(struct body *body)
{
    pthread_mutex_lock(&body->bodies->lock);
    body_release_locked(body);
}

void body_enter_cache(struct body *body)
{
    pthread_mutex_lock(&body->bodies->lock);
    body->references++;
    if (body->caches++ == 0)
        body->bodies->figures.unsent -= body->length;
    pthread_mutex_unlock(&body->bodies->lock);
}

void body_leave_cache(struct body *body)
{
    pthread_mutex_lock(&body->bodies->lock);
    if (--body->caches == 0)
        body->bodies->figures.unsent += body->length;
    body_release_locked(body);
}

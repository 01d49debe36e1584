#include "net/log_ring.h"

#include <stdlib.h>
#include <string.h>

enum {
    CACHE_LINE = 64
};

/* `put` and `taken` count all bytes ever; their difference is what is in the ring. */
struct log_ring {
    struct log_ring *next;
    counter refused;
    _Alignas(CACHE_LINE) atomic_size_t put;
    _Alignas(CACHE_LINE) atomic_size_t taken;
    _Alignas(CACHE_LINE) char bytes[LOG_RING_BYTES];
};

/* A record is this, and then the texts that there are, without their NULs. */
struct record {
    struct logged logged; /* whose texts say no more than whether there is one */
    unsigned short lengths[LOGGED_TEXT_COUNT];
};

struct log_ring *log_ring_create(void)
{
    struct log_ring *ring = aligned_alloc(CACHE_LINE, sizeof *ring);
    if (!ring)
        return NULL;
    ring->next = NULL;
    atomic_init(&ring->refused, 0);
    atomic_init(&ring->put, 0);
    atomic_init(&ring->taken, 0);
    return ring;
}

void log_ring_destroy(struct log_ring *ring)
{
    free(ring);
}

struct log_ring **log_ring_next(struct log_ring *ring)
{
    return &ring->next;
}

static size_t copy_in(struct log_ring *ring, size_t at, const void *bytes, size_t length)
{
    const size_t begin = at % LOG_RING_BYTES;
    const size_t first = length < LOG_RING_BYTES - begin ? length : LOG_RING_BYTES - begin;
    memcpy(ring->bytes + begin, bytes, first);
    memcpy(ring->bytes, (const char *)bytes + first, length - first);
    return at + length;
}

static size_t copy_out(const struct log_ring *ring, size_t at, void *bytes, size_t length)
{
    const size_t begin = at % LOG_RING_BYTES;
    const size_t first = length < LOG_RING_BYTES - begin ? length : LOG_RING_BYTES - begin;
    memcpy(bytes, ring->bytes + begin, first);
    memcpy((char *)bytes + first, ring->bytes, length - first);
    return at + length;
}

/* Returns how long the record is. */
static size_t make_record(const struct logged *logged, struct record *record)
{
    size_t size = sizeof *record;
    record->logged = *logged;
    for (size_t i = 0; i < LOGGED_TEXT_COUNT; i++) {
        const char *text = logged->texts[i];
        record->lengths[i] = text ? (unsigned short)strnlen(text, logged_text_max[i]) : 0;
        size += record->lengths[i];
    }
    return size;
}

size_t log_ring_put(struct log_ring *ring, const struct logged *logged)
{
    struct record record = {.lengths = {0}};
    const size_t size = make_record(logged, &record);
    size_t put = atomic_load_explicit(&ring->put, memory_order_relaxed);
    const size_t used = put - atomic_load_explicit(&ring->taken, memory_order_acquire);
    if (size > LOG_RING_BYTES - used) {
        counter_add(&ring->refused, 1);
        return 0;
    }
    put = copy_in(ring, put, &record, sizeof record);
    for (size_t i = 0; i < LOGGED_TEXT_COUNT; i++)
        if (record.lengths[i])
            put = copy_in(ring, put, logged->texts[i], record.lengths[i]);
    atomic_store(&ring->put, put);
    return used + size;
}

bool log_ring_take(struct log_ring *ring, char texts[LOG_RECORD_MAX], struct logged *ret_logged)
{
    struct record record;
    size_t taken = atomic_load_explicit(&ring->taken, memory_order_relaxed);
    if (log_ring_is_empty(ring))
        return false;
    taken = copy_out(ring, taken, &record, sizeof record);
    *ret_logged = record.logged;
    for (size_t i = 0; i < LOGGED_TEXT_COUNT; i++) {
        if (!record.logged.texts[i])
            continue;
        taken = copy_out(ring, taken, texts, record.lengths[i]);
        ret_logged->texts[i] = texts;
        texts[record.lengths[i]] = '\0';
        texts += record.lengths[i] + 1;
    }
    atomic_store_explicit(&ring->taken, taken, memory_order_release);
    return true;
}

bool log_ring_is_empty(const struct log_ring *ring)
{
    return atomic_load(&ring->put) == atomic_load_explicit(&ring->taken, memory_order_relaxed);
}

uint64_t log_ring_refused(const struct log_ring *ring)
{
    return counter_read(&ring->refused);
}

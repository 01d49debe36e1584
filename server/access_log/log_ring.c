#include "access_log/log_ring.h"

#include <stdlib.h>
#include <string.h>

enum {
    CACHE_LINE = 64
};

/* `put` and `taken` count all bytes since the start; the ring holds their difference. */
struct log_ring {
    struct log_ring *next;
    counter refused;
    _Alignas(CACHE_LINE) atomic_size_t put;
    _Alignas(CACHE_LINE) atomic_size_t taken;
    _Alignas(CACHE_LINE) char bytes[LOG_RING_BYTES];
};

/* An entry is this header, followed by the texts that are not NULL, without their NULs. */
struct ring_entry {
    struct logged logged; /* its texts only tell which of them are NULL */
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

static size_t log_ring_copy_in(struct log_ring *ring, size_t at, const void *bytes, size_t length)
{
    const size_t begin = at % LOG_RING_BYTES;
    const size_t first = length < LOG_RING_BYTES - begin ? length : LOG_RING_BYTES - begin;
    memcpy(ring->bytes + begin, bytes, first);
    memcpy(ring->bytes, (const char *)bytes + first, length - first);
    return at + length;
}

static size_t log_ring_copy_out(const struct log_ring *ring, size_t at, void *bytes, size_t length)
{
    const size_t begin = at % LOG_RING_BYTES;
    const size_t first = length < LOG_RING_BYTES - begin ? length : LOG_RING_BYTES - begin;
    memcpy(bytes, ring->bytes + begin, first);
    memcpy((char *)bytes + first, ring->bytes, length - first);
    return at + length;
}

/* Prepares an entry, and returns its size with the texts. */
static size_t ring_entry_init(struct ring_entry *entry, const struct logged *logged)
{
    size_t size = sizeof *entry;
    entry->logged = *logged;
    for (size_t i = 0; i < LOGGED_TEXT_COUNT; i++) {
        const char *text = logged->texts[i];
        entry->lengths[i] = text ? (unsigned short)strnlen(text, logged_text_max[i]) : 0;
        size += entry->lengths[i];
    }
    return size;
}

size_t log_ring_put(struct log_ring *ring, const struct logged *logged)
{
    struct ring_entry entry = {.lengths = {0}};
    const size_t size = ring_entry_init(&entry, logged);
    size_t put = atomic_load_explicit(&ring->put, memory_order_relaxed);
    const size_t used = put - atomic_load_explicit(&ring->taken, memory_order_acquire);
    if (size > LOG_RING_BYTES - used) {
        counter_add(&ring->refused, 1);
        return 0;
    }
    put = log_ring_copy_in(ring, put, &entry, sizeof entry);
    for (size_t i = 0; i < LOGGED_TEXT_COUNT; i++)
        if (entry.lengths[i])
            put = log_ring_copy_in(ring, put, logged->texts[i], entry.lengths[i]);
    atomic_store(&ring->put, put);
    return used + size;
}

bool log_ring_take(struct log_ring *ring, char texts[LOG_ENTRY_MAX], struct logged *ret_logged)
{
    struct ring_entry entry;
    size_t taken = atomic_load_explicit(&ring->taken, memory_order_relaxed);
    if (log_ring_is_empty(ring))
        return false;
    taken = log_ring_copy_out(ring, taken, &entry, sizeof entry);
    *ret_logged = entry.logged;
    for (size_t i = 0; i < LOGGED_TEXT_COUNT; i++) {
        if (!entry.logged.texts[i])
            continue;
        taken = log_ring_copy_out(ring, taken, texts, entry.lengths[i]);
        ret_logged->texts[i] = texts;
        texts[entry.lengths[i]] = '\0';
        texts += entry.lengths[i] + 1;
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

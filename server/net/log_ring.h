/* A ring buffer of logged requests between one thread that answers and the thread that writes the
 * log: single producer, single consumer, without a lock.
 *
 * Neither thread waits for the other. An entry that there is no room for is refused and counted.
 */
#pragma once

#include "base/counter.h"
#include "net/log_line.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    LOG_RING_BYTES = 1 << 20, /* some thousand requests; pages are used as they are needed */
    LOG_ENTRY_MAX = LOG_LINE_MAX
};

struct log_ring;

/* Returns NULL if out of memory. */
struct log_ring *log_ring_create(void);

/* Accepts NULL. */
void log_ring_destroy(struct log_ring *ring);

/* Returns the place of the next ring in the list that the owner of the rings keeps; NULL in a new
 * ring. */
struct log_ring **log_ring_next(struct log_ring *ring);

/* Copies a request into the ring, its texts cut at logged_text_max. Returns the number of bytes
 * that the ring then holds; 0 if there was no room. Called by one thread. */
size_t log_ring_put(struct log_ring *ring, const struct logged *logged);

/* Takes the oldest request out of the ring; its texts point into `texts`. Returns false if the ring
 * is empty. Called by one thread. */
bool log_ring_take(struct log_ring *ring, char texts[LOG_ENTRY_MAX], struct logged *ret_logged);

/* Reports whether log_ring_take would find nothing. Sequentially consistent with log_ring_put:
 * either the calling thread sees the new entry, or the thread that put it sees what the calling
 * thread had stored before. */
bool log_ring_is_empty(const struct log_ring *ring);

/* Returns the number of requests refused so far. */
uint64_t log_ring_refused(const struct log_ring *ring);

/* A ring buffer of logged requests between a worker and the thread that writes the log: single
 * producer, single consumer, without a lock.
 *
 * Neither thread waits for the other. An entry that does not fit is refused and counted.
 */
#pragma once

#include "access_log/log_line.h"
#include "base/counter.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    LOG_RING_BYTES = 1 << 20, /* some thousand requests; memory is allocated as it is used */
    LOG_ENTRY_MAX = LOG_LINE_MAX
};

struct log_ring;

/* Returns NULL if out of memory. */
struct log_ring *log_ring_create(void);

/* Accepts NULL. */
void log_ring_destroy(struct log_ring *ring);

/* Returns the address of the link to the next ring in the owner's list. The link of a new ring is
 * NULL. */
struct log_ring **log_ring_next(struct log_ring *ring);

/* Copies a request into the ring, with its texts cut at logged_text_max. Returns the number of
 * bytes that the ring holds afterwards, or 0 if the request does not fit. Only the producer may
 * call this. */
size_t log_ring_put(struct log_ring *ring, const struct logged *logged);

/* Removes the oldest request from the ring; its texts point into `texts`. Returns false if the ring
 * is empty. Only the consumer may call this. */
bool log_ring_take(struct log_ring *ring, char texts[LOG_ENTRY_MAX], struct logged *ret_logged);

/* Reports whether the ring is empty. Sequentially consistent with log_ring_put: either the calling
 * thread sees the new entry, or the producer sees everything that the calling thread stored before.
 */
bool log_ring_is_empty(const struct log_ring *ring);

/* Returns the number of requests refused so far. */
uint64_t log_ring_refused(const struct log_ring *ring);

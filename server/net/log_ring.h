/* What one thread has to log and another has not yet written: a ring of records between the two.
 *
 * One thread puts, one takes, and neither waits for the other or takes a lock: a record for which
 * there is no room is refused, and counted.
 */
#pragma once

#include "base/counter.h"
#include "net/log_line.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    LOG_RING_BYTES = 1 << 20, /* some thousand requests; memory is touched as it is needed */
    LOG_RECORD_MAX = LOG_LINE_MAX
};

struct log_ring;

/* NULL when out of memory. */
struct log_ring *log_ring_create(void);
void log_ring_destroy(struct log_ring *ring);

/* The ring behind this one in a list that its owner keeps. */
struct log_ring **log_ring_next(struct log_ring *ring);

/* Puts a copy, with its texts cut at logged_text_max. Returns how many bytes are now in the ring; 0
 * where there was no room for it. */
size_t log_ring_put(struct log_ring *ring, const struct logged *logged);

/* Takes the oldest; its texts are in `record`. False where there is none. */
bool log_ring_take(struct log_ring *ring, char record[LOG_RECORD_MAX], struct logged *ret_logged);

/* Whether log_ring_take would find none. Either this sees what log_ring_put has put, or whoever put
 * it sees what the calling thread had stored (sequentially consistent) before it asked. */
bool log_ring_is_empty(const struct log_ring *ring);

/* How many were refused. */
uint64_t log_ring_refused(const struct log_ring *ring);

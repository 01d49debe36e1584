/* What is served at a moment, and how the next takes its place.
 *
 * A snapshot owns an archive, what is made from it once (snapshot_data.h), and for each thread that
 * answers a seat, with the thread's own cache of answers and its searcher. It is never changed in
 * place. A new one is built beside it, published, and the old one destroyed once nobody reads it.
 *
 * A thread reads the current snapshot for the time of one request and takes no lock for it: it
 * writes down which one it reads where only whoever publishes looks (a hazard pointer).
 */
#pragma once

#include "answer/cache.h"
#include "answer/snapshot_data.h"
#include "http/snapshot_view.h"
#include "search/searcher.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* A thread's own part of a snapshot. */
struct seat {
    struct cache *cache;
    struct searcher *searcher;
};

struct snapshot {
    struct snapshot_data data;
    size_t cache_bytes; /* of each seat */
    size_t seat_count;
    struct seat seats[]; /* each made by its thread, when it first sits down */
};

/* Of a thread that reads no more of a snapshot than its archive. */
#define NO_SEAT SIZE_MAX

/* Where a thread writes down what it reads. */
struct reader {
    struct reader *next;
    _Atomic(struct snapshot *) reading;      /* NULL between requests */
    size_t seat;                             /* or NO_SEAT */
    struct cache_counts counts;              /* of the caches of its seats */
    _Atomic(const struct snapshot *) seated; /* in which the last of those is; to compare with */
};

/* The current snapshot and its readers. */
struct snapshots {
    _Atomic(struct snapshot *) current; /* NULL before the first */
    pthread_mutex_t lock;               /* of the list */
    struct reader *readers;
    size_t seat_count; /* taken */
};

/* Takes the data, for `seat_count` threads that share `cache_bytes`. Returns NULL if out of memory:
 * the data is then still the caller's. */
struct snapshot *snapshot_create(struct snapshot_data data, size_t seat_count, size_t cache_bytes);

/* Accepts NULL. */
void snapshot_destroy(struct snapshot *snapshot);

/* Returns what a request is answered from. Both may be NULL: without a snapshot, nothing is loaded;
 * without a seat, nothing can be searched. */
struct snapshot_view snapshot_view(const struct snapshot *snapshot, const struct seat *seat);

void snapshots_init(struct snapshots *snapshots);

/* Destroys the current one, too. To be called when no thread reads any more. */
void snapshots_finish(struct snapshots *snapshots);

/* Makes a snapshot, which it takes, the current one, waits until the last request on the one
 * before is answered, and destroys that. Returns at once where there was none. Called by one thread
 * only. */
void snapshots_publish(struct snapshots *snapshots, struct snapshot *snapshot);

/* Adds a thread to those that read, with a seat or without. `reader` stays in place until
 * snapshots_finish. */
void snapshots_join(struct snapshots *snapshots, struct reader *reader, bool seated);

/* The current snapshot, or NULL before the first. It stays until snapshots_leave, whatever is
 * published meanwhile. Not to be nested. */
struct snapshot *snapshots_enter(struct snapshots *snapshots, struct reader *reader);
void snapshots_leave(struct reader *reader);

/* The seat of a reader that has one; its cache and searcher are there. NULL when out of memory. */
struct seat *snapshot_seat(struct snapshot *snapshot, struct reader *reader);

/* The snapshot that is served, and how the next one replaces it.
 *
 * A snapshot owns an archive, the indexes that are built from it (snapshot_data.h), and a slot for
 * each worker, with the cache and the searcher of that thread. Data are never changed in place: a
 * new snapshot is built and published, and the old one is destroyed when no thread reads it any
 * more.
 *
 * A thread reads the current snapshot for one request, without a lock: it announces the snapshot in
 * its hazard pointer, which only snapshots_publish scans. A stream, which is read for longer, has a
 * counted reference.
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

/* One thread's part of a snapshot. */
struct snapshot_slot {
    struct cache *cache;
    struct searcher *searcher;
};

struct snapshot {
    struct snapshot_data data;
    /* The lock of the snapshots protects these. */
    size_t references;      /* streams that read it after their request is answered */
    bool replaced;          /* true if it is in the list of old snapshots */
    struct snapshot *older; /* in that list */
    uint64_t number;        /* 1, 2, 3 in the order of publication */
    size_t cache_bytes;     /* of each slot */
    size_t slot_count;
    struct snapshot_slot slots[]; /* each filled by its thread at its first request */
};

/* The slot of a thread that has no cache and no searcher. */
#define SNAPSHOT_NO_SLOT SIZE_MAX

/* A thread that reads snapshots. */
struct snapshot_reader {
    struct snapshot_reader *next;
    _Atomic(struct snapshot *)
        hazard;                 /* the snapshot that the thread reads; NULL between requests */
    size_t slot;                /* index of its slot, or SNAPSHOT_NO_SLOT */
    struct cache_counts counts; /* of the caches of its slots */
    _Atomic(const struct snapshot *) slot_snapshot; /* the last with a filled slot; only compared */
};

/* The current snapshot and its readers. */
struct snapshots {
    _Atomic(struct snapshot *) current; /* NULL before the first */
    pthread_mutex_t lock;               /* of the list */
    struct snapshot_reader *readers;
    size_t slot_count;    /* slots that are assigned to readers */
    struct snapshot *old; /* replaced snapshots with references, the newest first */
    uint64_t published;   /* snapshots so far */
    counter oldest;       /* the number of the oldest snapshot that may be read */
};

enum {
    SNAPSHOTS_OLD_MAX = 2 /* old snapshots that streams may still read */
};

/* Creates a snapshot for `slot_count` threads, each with a cache of `cache_bytes`. Takes ownership
 * of the data unless it fails. Returns NULL if out of memory. */
struct snapshot *snapshot_create(struct snapshot_data data, size_t slot_count, size_t cache_bytes);

/* Accepts NULL. */
void snapshot_destroy(struct snapshot *snapshot);

/* Returns the view that a request is answered from. Without a snapshot, it has no archive; without
 * a slot, it has no searcher. Both may be NULL. */
struct snapshot_view snapshot_view(const struct snapshot *snapshot,
                                   const struct snapshot_slot *slot);

void snapshots_init(struct snapshots *snapshots);

/* Destroys the current snapshot. No thread may read any more. */
void snapshots_finish(struct snapshots *snapshots);

/* Makes a snapshot the current one, and waits until no request reads the previous one. Destroys the
 * previous one, or leaves that to the last of its references; if more than SNAPSHOTS_OLD_MAX old
 * snapshots have references, `oldest` then asks those of the oldest ones to end. Only one thread
 * may call this. Takes ownership of `snapshot`. */
void snapshots_publish(struct snapshots *snapshots, struct snapshot *snapshot);

/* Adds a reader, with or without a slot. The caller must not move or free it before
 * snapshots_finish. */
void snapshots_join(struct snapshots *snapshots, struct snapshot_reader *reader, bool has_slot);

/* Returns the current snapshot, or NULL before the first. The snapshot stays valid until
 * snapshots_leave. Calls must not be nested. */
struct snapshot *snapshots_enter(struct snapshots *snapshots, struct snapshot_reader *reader);
void snapshots_leave(struct snapshot_reader *reader);

/* Enters a snapshot to which the caller holds a reference. Returns true if it is the current one,
 * so that the thread may use its slot. */
bool snapshots_enter_retained(struct snapshots *snapshots, struct snapshot_reader *reader,
                              struct snapshot *snapshot);

/* Adds a reference to a snapshot that the thread has entered, so that it stays valid until
 * snapshots_release. */
void snapshots_retain(struct snapshots *snapshots, struct snapshot *snapshot);
void snapshots_release(struct snapshots *snapshots, struct snapshot *snapshot);

/* Reports whether the references to a snapshot are to end. */
static inline bool snapshots_is_expired(const struct snapshots *snapshots, uint64_t number)
{
    return number < counter_read(&snapshots->oldest);
}

/* Returns the slot of a reader that has one, with a cache and a searcher. Returns NULL if out of
 * memory. */
struct snapshot_slot *snapshot_own_slot(struct snapshot *snapshot, struct snapshot_reader *reader);

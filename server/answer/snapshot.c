#include "answer/snapshot.h"

#include <stdlib.h>
#include <time.h>

struct snapshot *snapshot_create(struct snapshot_data data, size_t slot_count, size_t cache_bytes)
{
    struct snapshot *snapshot =
        calloc(1, sizeof *snapshot + slot_count * sizeof(struct snapshot_slot));
    if (!snapshot)
        return NULL;
    snapshot->data = data;
    snapshot->slot_count = slot_count;
    snapshot->cache_bytes = cache_bytes;
    return snapshot;
}

/* Frees the caches and searchers, which only threads use that answer from the snapshot. */
static void snapshot_empty_slots(struct snapshot *snapshot)
{
    for (size_t i = 0; i < snapshot->slot_count; i++) {
        searcher_destroy(snapshot->slots[i].searcher);
        cache_destroy(snapshot->slots[i].cache);
        snapshot->slots[i] = (struct snapshot_slot){NULL, NULL};
    }
}

void snapshot_destroy(struct snapshot *snapshot)
{
    if (!snapshot)
        return;
    snapshot_empty_slots(snapshot);
    snapshot_data_finish(&snapshot->data);
    free(snapshot);
}

struct snapshot_view snapshot_view(const struct snapshot *snapshot,
                                   const struct snapshot_slot *slot)
{
    if (!snapshot)
        return (struct snapshot_view){.archive = NULL};
    return snapshot_data_view(&snapshot->data, slot ? slot->searcher : NULL);
}

void snapshots_init(struct snapshots *snapshots)
{
    atomic_init(&snapshots->current, NULL);
    pthread_mutex_init(&snapshots->lock, NULL);
    snapshots->readers = NULL;
    snapshots->slot_count = 0;
    snapshots->old = NULL;
    snapshots->published = 0;
    atomic_init(&snapshots->oldest, 0);
}

void snapshots_finish(struct snapshots *snapshots)
{
    snapshot_destroy(atomic_load(&snapshots->current));
    pthread_mutex_destroy(&snapshots->lock);
}

/* Scans the hazard pointers. */
static bool snapshot_is_read(struct snapshots *snapshots, const struct snapshot *snapshot)
{
    bool read = false;
    pthread_mutex_lock(&snapshots->lock);
    for (const struct snapshot_reader *reader = snapshots->readers; reader && !read;
         reader = reader->next)
        read = atomic_load(&reader->hazard) == snapshot;
    pthread_mutex_unlock(&snapshots->lock);
    return read;
}

/* Adds a replaced snapshot that has references to the list, and lets the oldest expire if there are
 * too many. Returns false if it has no references. No request reads it any more,
 * so it gets no further references. */
static bool snapshots_keep_old(struct snapshots *snapshots, struct snapshot *old)
{
    size_t count = 0;
    pthread_mutex_lock(&snapshots->lock);
    const bool kept = old->references > 0;
    if (kept) {
        old->replaced = true;
        old->older = snapshots->old;
        snapshots->old = old;
    }
    for (const struct snapshot *one = snapshots->old; one; one = one->older)
        if (++count == SNAPSHOTS_OLD_MAX)
            counter_set(&snapshots->oldest, one->number);
    pthread_mutex_unlock(&snapshots->lock);
    return kept;
}

void snapshots_publish(struct snapshots *snapshots, struct snapshot *snapshot)
{
    const struct timespec millisecond = {.tv_nsec = 1000L * 1000};
    if (snapshot)
        snapshot->number = ++snapshots->published;
    struct snapshot *old = atomic_exchange(&snapshots->current, snapshot);
    while (old && snapshot_is_read(snapshots, old))
        nanosleep(&millisecond, NULL);
    if (!old)
        return;
    snapshot_empty_slots(old);
    if (!snapshots_keep_old(snapshots, old))
        snapshot_destroy(old);
}

void snapshots_retain(struct snapshots *snapshots, struct snapshot *snapshot)
{
    pthread_mutex_lock(&snapshots->lock);
    snapshot->references++;
    pthread_mutex_unlock(&snapshots->lock);
}

void snapshots_release(struct snapshots *snapshots, struct snapshot *snapshot)
{
    pthread_mutex_lock(&snapshots->lock);
    const bool last = --snapshot->references == 0 && snapshot->replaced;
    if (last) {
        struct snapshot **link = &snapshots->old;
        while (*link != snapshot)
            link = &(*link)->older;
        *link = snapshot->older;
    }
    pthread_mutex_unlock(&snapshots->lock);
    if (last)
        snapshot_destroy(snapshot);
}

void snapshots_join(struct snapshots *snapshots, struct snapshot_reader *reader, bool has_slot)
{
    atomic_init(&reader->hazard, NULL);
    atomic_init(&reader->slot_snapshot, NULL);
    pthread_mutex_lock(&snapshots->lock);
    reader->slot = has_slot ? snapshots->slot_count++ : SNAPSHOT_NO_SLOT;
    reader->next = snapshots->readers;
    snapshots->readers = reader;
    pthread_mutex_unlock(&snapshots->lock);
}

/* Hazard pointers (M. M. Michael, 2004): the reader announces the snapshot and then loads `current`
 * again. If snapshots_publish replaced the snapshot before the announcement, the second load sees
 * that, and the reader tries again. If it did so afterwards, snapshots_publish finds the
 * announcement and waits. All four accesses are sequentially consistent; with a weaker order, the
 * announcement could become visible after the second load. */
struct snapshot *snapshots_enter(struct snapshots *snapshots, struct snapshot_reader *reader)
{
    struct snapshot *announced, *snapshot = atomic_load(&snapshots->current);
    do {
        announced = snapshot;
        atomic_store(&reader->hazard, announced);
        snapshot = atomic_load(&snapshots->current);
    } while (snapshot != announced);
    return snapshot;
}

bool snapshots_enter_retained(struct snapshots *snapshots, struct snapshot_reader *reader,
                              struct snapshot *snapshot)
{
    atomic_store(&reader->hazard, snapshot);
    return atomic_load(&snapshots->current) == snapshot;
}

void snapshots_leave(struct snapshot_reader *reader)
{
    atomic_store_explicit(&reader->hazard, NULL, memory_order_release);
}

struct snapshot_slot *snapshot_own_slot(struct snapshot *snapshot, struct snapshot_reader *reader)
{
    if (reader->slot >= snapshot->slot_count)
        return NULL;
    struct snapshot_slot *slot = &snapshot->slots[reader->slot];
    if (!slot->cache) {
        slot->cache = cache_create(snapshot->cache_bytes, &reader->counts);
        atomic_store_explicit(&reader->slot_snapshot, snapshot, memory_order_relaxed);
    }
    if (!slot->searcher)
        slot->searcher = searcher_create(snapshot->data.search_index);
    return slot->cache && slot->searcher ? slot : NULL;
}

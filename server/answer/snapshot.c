#include "answer/snapshot.h"

#include <stdlib.h>
#include <time.h>

struct snapshot *snapshot_create(struct snapshot_data data, size_t seat_count, size_t cache_bytes)
{
    struct snapshot *snapshot = calloc(1, sizeof *snapshot + seat_count * sizeof(struct seat));
    if (!snapshot)
        return NULL;
    snapshot->data = data;
    snapshot->seat_count = seat_count;
    snapshot->cache_bytes = cache_bytes / seat_count;
    return snapshot;
}

void snapshot_destroy(struct snapshot *snapshot)
{
    if (!snapshot)
        return;
    for (size_t i = 0; i < snapshot->seat_count; i++) {
        searcher_destroy(snapshot->seats[i].searcher);
        cache_destroy(snapshot->seats[i].cache);
    }
    snapshot_data_finish(&snapshot->data);
    free(snapshot);
}

struct snapshot_view snapshot_view(const struct snapshot *snapshot, const struct seat *seat)
{
    if (!snapshot)
        return (struct snapshot_view){.archive = NULL};
    return snapshot_data_view(&snapshot->data, seat ? seat->searcher : NULL);
}

void snapshots_init(struct snapshots *snapshots)
{
    atomic_init(&snapshots->current, NULL);
    pthread_mutex_init(&snapshots->lock, NULL);
    snapshots->readers = NULL;
    snapshots->seat_count = 0;
}

void snapshots_finish(struct snapshots *snapshots)
{
    snapshot_destroy(atomic_load(&snapshots->current));
    pthread_mutex_destroy(&snapshots->lock);
}

static bool is_read(struct snapshots *snapshots, const struct snapshot *snapshot)
{
    bool read = false;
    pthread_mutex_lock(&snapshots->lock);
    for (const struct reader *reader = snapshots->readers; reader && !read; reader = reader->next)
        read = atomic_load(&reader->reading) == snapshot;
    pthread_mutex_unlock(&snapshots->lock);
    return read;
}

void snapshots_publish(struct snapshots *snapshots, struct snapshot *snapshot)
{
    const struct timespec moment = {.tv_nsec = 1000L * 1000};
    struct snapshot *old = atomic_exchange(&snapshots->current, snapshot);
    while (old && is_read(snapshots, old))
        nanosleep(&moment, NULL);
    snapshot_destroy(old);
}

void snapshots_join(struct snapshots *snapshots, struct reader *reader, bool seated)
{
    atomic_init(&reader->reading, NULL);
    atomic_init(&reader->seated, NULL);
    pthread_mutex_lock(&snapshots->lock);
    reader->seat = seated ? snapshots->seat_count++ : NO_SEAT;
    reader->next = snapshots->readers;
    snapshots->readers = reader;
    pthread_mutex_unlock(&snapshots->lock);
}

/* Written down first, then looked again: either whoever publishes sees the note, or the second look
 * sees what was published. Both are sequentially consistent for that. */
struct snapshot *snapshots_enter(struct snapshots *snapshots, struct reader *reader)
{
    struct snapshot *noted, *snapshot = atomic_load(&snapshots->current);
    do {
        noted = snapshot;
        atomic_store(&reader->reading, noted);
        snapshot = atomic_load(&snapshots->current);
    } while (snapshot != noted);
    return snapshot;
}

void snapshots_leave(struct reader *reader)
{
    atomic_store_explicit(&reader->reading, NULL, memory_order_release);
}

struct seat *snapshot_seat(struct snapshot *snapshot, struct reader *reader)
{
    if (reader->seat >= snapshot->seat_count)
        return NULL;
    struct seat *seat = &snapshot->seats[reader->seat];
    if (!seat->cache) {
        seat->cache = cache_create(snapshot->cache_bytes, &reader->counts);
        atomic_store_explicit(&reader->seated, snapshot, memory_order_relaxed);
    }
    if (!seat->searcher)
        seat->searcher = searcher_create(snapshot->data.search_index);
    return seat->cache && seat->searcher ? seat : NULL;
}

/* usage: snapshots [PUBLICATIONS]
 *
 * Replaces a snapshot PUBLICATIONS times (default 20000) while four threads enter and leave it as
 * fast as they can. Under ThreadSanitizer it fails if a thread reads a snapshot that another one
 * destroys. There are more threads than most machines have processors, so the kernel often stops
 * one between the load of the current snapshot and its announcement. Only the second load in
 * snapshots_enter protects it there. (tests/unit/answer/snapshot.c tries every such moment, but
 * without a memory model.)
 */
#include "answer/snapshot.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    READERS = 4,
    SLOTS = 1
};

static struct snapshots snapshots;
static atomic_bool ended;

static void *read_snapshots(void *context)
{
    struct snapshot_reader *reader = context;
    while (!atomic_load_explicit(&ended, memory_order_relaxed)) {
        const struct snapshot *snapshot = snapshots_enter(&snapshots, reader);
        if (atomic_load(&reader->hazard) != snapshot || snapshot->slot_count != SLOTS) {
            fputs("snapshots: a thread reads a snapshot that it has not announced\n", stderr);
            exit(EXIT_FAILURE);
        }
        snapshots_leave(reader);
    }
    return NULL;
}

static bool publish(void)
{
    struct snapshot *snapshot = snapshot_create((struct snapshot_data){NULL, NULL, NULL}, SLOTS, 0);
    if (snapshot)
        snapshots_publish(&snapshots, snapshot);
    return snapshot;
}

int main(int argc, char **argv)
{
    const long publications = argc > 1 ? strtol(argv[1], NULL, 10) : 20000;
    struct snapshot_reader readers[READERS];
    pthread_t threads[READERS];
    snapshots_init(&snapshots);
    bool published = publish();
    for (int i = 0; i < READERS; i++) {
        snapshots_join(&snapshots, &readers[i], false);
        if (pthread_create(&threads[i], NULL, read_snapshots, &readers[i]) != 0)
            return EXIT_FAILURE;
    }
    for (long i = 0; i < publications && published; i++)
        published = publish();
    atomic_store(&ended, true);
    for (int i = 0; i < READERS; i++)
        pthread_join(threads[i], NULL);
    snapshots_finish(&snapshots);
    if (published)
        printf("snapshots: replaced %ld times under %d readers\n", publications, READERS);
    return published ? EXIT_SUCCESS : EXIT_FAILURE;
}

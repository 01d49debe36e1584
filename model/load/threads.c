/* The files into records, several at once.
 *
 * Each thread reads a file of its own into an arena of its own. What it has read is taken over into
 * the archive in the order of the files, so that nothing depends on which thread was faster.
 */
#include "load/file_reader.h"

#include <assert.h>
#include <nettle/sha2.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    THREADS_MAX = 16
};

/* What the threads share. */
struct reading {
    struct loading *loading;
    atomic_size_t next; /* the file to be begun next */
    atomic_bool full;   /* further faults are only counted */
    pthread_mutex_t mutex;
    pthread_cond_t turned;
    size_t turn;               /* the file to be taken over next: under the mutex */
    struct sha256_ctx digest;  /* these two: of those whose turn it is */
    struct archive_origin sum; /* of what was taken over */
};

struct thread {
    struct reading *reading;
    struct reader reader;
    pthread_t id;
};

static void fault_duplicate(struct loading *loading, const struct record *record,
                            const struct record *known)
{
    struct place places[3], known_places[3];
    const struct place id = place_member(loading_place(loading, record, places), "id");
    const struct place *there = loading_place(loading, known, known_places);
    const unsigned line =
        faults_are_full(loading->faults) ? 0 : faults_line(loading->faults, there);
    faults_add(loading->faults, &id,
               "the id \"%.*s\" is already that of the %s in %s, line %u; give it another",
               QUOTED_MAX, record_id(record), known->type->name, there->file->name, line);
}

static void take_over_record(struct loading *loading, struct record *record)
{
    struct record_list *list = &loading->archive->records[record->type->index];
    const struct record *known =
        record_list_find(list, record->values[0].text, record->values[0].count);
    if (known)
        fault_duplicate(loading, record, known);
    else if (!record_list_append(list, record))
        loading->out_of_memory = true;
}

static void add_to_sum(struct reading *reading, const struct record_file *file)
{
    if (!file->text)
        return;
    reading->sum.files++;
    reading->sum.bytes += file->length;
    if (file->modified > reading->sum.modified)
        reading->sum.modified = file->modified;
    sha256_update(&reading->digest, file->length, (const uint8_t *)file->text);
}

static void take_over(struct reading *reading, struct reader *reader)
{
    struct loading *loading = reading->loading;
    struct record_file *file = &loading->files[reader->file];
    faults_append(loading->faults, &reader->faults);
    reading->full = faults_are_full(loading->faults);
    for (size_t i = 0; i < reader->records.count; i++)
        take_over_record(loading, reader->records.at[i]);
    reader->records.count = 0;
    loading->incomplete |= reader->not_json;
    reader->not_json = false;
    loading->progress->done += file->length;
    add_to_sum(reading, file);
    record_file_release(file);
}

static void wait_for_turn(struct reading *reading, size_t file)
{
    pthread_mutex_lock(&reading->mutex);
    while (reading->turn != file)
        pthread_cond_wait(&reading->turned, &reading->mutex);
    pthread_mutex_unlock(&reading->mutex);
}

static void end_turn(struct reading *reading)
{
    pthread_mutex_lock(&reading->mutex);
    reading->turn++;
    pthread_cond_broadcast(&reading->turned);
    pthread_mutex_unlock(&reading->mutex);
}

static void *run(void *context)
{
    struct thread *thread = context;
    struct reading *reading = thread->reading;
    struct loading *loading = reading->loading;
    size_t file;
    while ((file = atomic_fetch_add(&reading->next, 1)) < loading->file_count) {
        thread->reader.faults.listed_max = reading->full ? 0 : FAULTS_LISTED;
        reader_read_file(&thread->reader, loading->files, (uint32_t)file);
        wait_for_turn(reading, file);
        take_over(reading, &thread->reader);
        end_turn(reading);
    }
    return NULL;
}

static void thread_init(struct thread *thread, struct reading *reading, size_t thread_count)
{
    *thread = (struct thread){.reading = reading};
    arena_init(&thread->reader.arena, ARCHIVE_BYTES_MAX / thread_count);
    arena_init(&thread->reader.references, ARCHIVE_BYTES_MAX / thread_count);
    arena_init(&thread->reader.tree, ARCHIVE_BYTES_MAX);
    faults_init(&thread->reader.faults);
}

static void thread_finish(struct thread *thread)
{
    struct loading *loading = thread->reading->loading;
    arena_absorb(&loading->archive->arena, &thread->reader.arena);
    arena_absorb(&loading->references, &thread->reader.references);
    loading->out_of_memory |= thread->reader.out_of_memory;
    free(thread->reader.records.at);
    faults_finish(&thread->reader.faults);
}

/* The first is the calling thread; as many others as can be had. */
static void run_threads(struct reading *reading, struct thread *threads, size_t count)
{
    size_t started = 1;
    assert(count > 0);
    for (size_t i = 0; i < count; i++)
        thread_init(&threads[i], reading, count);
    while (started < count &&
           pthread_create(&threads[started].id, NULL, run, &threads[started]) == 0)
        started++;
    run(&threads[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(threads[i].id, NULL);
    for (size_t i = 0; i < count; i++)
        thread_finish(&threads[i]);
}

/* No more than there are files, but the calling one always is there: a folder may hold none. */
static size_t thread_count(size_t files)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t count = processors > 1 ? (size_t)processors : 1;
    if (count > files)
        count = files > 0 ? files : 1;
    return count > THREADS_MAX ? THREADS_MAX : count;
}

static void store_sum(struct reading *reading)
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    struct archive_origin *origin = &reading->loading->archive->origin;
    *origin = reading->sum;
    sha256_digest(&reading->digest, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(origin->sha256 + 2 * i, 3, "%02x", digest[i]);
}

void loading_read_files(struct loading *loading)
{
    struct thread threads[THREADS_MAX];
    struct reading reading = {
        .loading = loading, .mutex = PTHREAD_MUTEX_INITIALIZER, .turned = PTHREAD_COND_INITIALIZER};
    sha256_init(&reading.digest);
    json_object_seed(0); /* which threads would otherwise race for */
    run_threads(&reading, threads, thread_count(loading->file_count));
    store_sum(&reading);
}

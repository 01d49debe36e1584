/* Reads the files in several threads.
 *
 * Each thread reads one file at a time into its own arena. The threads take turns to move their
 * records to the archive, in the order of the files, so the result does not depend on their speed.
 */
#include "base/sha256_text.h"
#include "load/builder.h"
#include "records/file_reader.h"
#include "records/json_memory.h"

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

enum {
    READING_THREADS_MAX = 16
};

/* The data that the threads share. */
struct shared_reading {
    struct archive_builder *builder;
    atomic_size_t next;        /* number of the next file to read */
    atomic_bool faults_full;   /* true if further faults are only counted */
    atomic_bool warnings_full; /* true if further warnings are only counted */
    pthread_mutex_t mutex;
    pthread_cond_t turned;
    size_t turn; /* number of the next file to move; guarded by `mutex` */
    /* The digest and version of the moved files; used only by the thread whose turn it is. */
    struct sha256_ctx digest;
    struct archive_version version;
};

struct reading_thread {
    struct shared_reading *shared;
    struct file_reader reader;
    pthread_t id;
};

static void fault_duplicate(struct archive_builder *builder, const struct record *record,
                            const struct record *known)
{
    struct place places[3], known_places[3];
    const struct place id = place_member(archive_builder_place(builder, record, places), "id");
    const struct place *known_place = archive_builder_place(builder, known, known_places);
    const unsigned line =
        faults_are_full(builder->faults) ? 0 : faults_line(builder->faults, known_place);
    const bool same = !strcmp(known_place->file->name, id.file->name);
    faults_add(builder->faults, &id,
               "the id \"%.*s\" is already used by the %s in %s, line %u; choose another id%s",
               FAULT_QUOTED_MAX, record_id(record), known->type->name, known_place->file->name,
               line, same ? "" : ", or add \"extends\": true to the record that adds to the other");
}

static void take_over_record(struct archive_builder *builder, struct record *record)
{
    struct record_list *list = archive_records(builder->archive, record->type);
    const struct record *known =
        record_list_find(list, record_id(record), record_field(record, 0)->count);
    const struct extension joined = {.record = record, .joined = true};
    if (known && files_join(builder, record, known))
        builder->out_of_memory |= !extensions_add(&builder->extensions, joined);
    else if (known && !files_rename_document(builder, record, known))
        fault_duplicate(builder, record, known);
    else if (!record_list_append(list, record))
        builder->out_of_memory = true;
}

/* Adds a file to the digest and the time of the version. */
static void add_to_digest(struct shared_reading *shared, const struct record_file *file)
{
    if (file->modified > shared->version.modified)
        shared->version.modified = file->modified;
    sha256_update(&shared->digest, file->length, (const uint8_t *)file->text);
}

static void add_to_version(struct shared_reading *shared, const struct record_file *file)
{
    if (!file->text)
        return;
    shared->version.files++;
    shared->version.bytes += file->length;
    add_to_digest(shared, file);
}

static void take_over_file(struct shared_reading *shared, struct file_reader *reader)
{
    struct archive_builder *builder = shared->builder;
    struct record_file *file = &builder->files->at[reader->file];
    faults_append(builder->faults, &reader->faults);
    shared->faults_full = faults_are_full(builder->faults);
    shared->warnings_full = faults_warnings_are_full(builder->faults);
    for (size_t i = 0; i < reader->records.count; i++)
        take_over_record(builder, reader->records.at[i]);
    for (size_t i = 0; i < reader->extensions.count; i++)
        builder->out_of_memory |= !extensions_add(&builder->extensions, reader->extensions.at[i]);
    reader->records.count = reader->extensions.count = 0;
    builder->incomplete |= reader->not_json;
    reader->not_json = false;
    builder->progress->done += file->length;
    add_to_version(shared, file);
    record_file_release(file);
}

static void wait_for_turn(struct shared_reading *shared, size_t file)
{
    pthread_mutex_lock(&shared->mutex);
    while (shared->turn != file)
        pthread_cond_wait(&shared->turned, &shared->mutex);
    pthread_mutex_unlock(&shared->mutex);
}

static void end_turn(struct shared_reading *shared)
{
    pthread_mutex_lock(&shared->mutex);
    shared->turn++;
    pthread_cond_broadcast(&shared->turned);
    pthread_mutex_unlock(&shared->mutex);
}

static void *reading_thread_run(void *context)
{
    struct reading_thread *thread = context;
    struct shared_reading *shared = thread->shared;
    struct record_files *files = shared->builder->files;
    size_t file;
    while ((file = atomic_fetch_add(&shared->next, 1)) < files->count) {
        struct faults *faults = &thread->reader.faults;
        faults->errors.listed_max = shared->faults_full ? 0 : FAULTS_LISTED;
        faults->warnings.listed_max = shared->warnings_full ? 0 : FAULTS_LISTED;
        file_reader_read(&thread->reader, &files->at[file], (uint32_t)file);
        wait_for_turn(shared, file);
        take_over_file(shared, &thread->reader);
        end_turn(shared);
    }
    return NULL;
}

static void reading_thread_finish(struct reading_thread *thread)
{
    struct archive_builder *builder = thread->shared->builder;
    arena_absorb(archive_arena(builder->archive), &thread->reader.arena);
    arena_absorb(&builder->references, &thread->reader.references);
    builder->out_of_memory |= thread->reader.out_of_memory;
    file_reader_finish(&thread->reader);
}

/* Runs the threads; the calling thread is the first. A thread that cannot be started is omitted. */
static void run_reading_threads(struct shared_reading *shared, struct reading_thread *threads,
                                size_t count)
{
    size_t started = 1;
    assert(count > 0);
    for (size_t i = 0; i < count; i++) {
        threads[i].shared = shared;
        file_reader_init(&threads[i].reader, ARCHIVE_BYTES_MAX / count);
    }
    while (started < count &&
           pthread_create(&threads[started].id, NULL, reading_thread_run, &threads[started]) == 0)
        started++;
    reading_thread_run(&threads[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(threads[i].id, NULL);
    for (size_t i = 0; i < count; i++)
        reading_thread_finish(&threads[i]);
}

/* Returns the number of threads: one per processor, at most one per file, and at least one. */
static size_t choose_thread_count(size_t file_count)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t count = processors > 1 ? (size_t)processors : 1;
    if (count > file_count)
        count = file_count > 0 ? file_count : 1;
    return count > READING_THREADS_MAX ? READING_THREADS_MAX : count;
}

void read_files(struct archive_builder *builder)
{
    struct reading_thread threads[READING_THREADS_MAX];
    struct shared_reading shared = {
        .builder = builder, .mutex = PTHREAD_MUTEX_INITIALIZER, .turned = PTHREAD_COND_INITIALIZER};
    sha256_init(&shared.digest);
    if (builder->files->map_file.text)
        add_to_digest(&shared, &builder->files->map_file);
    json_memory_init();  /* before the threads start, which use the JSON library for imports, too */
    json_object_seed(0); /* likewise */
    run_reading_threads(&shared, threads, choose_thread_count(builder->files->count));
    sha256_text_finish(&shared.digest, shared.version.sha256);
    archive_set_version(builder->archive, &shared.version);
}

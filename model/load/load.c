/* From data files to an archive: the steps, in their order. */
#include "builtin_record.h"
#include "load/loading.h"

#include <stdlib.h>

static void begin(struct loading *loading, const char *step, size_t total)
{
    loading->progress->done = 0;
    loading->progress->total = total;
    loading->progress->step = step;
}

/* Every step runs, whatever the one before found, so that one run shows all faults. */
static void run_steps(struct loading *loading, size_t bytes)
{
    begin(loading, "reading", bytes);
    loading_read_files(loading);
    begin(loading, "checking", 3);
    loading_resolve_references(loading);
    arena_finish(&loading->references);
    loading->progress->done = 1;
    loading_join(loading);
    loading->progress->done = 2;
    if (loading->out_of_memory)
        return;
    loading_check(loading);
    begin(loading, "indexing", 1);
    if (loading->faults->count == 0)
        loading_index(loading);
}

static enum archive_status status_of(const struct loading *loading)
{
    if (loading->out_of_memory)
        return ARCHIVE_OUT_OF_MEMORY;
    if (loading->faults->count > loading->faults->unreadable)
        return ARCHIVE_FAULTY;
    return loading->faults->count ? ARCHIVE_UNREADABLE : ARCHIVE_LOADED;
}

static enum archive_status load(struct record_files *files, struct archive_progress *progress,
                                struct faults *faults, struct archive **ret_archive)
{
    struct archive *archive = calloc(1, sizeof *archive);
    if (!archive || files->out_of_memory) {
        free(archive);
        return ARCHIVE_OUT_OF_MEMORY;
    }
    struct loading loading = {.archive = archive,
                              .faults = faults,
                              .progress = progress,
                              .files = files->at,
                              .file_count = files->count,
                              .incomplete = faults->unreadable > 0};
    arena_init(&archive->arena, ARCHIVE_BYTES_MAX);
    arena_init(&loading.references, ARCHIVE_BYTES_MAX);
    run_steps(&loading, files->bytes);
    faults_sort(faults);
    const enum archive_status status = status_of(&loading);
    if (status == ARCHIVE_LOADED)
        *ret_archive = archive;
    else
        archive_destroy(archive);
    return status;
}

static enum archive_status load_one(struct record_file file, struct archive_progress *progress,
                                    struct faults *faults, struct archive **ret_archive)
{
    struct record_files files;
    record_files_init(&files);
    record_files_borrow(&files, file);
    const enum archive_status status = load(&files, progress, faults, ret_archive);
    record_files_finish(&files);
    return status;
}

static void find(struct record_files *files, const struct archive_source *source,
                 struct faults *faults)
{
    if (source->text)
        record_files_borrow(files, (struct record_file){.name = source->name,
                                                        .text = source->text,
                                                        .length = source->length,
                                                        .modified = source->modified});
    else
        record_files_find(files, source->name, faults);
}

enum archive_status archive_load_sources(const struct archive_source *sources, size_t count,
                                         struct archive_progress *progress, struct faults *faults,
                                         struct archive **ret_archive)
{
    struct record_files files;
    if (count == 0)
        return load_one((struct record_file){.name = "the built-in record",
                                             .text = (const char *)builtin_record,
                                             .length = builtin_record_length,
                                             .modified = builtin_record_modified},
                        progress, faults, ret_archive);
    record_files_init(&files);
    for (size_t i = 0; i < count; i++)
        find(&files, &sources[i], faults);
    const enum archive_status status = load(&files, progress, faults, ret_archive);
    record_files_finish(&files);
    return status;
}

enum archive_status archive_load(const char *const *paths, size_t path_count, struct faults *faults,
                                 struct archive **ret_archive)
{
    struct archive_progress unwatched = {NULL, 0, 0};
    struct archive_source *sources = calloc(path_count + 1, sizeof *sources);
    if (!sources)
        return ARCHIVE_OUT_OF_MEMORY;
    for (size_t i = 0; i < path_count; i++)
        sources[i].name = paths[i];
    const enum archive_status status =
        archive_load_sources(sources, path_count, &unwatched, faults, ret_archive);
    free(sources);
    return status;
}

enum archive_status archive_load_text(const char *name, const char *text, size_t length,
                                      struct faults *faults, struct archive **ret_archive)
{
    struct archive_progress unwatched = {NULL, 0, 0};
    return load_one((struct record_file){.name = name, .text = text, .length = length}, &unwatched,
                    faults, ret_archive);
}

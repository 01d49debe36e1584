/* From data files to an archive: the steps, in their order. */
#include "archive_parts.h"
#include "builtin_record.h"
#include "record_files.h"

#include <nettle/sha2.h>
#include <stdlib.h>

#define ARENA_CEILING ((size_t)4 << 30)

static struct archive_origin digest(const struct record_files *files)
{
    struct archive_origin origin = {.files = files->count};
    struct sha256_ctx context;
    uint8_t sum[SHA256_DIGEST_SIZE];
    sha256_init(&context);
    for (size_t i = 0; i < files->count; i++) {
        origin.bytes += files->at[i].length;
        if (files->at[i].modified > origin.modified)
            origin.modified = files->at[i].modified;
        sha256_update(&context, files->at[i].length, (const uint8_t *)files->at[i].text);
    }
    sha256_digest(&context, sizeof sum, sum);
    for (size_t i = 0; i < sizeof sum; i++)
        snprintf(origin.sha256 + 2 * i, 3, "%02x", sum[i]);
    return origin;
}

/* Every step runs, whatever the one before found, so that one run shows all faults. */
static void run_steps(struct loading *loading, size_t file_count)
{
    for (size_t i = 0; i < file_count; i++)
        loading_read_file(loading, (uint32_t)i);
    loading_resolve_references(loading);
    loading_join(loading);
    if (loading->out_of_memory)
        return;
    loading_check(loading);
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

static enum archive_status load(const struct record_files *files, struct faults *faults,
                                struct archive **ret_archive)
{
    struct archive *archive = calloc(1, sizeof *archive);
    if (!archive || files->out_of_memory) {
        free(archive);
        return ARCHIVE_OUT_OF_MEMORY;
    }
    arena_init(&archive->arena, ARENA_CEILING);
    struct loading loading = {.archive = archive,
                              .faults = faults,
                              .files = files->at,
                              .incomplete = faults->unreadable > 0};
    run_steps(&loading, files->count);
    faults_sort(faults);
    archive->origin = digest(files);
    const enum archive_status status = status_of(&loading);
    if (status == ARCHIVE_LOADED)
        *ret_archive = archive;
    else
        archive_destroy(archive);
    return status;
}

enum archive_status archive_load(const char *const *paths, size_t path_count, struct faults *faults,
                                 struct archive **ret_archive)
{
    struct record_files files;
    record_files_init(&files);
    for (size_t i = 0; i < path_count; i++)
        record_files_read(&files, paths[i], faults);
    if (path_count == 0)
        record_files_borrow(&files, (struct record_file){.name = "the built-in record",
                                                         .text = (const char *)builtin_record,
                                                         .length = builtin_record_length,
                                                         .modified = builtin_record_modified});
    const enum archive_status status = load(&files, faults, ret_archive);
    record_files_finish(&files);
    return status;
}

enum archive_status archive_load_text(const char *name, const char *text, size_t length,
                                      struct faults *faults, struct archive **ret_archive)
{
    struct record_files files;
    record_files_init(&files);
    record_files_borrow(&files, (struct record_file){.name = name, .text = text, .length = length});
    const enum archive_status status = load(&files, faults, ret_archive);
    record_files_finish(&files);
    return status;
}

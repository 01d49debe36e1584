#include "load/load.h"

#include "builtin_record.h"
#include "files/record_file_import.h"
#include "load/builder.h"

#include <stdlib.h>

/* Adds a fault if all files were skipped, since each was only tried. */
static void require_a_format(const struct archive_builder *builder)
{
    const struct record_files *files = builder->files;
    size_t skipped = 0;
    for (size_t i = 0; i < files->count; i++)
        skipped += files->at[i].skipped;
    if (skipped && skipped == files->count)
        record_files_fault(builder->faults, files->at[0].name,
                           "neither this file nor another one beside it has a format that can be "
                           "read (rapporteur formats lists them)");
}

/* Runs all steps, even after faults, so that one run reports all faults. */
static void build_archive(struct archive_builder *builder)
{
    progress_begin(builder->progress, "reading", builder->files->bytes);
    read_files(builder);
    require_a_format(builder);
    join_records(builder);
    find_extended_records(builder);
    resolve_references(builder);
    builder->out_of_memory |= !archive_drop_joined(builder->archive);
    extend_records(builder);
    files_settle_positions(builder);
    imply_references(builder);
    read_texts(builder);
    read_text_folder(builder);
    progress_begin(builder->progress, "checking", 3);
    zone_dates(builder);
    builder->progress->done = 1;
    builder->out_of_memory |= !archive_relations_join(builder->archive);
    builder->progress->done = 2;
    if (builder->out_of_memory)
        return;
    check_records(builder);
    check_doubts(builder);
    if (builder->faults->errors.count == 0)
        check_texts(builder);
    progress_begin(builder->progress, "indexing", 1);
    if (builder->faults->errors.count == 0)
        builder->out_of_memory |= !archive_collections_list(builder->archive) ||
                                  !archive_tell_meetings_apart(builder->archive);
}

static enum load_status load_status_of(const struct archive_builder *builder)
{
    if (builder->out_of_memory)
        return LOAD_OUT_OF_MEMORY;
    if (builder->faults->errors.count > builder->faults->unreadable)
        return LOAD_FAULTY;
    return builder->faults->errors.count ? LOAD_UNREADABLE : LOAD_SUCCEEDED;
}

static enum load_status load_found_files(struct record_files *files, struct progress *progress,
                                         struct faults *faults, struct archive **ret_archive)
{
    struct archive_builder builder;
    if (files->out_of_memory || !record_files_tell_apart(files) ||
        !archive_builder_init(&builder, files, faults, progress))
        return LOAD_OUT_OF_MEMORY;
    build_archive(&builder);
    faults_sort(faults);
    const enum load_status status = load_status_of(&builder);
    if (status == LOAD_SUCCEEDED)
        *ret_archive = archive_builder_steal(&builder);
    archive_builder_finish(&builder);
    return status;
}

static void load_find_files(const struct load_source *source, struct record_files *files,
                            struct faults *faults)
{
    if (source->is_texts)
        files->texts = source->name;
    else if (source->is_map)
        record_files_read_map(files, source->name, faults);
    else if (source->text)
        record_files_borrow(files, (struct record_file){.name = source->name,
                                                        .text = source->text,
                                                        .length = source->length,
                                                        .modified = source->modified,
                                                        .format = source->format,
                                                        .media_type = source->media_type,
                                                        .tried = source->tried});
    else
        record_files_find(files, source->name, source->format, faults);
}

void load_list_files(const struct load_source *sources, size_t count, struct record_files *files,
                     struct faults *faults)
{
    for (size_t i = 0; i < count; i++)
        load_find_files(&sources[i], files, faults);
}

/* Reports whether there is a source besides a folder of texts. */
static bool has_data(const struct load_source *sources, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!sources[i].is_texts)
            return true;
    return false;
}

enum load_status load_archive(const struct load_source *sources, size_t count,
                              struct progress *progress, struct faults *faults,
                              struct archive **ret_archive)
{
    const struct load_source builtin = {.name = "the built-in record",
                                        .text = (const char *)builtin_record,
                                        .length = builtin_record_length,
                                        .modified = builtin_record_modified,
                                        .format = &import_json_format};
    struct record_files files;
    record_files_init(&files);
    if (!has_data(sources, count))
        load_find_files(&builtin, &files, faults);
    load_list_files(sources, count, &files, faults);
    const enum load_status status = load_found_files(&files, progress, faults, ret_archive);
    record_files_finish(&files);
    return status;
}

enum load_status load_archive_files(const char *const *paths, size_t count, struct faults *faults,
                                    struct archive **ret_archive)
{
    struct progress unwatched = {.step = NULL};
    struct load_source *sources = calloc(count + 1, sizeof *sources);
    if (!sources)
        return LOAD_OUT_OF_MEMORY;
    for (size_t i = 0; i < count; i++)
        sources[i].name = paths[i];
    const enum load_status status = load_archive(sources, count, &unwatched, faults, ret_archive);
    free(sources);
    return status;
}

enum load_status load_archive_text(const char *name, const char *text, size_t length,
                                   struct faults *faults, struct archive **ret_archive)
{
    struct progress unwatched = {.step = NULL};
    const struct load_source source = {
        .name = name, .text = text, .length = length, .format = &import_json_format};
    return load_archive(&source, 1, &unwatched, faults, ret_archive);
}

void load_visit_texts(const char *path, text_path_visitor *visit, void *context)
{
    struct record_files files;
    struct faults ignored;
    record_files_init(&files);
    faults_init(&ignored);
    record_files_find(&files, path, NULL, &ignored);
    for (size_t i = 0; i < files.count; i++)
        record_file_find_texts(files.at[i].name, visit, context);
    faults_finish(&ignored);
    record_files_finish(&files);
}

#include "files/record_files.h"

#include "base/array.h"
#include "files/record_files_private.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void record_files_init(struct record_files *files)
{
    *files = (struct record_files){0};
    arena_init(&files->names, SIZE_MAX);
}

void record_files_finish(struct record_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        record_file_finish(&files->at[i]);
    free(files->at);
    record_file_finish(&files->map_file);
    table_map_finish(&files->map);
    arena_finish(&files->names);
    record_files_init(files);
}

static bool record_files_append(struct record_files *files, struct record_file file)
{
    struct record_file *at =
        array_reserve(files->at, &files->capacity, files->count + 1, sizeof *at);
    if (!at)
        return false;
    files->at = at;
    file.map = files->map_file.name ? &files->map : NULL;
    files->at[files->count++] = file;
    files->bytes += file.length;
    return true;
}

void record_files_borrow(struct record_files *files, struct record_file file)
{
    const struct draft_source source = import_source(file.name, file.text, file.length);
    file.text = source.bytes;
    file.length = source.length;
    file.marked = source.marked;
    file.borrowed = true;
    files->out_of_memory |= file.name == NULL || !record_files_append(files, file);
}

void record_files_fault(struct faults *faults, const char *path, const char *reason)
{
    char message[300];
    snprintf(message, sizeof message, "cannot be read: %s", reason);
    faults_add_unreadable(faults, path, message);
}

void record_files_read_map(struct record_files *files, const char *path, struct faults *faults)
{
    struct record_file *file = &files->map_file;
    struct draft_note problem;
    file->name = path;
    const char *reason = record_file_read(file);
    files->out_of_memory |= reason == record_file_no_memory;
    if (reason)
        record_files_fault(faults, path, reason);
    else if (!table_map_read(file->text, file->length, &files->map, &problem))
        faults_add_at_line(faults, file, problem.line, "%s", problem.message);
}

bool record_files_is_map(const struct record_files *files, const struct stat *status)
{
    struct stat map;
    return files->map_file.name && stat(files->map_file.name, &map) == 0 &&
           map.st_dev == status->st_dev && map.st_ino == status->st_ino;
}

void record_files_add(struct record_files *files, const char *path, const struct stat *status,
                      struct record_file file)
{
    file.name = arena_copy_text(&files->names, path, strlen(path));
    /* The length may change until the file is read; record_file_read sets it again. */
    file.length = status ? (size_t)status->st_size : 0;
    files->out_of_memory |= !file.name || !record_files_append(files, file);
}

void record_files_find(struct record_files *files, const char *path,
                       const struct import_format *format, struct faults *faults)
{
    struct stat status;
    const bool found = stat(path, &status) == 0;
    if (found && S_ISDIR(status.st_mode))
        record_files_add_folder(files, path, faults);
    else
        record_files_add(files, path, found ? &status : NULL,
                         (struct record_file){.format = format});
}

#include "files/record_files.h"

#include "base/array.h"
#include "base/error_text.h"
#include "files/record_file_import.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
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

/* Reports whether a file is the map. */
static bool record_files_is_map(const struct record_files *files, const struct stat *status)
{
    struct stat map;
    return files->map_file.name && stat(files->map_file.name, &map) == 0 &&
           map.st_dev == status->st_dev && map.st_ino == status->st_ino;
}

/* Adds a file. Its length may change until it is read; record_file_read sets it again. */
static void add_file(struct record_files *files, const char *path, const struct stat *status,
                     const struct import_format *format)
{
    struct record_file file = {.name = arena_copy_text(&files->names, path, strlen(path)),
                               .format = format,
                               .length = status ? (size_t)status->st_size : 0};
    files->out_of_memory |= file.name == NULL || !record_files_append(files, file);
}

static int is_data_entry(const struct dirent *entry)
{
    return import_is_data(entry->d_name);
}

/* Compares names by bytes, so that the order does not depend on the locale. */
static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void add_entry(struct record_files *files, const char *folder, const char *name,
                      struct faults *faults)
{
    char path[PATH_MAX];
    struct stat status;
    const bool slash = folder[0] && folder[strlen(folder) - 1] == '/';
    const int length = snprintf(path, sizeof path, "%s%s%s", folder, slash ? "" : "/", name);
    if (length < 0 || (size_t)length >= sizeof path) {
        record_files_fault(faults, folder, error_text(ENAMETOOLONG));
        return;
    }
    const bool found = stat(path, &status) == 0;
    if (!found || !record_files_is_map(files, &status))
        add_file(files, path, found ? &status : NULL, NULL);
}

/* Removes a file from the list: a text that a document names. */
static void remove_text(struct record_files *files, const char *path)
{
    for (size_t i = files->count; i-- > 0;) {
        const char *name = files->at[i].name, *slash = strrchr(name, '/');
        const size_t folder = slash ? (size_t)(slash - name) : 0;
        if (strncmp(name, path, folder) != 0 || strcmp(name + folder, path + folder) != 0)
            continue;
        files->bytes -= files->at[i].length;
        files->count--;
        memmove(&files->at[i], &files->at[i + 1], (files->count - i) * sizeof *files->at);
    }
}

/* Adds the path of a text to a list. */
static void note_text(void *context, const char *path)
{
    add_file(context, path, NULL, NULL);
}

/* Removes the files, from the position `first`, that others name as the text of a document. */
static void remove_texts(struct record_files *files, size_t first)
{
    struct record_files texts;
    bool candidates = false;
    record_files_init(&texts);
    for (size_t i = first; i < files->count; i++)
        candidates |= !import_may_name_texts(files->at[i].name);
    for (size_t i = first; candidates && i < files->count; i++)
        record_file_find_texts(files->at[i].name, note_text, &texts);
    for (size_t i = 0; i < texts.count; i++)
        remove_text(files, texts.at[i].name);
    files->out_of_memory |= texts.out_of_memory;
    record_files_finish(&texts);
}

static void add_folder(struct record_files *files, const char *folder, struct faults *faults)
{
    struct dirent **entries;
    const size_t first = files->count;
    const int count = scandir(folder, &entries, is_data_entry, compare_names);
    if (count < 0) {
        record_files_fault(faults, folder, error_text(errno));
        return;
    }
    if (count == 0)
        record_files_fault(
            faults, folder,
            "the folder has no file that can be read (rapporteur formats lists them)");
    for (int i = 0; i < count; i++) {
        add_entry(files, folder, entries[i]->d_name, faults);
        free(entries[i]);
    }
    free(entries);
    remove_texts(files, first);
}

void record_files_find(struct record_files *files, const char *path,
                       const struct import_format *format, struct faults *faults)
{
    struct stat status;
    const bool found = stat(path, &status) == 0;
    if (found && S_ISDIR(status.st_mode))
        add_folder(files, path, faults);
    else
        add_file(files, path, found ? &status : NULL, format);
}

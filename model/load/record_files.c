#include "load/record_files.h"

#include "base/error_text.h"

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
        record_file_release(&files->at[i]);
    free(files->at);
    arena_finish(&files->names);
    record_files_init(files);
}

static bool append(struct record_files *files, struct record_file file)
{
    if (files->count == files->capacity) {
        const size_t capacity = files->capacity ? files->capacity * 2 : 8;
        struct record_file *at = realloc(files->at, capacity * sizeof *at);
        if (!at)
            return false;
        files->at = at;
        files->capacity = capacity;
    }
    files->at[files->count++] = file;
    files->bytes += file.length;
    return true;
}

void record_files_borrow(struct record_files *files, struct record_file file)
{
    file.borrowed = true;
    files->out_of_memory |= file.name == NULL || !append(files, file);
}

void record_files_fault(struct faults *faults, const char *path, const char *reason)
{
    char message[300];
    snprintf(message, sizeof message, "cannot be read: %s", reason);
    faults_add_unreadable(faults, path, message);
}

/* What `status` says of its length may change until it is read; that is found out then. */
static void add_file(struct record_files *files, const char *path, const struct stat *status)
{
    struct record_file file = {.name = arena_copy_text(&files->names, path, strlen(path)),
                               .length = status ? (size_t)status->st_size : 0};
    files->out_of_memory |= file.name == NULL || !append(files, file);
}

/* The schema that the files of a folder name lies among them, so that editors find it. */
static int is_data_file(const struct dirent *entry)
{
    const size_t length = strlen(entry->d_name);
    return entry->d_name[0] != '.' && length > 5 &&
           strcmp(entry->d_name + length - 5, ".json") == 0 &&
           strcmp(entry->d_name, "schema.json") != 0;
}

/* By bytes, so that the order does not depend on the locale. */
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
    if (length < 0 || (size_t)length >= sizeof path)
        record_files_fault(faults, folder, error_text(ENAMETOOLONG));
    else
        add_file(files, path, stat(path, &status) == 0 ? &status : NULL);
}

static void add_folder(struct record_files *files, const char *folder, struct faults *faults)
{
    struct dirent **entries;
    const int count = scandir(folder, &entries, is_data_file, compare_names);
    if (count < 0) {
        record_files_fault(faults, folder, error_text(errno));
        return;
    }
    if (count == 0)
        record_files_fault(faults, folder, "the folder has no *.json file");
    for (int i = 0; i < count; i++) {
        add_entry(files, folder, entries[i]->d_name, faults);
        free(entries[i]);
    }
    free(entries);
}

void record_files_find(struct record_files *files, const char *path, struct faults *faults)
{
    struct stat status;
    const bool found = stat(path, &status) == 0;
    if (found && S_ISDIR(status.st_mode))
        add_folder(files, path, faults);
    else
        add_file(files, path, found ? &status : NULL);
}

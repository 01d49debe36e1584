#include "record_files.h"

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
    arena_init(&files->texts, SIZE_MAX);
}

void record_files_finish(struct record_files *files)
{
    free(files->at);
    arena_finish(&files->texts);
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
    return true;
}

void record_files_borrow(struct record_files *files, struct record_file file)
{
    files->out_of_memory |= !append(files, file);
}

/* The rest of a stream, which should be `size` bytes; NULL with errno set. */
static const char *read_stream(struct arena *texts, FILE *in, size_t size)
{
    char *text = arena_take(texts, size + 1);
    if (!text) {
        errno = ENOMEM;
        return NULL;
    }
    const size_t length = fread(text, 1, size + 1, in);
    if (!ferror(in) && length == size)
        return text;
    if (!ferror(in))
        errno = EAGAIN;
    return NULL;
}

/* The text, length and time of a file; `text` is NULL, with errno set, where it cannot be read. */
static struct record_file read_text(struct arena *texts, const char *path)
{
    struct stat status;
    struct record_file file = {.text = NULL};
    FILE *in = fopen(path, "rb");
    if (!in)
        return file;
    if (fstat(fileno(in), &status) == 0) {
        file.length = (size_t)status.st_size;
        file.modified = status.st_mtime;
        if (!S_ISREG(status.st_mode))
            errno = EINVAL;
        else if (status.st_size > RECORD_FILE_BYTES_MAX)
            errno = EFBIG;
        else
            file.text = read_stream(texts, in, file.length);
    }
    const int error = errno;
    fclose(in);
    errno = error;
    return file;
}

static const char *reason(int error)
{
    switch (error) {
    case EFBIG:
        return "larger than 256 MiB; split it into several files of one folder";
    case EAGAIN:
        return "it changed while it was read; try again";
    case EINVAL:
        return "neither a file nor a folder";
    default:
        return strerror(error);
    }
}

static void fault_unreadable(struct faults *faults, const char *path, const char *why)
{
    char message[300];
    snprintf(message, sizeof message, "cannot be read: %s", why);
    faults_add_unreadable(faults, path, message);
}

static void read_file(struct record_files *files, const char *path, struct faults *faults)
{
    struct record_file file = read_text(&files->texts, path);
    if (!file.text && errno != ENOMEM) {
        fault_unreadable(faults, path, reason(errno));
        return;
    }
    file.name = arena_copy_text(&files->texts, path, strlen(path));
    if (!file.text || !file.name || !append(files, file))
        files->out_of_memory = true;
}

static int is_data_file(const struct dirent *entry)
{
    const size_t length = strlen(entry->d_name);
    return entry->d_name[0] != '.' && length > 5 &&
           strcmp(entry->d_name + length - 5, ".json") == 0;
}

/* By bytes, so that the order does not depend on the locale. */
static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void read_entry(struct record_files *files, const char *folder, const char *name,
                       struct faults *faults)
{
    char path[PATH_MAX];
    const bool slash = folder[0] && folder[strlen(folder) - 1] == '/';
    const int length = snprintf(path, sizeof path, "%s%s%s", folder, slash ? "" : "/", name);
    if (length < 0 || (size_t)length >= sizeof path)
        fault_unreadable(faults, folder, strerror(ENAMETOOLONG));
    else
        read_file(files, path, faults);
}

static void read_folder(struct record_files *files, const char *folder, struct faults *faults)
{
    struct dirent **entries;
    const int count = scandir(folder, &entries, is_data_file, compare_names);
    if (count < 0) {
        fault_unreadable(faults, folder, strerror(errno));
        return;
    }
    if (count == 0)
        fault_unreadable(faults, folder, "the folder has no *.json file");
    for (int i = 0; i < count; i++) {
        read_entry(files, folder, entries[i]->d_name, faults);
        free(entries[i]);
    }
    free(entries);
}

void record_files_read(struct record_files *files, const char *path, struct faults *faults)
{
    struct stat status;
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        read_folder(files, path, faults);
    else
        read_file(files, path, faults);
}

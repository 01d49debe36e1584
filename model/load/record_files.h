/* The data files that an archive is loaded from, found but not read yet. */
#pragma once

#include "base/arena.h"
#include "load/fault.h"

struct record_files {
    struct record_file *at;
    size_t count;
    size_t capacity;
    size_t bytes; /* of all of them, as far as the file system says */
    bool out_of_memory;
    struct arena names;
};

void record_files_init(struct record_files *files);
void record_files_finish(struct record_files *files);

/* Adds a file, or the data files of a folder (record_file_is_data) in the order of their names. A
 * folder that cannot be read, or has no such file, is a fault. */
void record_files_find(struct record_files *files, const char *path, struct faults *faults);

/* Adds a file whose name and text remain the caller's, and must outlive `files`. */
void record_files_borrow(struct record_files *files, struct record_file file);

/* Adds the fault that a file or folder cannot be read. */
void record_files_fault(struct faults *faults, const char *path, const char *reason);

/* The data files that an archive is loaded from, with their texts. */
#pragma once

#include "arena.h"
#include "fault.h"

enum record_files_limits {
    RECORD_FILE_BYTES_MAX = 256 * 1024 * 1024 /* of one file */
};

struct record_files {
    struct record_file *at;
    size_t count;
    size_t capacity;
    bool out_of_memory;
    struct arena texts; /* names and texts of the files read */
};

void record_files_init(struct record_files *files);
void record_files_finish(struct record_files *files);

/* Reads a file, or the *.json files of a folder in the order of their names (hidden ones left
 * out). What cannot be read, and a folder without such a file, is a fault. */
void record_files_read(struct record_files *files, const char *path, struct faults *faults);

/* Adds a file whose name and text stay the caller's, and must outlive `files`. */
void record_files_borrow(struct record_files *files, struct record_file file);

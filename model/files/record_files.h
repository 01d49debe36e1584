/* The list of data files from which an archive is loaded. */
#pragma once

#include "base/arena.h"
#include "files/fault.h"
#include "tables/tables.h"

struct record_files {
    struct record_file *at;
    size_t count;
    size_t capacity;
    size_t bytes; /* sum of the sizes that the file system reports */
    bool out_of_memory;
    struct arena names;
    const char *texts;           /* a folder of texts that no data file names, borrowed; or NULL */
    struct record_file map_file; /* the file of the map; its name is NULL without a map */
    struct table_map map;        /* the names of the columns of tables */
};

/* Initialises an empty list. */
void record_files_init(struct record_files *files);

/* Frees the list and the texts of the files. */
void record_files_finish(struct record_files *files);

/* Adds a file, or the data files of a folder (import_is_data) in the order of their names, except
 * the map and those that another file of the folder names as the text of a document. `format` is
 * the format of a file, NULL to recognise it; the files of a folder are always recognised. Of a
 * folder that "rapporteur export" wrote, only the tables of whole collections are added. Adds a
 * fault if a folder cannot be read or has no data file, and a warning for each other file that is
 * not ignored (import_use_of), and for each folder in it that has data files but no such text. */
void record_files_find(struct record_files *files, const char *path,
                       const struct import_format *format, struct faults *faults);

/* Reads the map for the tables among the files that are added later (tables/table_map.h). The name
 * of the map must outlive `files`. Adds a fault if it cannot be read. */
void record_files_read_map(struct record_files *files, const char *path, struct faults *faults);

/* Adds a file whose name and text the caller owns. They must outlive `files`. */
void record_files_borrow(struct record_files *files, struct record_file file);

/* Gives files of one name in several folders the folders that they do not share (`folder`). Returns
 * false if out of memory. */
bool record_files_tell_apart(struct record_files *files);

/* Adds the fault that a file or folder cannot be read, for the reason `reason`. */
void record_files_fault(struct faults *faults, const char *path, const char *reason);

/* How files are added to the list of data files. Private to model/files. */
#pragma once

#include "files/record_files.h"

#include <sys/stat.h>

/* Adds a file with a copy of its path. `status` is NULL if the file cannot be found, which its
 * reading reports. */
void record_files_add(struct record_files *files, const char *path, const struct stat *status,
                      struct record_file file);

/* Reports whether a file is the map. */
bool record_files_is_map(const struct record_files *files, const struct stat *status);

/* Adds the data files of a folder, as record_files_find does. */
void record_files_add_folder(struct record_files *files, const char *folder, struct faults *faults);

/* Warns of a file that is not read, and says what it looks like. */
void record_files_warn_unread(const struct record_file *file, struct faults *faults);

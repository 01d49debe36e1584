/* Copies of all local files of a load, and what they were loaded as.
 *
 * Each file and each text of a document is a file SHA256.file, named by its digest. The file
 * "files" lists them: the files in the order in which they are loaded, with their names, and the
 * number of records of each collection. It is written last and replaces the older list as a whole.
 * Files that it does not name are then removed. Data from URLs are only named: state_folder.h has
 * their copies.
 */
#pragma once

#include "base/arena.h"
#include "load/load.h"
#include "saved/record_counts.h"

#include <stdbool.h>
#include <stddef.h>

/* What the folder has. All zeros: nothing. */
struct saved_files {
    struct load_source *sources; /* NULL before saved_files_load */
    size_t count, capacity;
    struct arena memory; /* of the names and texts */
    struct record_counts counts;
    char version[SHA256_TEXT_BYTES]; /* of the archive that was loaded, or "" */
    long long modified;              /* its modification time */
};

/* Copies the files of `sources`, from which `archive` was loaded, into a folder. Returns false,
 * with the reason logged, if a file cannot be written, and if a file has changed since it was
 * loaded; then the older copies stay valid. */
bool saved_files_write(const char *folder, const struct load_source *sources, size_t count,
                       const struct archive *archive);

/* Reads the list without the files. Returns false if the folder has none; logs why, unless there
 * never was one. The caller finishes *ret_saved in any case. */
bool saved_files_read(const char *folder, struct saved_files *ret_saved);

/* Reads the list and the files as sources. Texts from URLs are those of `sources`. Returns false if
 * the list is one of other sources, or if a file is missing or damaged, with the reason logged. */
bool saved_files_load(const char *folder, const struct load_source *sources, size_t count,
                      struct saved_files *ret_saved);

void saved_files_finish(struct saved_files *saved);

/* From data files to an archive.
 *
 * Reads JSON files, checks every field, resolves every reference, joins the records by their
 * relations, and returns an archive (archive/archive.h) only if nothing is wrong; otherwise every
 * fault, by file and line (fault.h).
 *
 * May include: base, schema, archive.
 */
#pragma once

#include "archive/archive.h"
#include "base/progress.h"
#include "load/fault.h"
#include "load/record_file.h"

enum load_status {
    LOAD_SUCCEEDED,
    LOAD_FAULTY,       /* the data is wrong; the faults say how */
    LOAD_UNREADABLE,   /* the only faults are files or folders that cannot be read */
    LOAD_OUT_OF_MEMORY /* or above the ceiling of 4 GiB */
};

/* A file, a folder, or a text in memory, to be loaded. */
struct load_source {
    const char *name; /* the path; of a text, its name in faults */
    const char *text; /* NULL for a file or folder; unchanged while it is loaded */
    size_t length;
    int64_t modified; /* when the text was last changed, in seconds since 1970 */
};

/* Loads sources into one archive. Of a folder, the *.json files are loaded in the order of their
 * names. Without sources, loads the built-in record. Another thread may read `progress` meanwhile.
 * Returns LOAD_SUCCEEDED, and *ret_archive is the caller's; otherwise it is untouched and `faults`
 * says why. The caller has initialised `faults`, and finishes it. */
enum load_status load_archive(const struct load_source *sources, size_t count,
                              struct progress *progress, struct faults *faults,
                              struct archive **ret_archive);

/* Like load_archive, for files and folders. */
enum load_status load_archive_files(const char *const *paths, size_t count, struct faults *faults,
                                    struct archive **ret_archive);

/* Like load_archive, for one text in memory, called `name` in faults and unchanged since 1970. */
enum load_status load_archive_text(const char *name, const char *text, size_t length,
                                   struct faults *faults, struct archive **ret_archive);

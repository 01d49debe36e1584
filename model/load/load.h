/* From data files to an archive.
 *
 * Reads JSON files, checks every field, resolves every reference, joins the records by their
 * relations, and returns an archive (archive/archive.h) only if nothing is wrong; otherwise all
 * faults, by file and line (load/fault.h).
 *
 * May include: base, schema, archive.
 */
#pragma once

#include "archive/archive.h"
#include "load/fault.h"

enum archive_status {
    ARCHIVE_LOADED,
    ARCHIVE_FAULTY,       /* the data is wrong; the faults say how */
    ARCHIVE_UNREADABLE,   /* the only faults are files or folders that cannot be read */
    ARCHIVE_OUT_OF_MEMORY /* or above the ceiling of 4 GiB */
};

/* A file, a folder, or a text in memory, to be loaded. */
struct archive_source {
    const char *name; /* the path; of a text, its name in faults */
    const char *text; /* NULL for a file or folder; unchanged while it is loaded */
    size_t length;
    int64_t modified; /* when the text was last changed, in seconds since 1970 */
};

/* Loads files, and folders whose *.json files are merged in the order of their names; without
 * paths, the record that is built in. On ARCHIVE_LOADED, *ret_archive is the caller's; otherwise it
 * is untouched and `faults`, which the caller has initialised and finishes, says why. */
enum archive_status archive_load(const char *const *paths, size_t path_count, struct faults *faults,
                                 struct archive **ret_archive);

/* Like archive_load, for sources of all kinds; another thread may watch `progress`. */
enum archive_status archive_load_sources(const struct archive_source *sources, size_t count,
                                         struct archive_progress *progress, struct faults *faults,
                                         struct archive **ret_archive);

/* Like archive_load, for one text in memory, called `name` in faults and unchanged since 1970. */
enum archive_status archive_load_text(const char *name, const char *text, size_t length,
                                      struct faults *faults, struct archive **ret_archive);

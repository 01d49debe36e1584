/* A loaded archive: every record of the meetings it holds, checked, joined and immutable.
 *
 * Owns its records and all that is derived from them. What its functions return lives as long as
 * the archive. Any number of threads may read it at once.
 */
#pragma once

#include "archive/record.h"
#include "archive/record_set.h"
#include "archive/relation.h"
#include "load/fault.h"

struct archive;
struct search_index;

enum archive_status {
    ARCHIVE_LOADED,
    ARCHIVE_FAULTY,       /* the data is wrong; the faults say how */
    ARCHIVE_UNREADABLE,   /* nothing is wrong but that a file or folder cannot be read */
    ARCHIVE_OUT_OF_MEMORY /* or above the ceiling of 4 GiB */
};

/* A named list of records: all of a type, or some of them (`/speakers`). */
struct collection {
    const char *name;
    const char *documentation;
    const struct record_type *type;
    const struct record *const *records; /* in the order of the files */
    size_t count;
    const struct record_set *members; /* the same as a set; NULL where it is all of the type */
};

/* Where the records came from. */
struct archive_origin {
    size_t files;
    size_t bytes;
    int64_t modified; /* the latest of the files' last changes, in seconds since 1970 */
    char sha256[65];  /* of the files' bytes, one file behind the other in the order loaded */
};

/* How far a load has come, for whoever watches it from another thread. Begins as all zeros. */
struct archive_progress {
    _Atomic(const char *) step; /* what is being done, as a word for people; NULL before */
    _Atomic size_t done;        /* of this step ... */
    _Atomic size_t total;       /* ... in some unit */
};

/* Loads files, and folders whose *.json files are merged in the order of their names; without
 * paths, the record that is built in. On ARCHIVE_LOADED, *ret_archive is the caller's; otherwise it
 * is untouched and `faults`, which the caller has initialised and finishes, says why. */
enum archive_status archive_load(const char *const *paths, size_t path_count, struct faults *faults,
                                 struct archive **ret_archive);

/* What an archive is loaded from: a file, a folder, or a text in memory. */
struct archive_source {
    const char *name; /* the path; of a text, what faults are to call it */
    const char *text; /* NULL for a file or folder; unchanged while it is loaded */
    size_t length;
    int64_t modified; /* when the text was last changed, in seconds since 1970 */
};

/* The same for sources of all kinds, watched. */
enum archive_status archive_load_sources(const struct archive_source *sources, size_t count,
                                         struct archive_progress *progress, struct faults *faults,
                                         struct archive **ret_archive);

/* The same for one text in memory, called `name` in faults and unchanged since 1970. */
enum archive_status archive_load_text(const char *name, const char *text, size_t length,
                                      struct faults *faults, struct archive **ret_archive);

/* Accepts NULL. */
void archive_destroy(struct archive *archive);

/* Builds the index that a search of the texts needs (search_index.h), once, before the archive is
 * read by several threads; `progress` says how far it has come. False when out of memory: the
 * archive is as it was. */
bool archive_make_searchable(struct archive *archive, struct archive_progress *progress);

/* That index, or NULL. */
const struct search_index *archive_search_index(const struct archive *archive);

struct archive_origin archive_origin(const struct archive *archive);

/* The collections, in the order in which they are to be listed. */
const struct collection *archive_collections(const struct archive *archive, size_t *ret_count);

/* The collection of that name (`length` bytes), or NULL. */
const struct collection *archive_collection(const struct archive *archive, const char *name,
                                            size_t length);

/* All records of a type, by ordinal. */
const struct record *const *archive_all(const struct archive *archive,
                                        const struct record_type *type, size_t *ret_count);

/* The record with that id (`length` bytes) in a collection, or NULL. */
const struct record *archive_find(const struct archive *archive,
                                  const struct collection *collection, const char *id,
                                  size_t length);

/* The records of a collection whose field "number" is `number`: returns how many there are and
 * stores the first `max` of them in the order of the files. */
size_t archive_find_numbered(const struct archive *archive, const struct collection *collection,
                             int64_t number, const struct record **ret_records, size_t max);

/* The relations that records of a type have, to-one and to-many. */
const struct relation *archive_relations(const struct archive *archive,
                                         const struct record_type *type, size_t *ret_count);

/* The relation of that name (`length` bytes), or NULL. */
const struct relation *archive_relation(const struct archive *archive,
                                        const struct record_type *type, const char *name,
                                        size_t length);

/* A loaded archive: every record of the meetings that it holds, checked and joined.
 *
 * Owns its records, the relations between them and the collections in which they are listed.
 * Immutable: nothing changes an archive from the time that it is loaded (load/load.h) until it is
 * destroyed, so any number of threads may read it at once. What its functions return lives as long
 * as the archive.
 *
 * May include: base, schema.
 */
#pragma once

#include "archive/field_path.h"
#include "archive/record.h"
#include "archive/record_list.h"
#include "archive/record_set.h"
#include "archive/relation.h"
#include "archive/value_order.h"
#include "base/arena.h"
#include "base/sha256_text.h"

struct archive;

/* A named list of records: all of a type, or some of them (`/speakers`). */
struct collection {
    const char *name;
    const char *documentation;
    const struct record_type *type;
    const struct record *const *records; /* in the order of the files */
    size_t count;
    const struct record_set *members; /* the same as a set; NULL if it is all of the type */
};

/* The version of an archive: what it was loaded from. */
struct archive_version {
    size_t files;
    size_t bytes;
    int64_t modified;               /* the latest change of a file, in seconds since 1970 */
    char sha256[SHA256_TEXT_BYTES]; /* digest of the bytes of all files, in the order loaded */
};

/* Accepts NULL. */
void archive_destroy(struct archive *archive);

/* Returns how much memory the records, their values and their relations take. */
size_t archive_bytes(const struct archive *archive);

struct archive_version archive_version(const struct archive *archive);

/* Returns the collections, in the order in which they are to be listed. */
const struct collection *archive_collections(const struct archive *archive, size_t *ret_count);

/* Returns the collection of that name (`length` bytes), or NULL. */
const struct collection *archive_collection(const struct archive *archive, const char *name,
                                            size_t length);

/* Returns all records of a type, by ordinal. */
const struct record *const *archive_all(const struct archive *archive,
                                        const struct record_type *type, size_t *ret_count);

/* Returns the record with that id (`length` bytes) in a collection, or NULL. */
const struct record *archive_find(const struct archive *archive,
                                  const struct collection *collection, const char *id,
                                  size_t length);

/* Finds the records of a collection whose ROLE_NUMBER is `number`. Returns how many there are, and
 * stores the first `max` of them in the order of the files. */
size_t archive_find_numbered(const struct archive *archive, const struct collection *collection,
                             int64_t number, const struct record **ret_records, size_t max);

/* Returns the relations that records of a type have, to-one and to-many. */
const struct relation *archive_relations(const struct archive *archive,
                                         const struct record_type *type, size_t *ret_count);

/* Returns the relation of that name (`length` bytes), or NULL. */
const struct relation *archive_relation(const struct archive *archive,
                                        const struct record_type *type, const char *name,
                                        size_t length);

/* The rest is for model/load, which builds an archive before anything reads it: it appends the
 * records, sets the version, joins the relations and lists the collections, in this order. */

/* How many bytes the records, their values and their relations may take. */
#define ARCHIVE_BYTES_MAX ((size_t)4 << 30)

/* Returns an archive without records; NULL if out of memory. */
struct archive *archive_create(void);

/* Returns the arena of the records and their values. */
struct arena *archive_arena(struct archive *archive);

/* Returns the list of all records of a type. */
struct record_list *archive_records(struct archive *archive, const struct record_type *type);

void archive_set_version(struct archive *archive, const struct archive_version *version);

/* Computes the members of every relation from the references in the records. Returns false if out
 * of memory. */
bool archive_relations_join(struct archive *archive);

/* Lists the collections, and the records of each type by number. Returns false if out of memory. */
bool archive_collections_list(struct archive *archive);

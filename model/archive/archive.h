/* A loaded archive: the checked records of all meetings, and the relations between them.
 *
 * An archive owns its records, relations and collections. It is immutable after it has been loaded
 * (load/load.h), so any number of threads may read it at once. The returned pointers are valid
 * until the archive is destroyed.
 *
 * May include: base, unicode, values, schema.
 */
#pragma once

#include "archive/date_bounds.h"
#include "archive/field_path.h"
#include "archive/meeting_name.h"
#include "archive/plain_date.h"
#include "archive/record.h"
#include "archive/record_list.h"
#include "archive/record_set.h"
#include "archive/relation.h"
#include "archive/value_order.h"
#include "base/arena.h"
#include "base/sha256_text.h"

struct archive;

/* A named list of records: all records of a type, or some of them (`/speakers`). */
struct collection {
    const char *name;
    const char *documentation;
    const struct record_type *type;
    const struct record *const *records; /* in the order of the files */
    size_t count;
    const struct record_set *members; /* the records as a set; NULL for all records of the type */
};

/* The version of an archive: the data from which it was loaded. */
struct archive_version {
    size_t files;                   /* number of files */
    size_t bytes;                   /* of all files */
    int64_t modified;               /* the latest change of a file, in seconds since 1970 */
    char sha256[SHA256_TEXT_BYTES]; /* digest of all files, in the order loaded */
};

/* The text of a document. */
struct document_text {
    const char *bytes; /* UTF-8 without a NUL, and ended by one */
    uint32_t length;   /* bytes */
    uint32_t lines;
};

/* Frees an archive, which may be NULL. */
void archive_destroy(struct archive *archive);

/* Returns the number of bytes that the records, their values, the texts of documents and the
 * relations occupy. */
size_t archive_bytes(const struct archive *archive);

/* Returns the version of an archive. */
struct archive_version archive_version(const struct archive *archive);

/* Returns the collections, in the order in which the service lists them. */
const struct collection *archive_collections(const struct archive *archive, size_t *ret_count);

/* Returns the collection called `name` (`length` bytes), or NULL. */
const struct collection *archive_collection(const struct archive *archive, const char *name,
                                            size_t length);

/* Returns all records of a type, ordered by ordinal. */
const struct record *const *archive_all(const struct archive *archive,
                                        const struct record_type *type, size_t *ret_count);

/* Returns the record of a collection with the id `id` (`length` bytes), or NULL. */
const struct record *archive_find(const struct archive *archive,
                                  const struct collection *collection, const char *id,
                                  size_t length);

/* Returns the record with which a record of this id was joined ("same_as"), or NULL. */
const struct record *archive_find_kept(const struct archive *archive,
                                       const struct record_type *type, const char *id,
                                       size_t length);

/* Returns the records of a type that were joined with others; they are in no collection. */
const struct record *const *archive_joined(const struct archive *archive,
                                           const struct record_type *type, size_t *ret_count);

/* Returns the number of records of a type that were joined with others because several files of
 * other formats give them one id, and so one name. */
size_t archive_joined_by_id(const struct archive *archive, const struct record_type *type);

/* Returns the record with which a record was joined, or the record itself. */
const struct record *archive_kept(const struct archive *archive, const struct record *record);

/* Finds the records of a collection whose ROLE_NUMBER is `number`. Returns the number of such
 * records, and stores the first `max` of them, in the order of the files. */
size_t archive_find_numbered(const struct archive *archive, const struct collection *collection,
                             int64_t number, const struct record **ret_records, size_t max);

/* Returns the to-one and to-many relations of a type. */
const struct relation *archive_relations(const struct archive *archive,
                                         const struct record_type *type, size_t *ret_count);

/* Returns the relation of a type called `name` (`length` bytes), or NULL. */
const struct relation *archive_relation(const struct archive *archive,
                                        const struct record_type *type, const char *name,
                                        size_t length);

/* Returns the text of a record. Returns NULL if the record is not a document or has no text. */
const struct document_text *archive_text(const struct archive *archive,
                                         const struct record *record);

/* The functions below are for model/load, which builds an archive: it appends the records, sets the
 * version, adds and drops the joined records, sets the texts, joins the relations and lists the
 * collections, in this order. */

/* The maximum number of bytes that the records, their values, the texts of documents and the
 * relations may occupy. */
#define ARCHIVE_BYTES_MAX ((size_t)4 << 30)

/* Creates an archive without records. Returns NULL if out of memory. */
struct archive *archive_create(void);

/* Returns the arena that holds the records and their values. */
struct arena *archive_arena(struct archive *archive);

/* Returns the list of all records of a type. */
struct record_list *archive_records(struct archive *archive, const struct record_type *type);

/* Remembers that a record is joined with another one, which is kept. Sets the ordinal of the joined
 * record. Returns false if out of memory. */
bool archive_add_joined(struct archive *archive, struct record *joined, const struct record *kept);

/* Counts a record that was joined because another file gives one id. */
void archive_count_joined_by_id(struct archive *archive, const struct record_type *type);

/* Takes the joined records out of the lists of records, which sets the ordinals of the others
 * again. Returns false if out of memory. */
bool archive_drop_joined(struct archive *archive);

/* Sets the version of an archive. */
void archive_set_version(struct archive *archive, const struct archive_version *version);

/* Sets the text of a document; its bytes are in the arena. Returns false if out of memory. */
bool archive_set_text(struct archive *archive, const struct record *document,
                      struct document_text text);

/* Computes the members of every relation from the references in the records. Returns false if out
 * of memory. */
bool archive_relations_join(struct archive *archive);

/* Makes the collections, and sorts the numbered records of each type. Returns false if out of
 * memory. */
bool archive_collections_list(struct archive *archive);

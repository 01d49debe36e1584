/* An archive that is being built, and the steps that build it.
 *
 * load.c runs all steps in order, even after faults, so that one run reports all faults. Each step
 * is the file with its name. If a step runs out of memory, it sets `out_of_memory` and continues or
 * returns; the archive is then discarded.
 */
#pragma once

#include "archive/archive.h"
#include "base/progress.h"
#include "files/fault.h"
#include "files/record_files.h"
#include "records/extensions.h"

struct archive_builder {
    struct archive *archive;
    struct record_files *files; /* borrowed, like the next two members */
    struct faults *faults;
    struct progress *progress;
    struct extensions extensions;
    const struct record **labels[TYPE_COUNT]; /* by type, in their order; NULL if not needed yet */
    struct arena references;                  /* the ids in references, until they are resolved */
    size_t nearest_ids;                       /* number of searches for a nearest id */
    bool incomplete;    /* true if a file could not be read: dangling references are not reported */
    bool out_of_memory; /* true if out of memory, or at the limit of an arena */
};

/* Initialises a builder with an empty archive. Returns false, and needs no finish, if out of
 * memory. */
bool archive_builder_init(struct archive_builder *builder, struct record_files *files,
                          struct faults *faults, struct progress *progress);

/* Frees the builder and its archive. */
void archive_builder_finish(struct archive_builder *builder);

/* Returns the archive, which the caller then owns. */
struct archive *archive_builder_steal(struct archive_builder *builder);

/* Returns the place of a record in its file. `places` holds it and the two places above it. */
const struct place *archive_builder_place(const struct archive_builder *builder,
                                          const struct record *record, struct place places[3]);

/* Reads all files into records, in several threads, and sets the version of the archive. */
void read_files(struct archive_builder *builder);

/* Reports whether two records with one id are one record, because both are in files of other
 * formats: people, organizations and meetings always, items, contributions, decisions and actions
 * if both files are minutes or agendas. */
bool files_join(const struct archive_builder *builder, const struct record *record,
                const struct record *known);

/* Gives a document that is a file of another format an id of its own, if another file has its id:
 * that with the name of the file. Returns false if the record is not such a document, or if the new
 * id is used, too. */
bool files_rename_document(struct archive_builder *builder, struct record *record,
                           const struct record *known);

/* Gives items, contributions and decisions whose position another file of their meeting uses, too,
 * the positions after the last one. */
void files_settle_positions(struct archive_builder *builder);

/* Reads the texts of documents, and checks their digests and numbers of lines. */
void read_texts(struct archive_builder *builder);

/* Gives each document that has a digest and no text the file with this digest from the folder of
 * texts, if there is one. Adds a fault if the folder cannot be opened. */
void read_text_folder(struct archive_builder *builder);

/* Finds the records that others are the same as ("same_as"), and adds the joined records to the
 * archive and to the extensions. */
void join_records(struct archive_builder *builder);

/* Returns the id in a list of records that is nearest to an id, or NULL, for a fault. Returns NULL
 * after a number of searches, because each takes longer than loading a record. Defined in
 * resolve_references.c. */
const char *archive_builder_nearest_id(struct archive_builder *builder,
                                       const struct record_type *type, const char *id,
                                       size_t length);

/* Finds the records that extensions extend. Drops an extension without a record, with a warning. */
void find_extended_records(struct archive_builder *builder);

/* Replaces the ids in references by the records with these ids, also in extensions. */
void resolve_references(struct archive_builder *builder);

/* Adds the values of extensions to the records that they extend. */
void extend_records(struct archive_builder *builder);

/* Adds the references that others imply. */
void imply_references(struct archive_builder *builder);

/* Gives each date its time zone. */
void zone_dates(struct archive_builder *builder);

/* Checks cited lines and pages, needed sources, the order of dates, unique numbers, cycles, and
 * to-one relations. */
void check_records(struct archive_builder *builder);

/* Warns of data that may be slips: those of check_votes and check_rooms, people of one name, and
 * data without a record. */
void check_doubts(struct archive_builder *builder);

/* Warns of slips in the votes of a type of record: counts that disagree with the ballots, two
 * counts of one option, and two ballots of one voter. */
void check_votes(struct archive_builder *builder, const struct record_type *type);

/* Warns of records of a type that use a room of one meeting at the same time. */
void check_rooms(struct archive_builder *builder, const struct record_type *type);

/* Warns of lines of texts that no record cites. */
void check_texts(struct archive_builder *builder);

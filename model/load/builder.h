/* An archive while it is built, and the steps that build it.
 *
 * load.c runs the steps in their order, even if one before has found faults, so that one run
 * reports all of them. Each step that is declared here is the file of its name. A step that runs
 * out of memory says so in the builder and continues or returns; the archive is then never used.
 */
#pragma once

#include "archive/archive.h"
#include "base/progress.h"
#include "load/fault.h"
#include "load/record_files.h"

struct archive_builder {
    struct archive *archive;
    struct record_files *files; /* borrowed, like the two below */
    struct faults *faults;
    struct progress *progress;
    struct arena references; /* the ids in references, until these are resolved */
    size_t nearest_ids;      /* number of searches for the nearest id */
    bool incomplete;         /* a file could not be read: dangling references are not reported */
    bool out_of_memory;      /* or above the ceiling of an arena */
};

/* Returns false if out of memory; nothing has then to be finished. */
bool archive_builder_init(struct archive_builder *builder, struct record_files *files,
                          struct faults *faults, struct progress *progress);

/* Frees what the builder owns, the archive included. */
void archive_builder_finish(struct archive_builder *builder);

/* Returns the archive, which is then the caller's. */
struct archive *archive_builder_steal(struct archive_builder *builder);

/* Returns the place of a record in its file: `places` holds the three places that lead to it. */
const struct place *archive_builder_place(const struct archive_builder *builder,
                                          const struct record *record, struct place places[3]);

/* Reads all files into records, several at once, and stores the archive's version. */
void read_files(struct archive_builder *builder);

/* Replaces the ids in references by the records that have them. */
void resolve_references(struct archive_builder *builder);

/* Checks what a record alone does not show: line ranges, order of dates, numbers, cycles. */
void check_records(struct archive_builder *builder);

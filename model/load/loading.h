/* An archive while it is loaded, and the steps that the files of this folder contribute. */
#pragma once

#include "archive/archive_private.h"
#include "load/load.h"
#include "load/record_files.h"

/* An archive while it is loaded. */
struct loading {
    struct archive *archive;
    struct faults *faults;
    struct archive_progress *progress;
    struct record_file *files;
    size_t file_count;
    struct arena references; /* the ids in references, until they are resolved */
    bool incomplete;    /* a file is missing or no JSON: what refers to it is not held against it */
    bool out_of_memory; /* or of the arena's ceiling; whoever sees it sets it and goes on */
};

/* Reads all files into records, and takes the digest of their bytes on the way. */
void loading_read_files(struct loading *loading);

/* Turns the ids in references into records. */
void loading_resolve_references(struct loading *loading);

/* Computes the members of every relation. */
void loading_join(struct loading *loading);

/* What only the whole shows: line ranges, dates, numbers, cycles. */
void loading_check(struct loading *loading);

/* Fills what is looked up later: numbers and collections. */
void loading_index(struct loading *loading);

/* The place of a record in its file: `places` holds the three places that lead to it. */
const struct place *loading_place(const struct loading *loading, const struct record *record,
                                  struct place places[3]);

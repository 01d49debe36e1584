/* What an archive is made of: for the files that build one, not for its readers. */
#pragma once

#include "archive/archive.h"
#include "archive/record_list.h"
#include "base/arena.h"
#include "load/record_files.h"

enum {
    COLLECTION_COUNT = TYPE_COUNT + 1
};

struct archive {
    struct arena arena; /* records, their values and texts, relations */
    struct record_list records[TYPE_COUNT];
    struct relation_list relations[TYPE_COUNT];
    /* By type: the records that have a number, by number and then by ordinal. */
    struct {
        const struct record **at;
        size_t count;
    } numbered[TYPE_COUNT];
    struct collection collections[COLLECTION_COUNT];
    struct record_set speakers;
    struct archive_origin origin;
    struct archive_indexes *indexes; /* made as they are asked for */
    struct kept_orders *orders;      /* kept as they are asked for */
    struct search_index *search;     /* or NULL */
};

/* What an archive's arena may take. */
#define ARCHIVE_BYTES_MAX ((size_t)4 << 30)

/* archive_indexes.c; NULL when out of memory, and destroy accepts it. */
struct archive_indexes *archive_indexes_create(void);
void archive_indexes_destroy(struct archive_indexes *indexes);

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

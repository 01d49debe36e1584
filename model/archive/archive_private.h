/* The members of an archive, for the files of this folder. */
#pragma once

#include "archive/archive.h"

enum {
    COLLECTION_COUNT = TYPE_COUNT + 1
};

/* The records of a type that were joined with others, and the record that is kept for each. */
struct joined_records {
    struct record_list records;
    const struct record **kept; /* by the ordinal of the joined record; allocated with malloc */
    size_t capacity;
    size_t by_id; /* number of records that were joined because files give one id */
};

struct archive {
    struct arena arena; /* records, their values and texts, texts of documents, relations */
    struct joined_records joined[TYPE_COUNT];
    struct record_list records[TYPE_COUNT];
    struct relation_list relations[TYPE_COUNT];
    struct document_text *texts; /* by the ordinal of the document; NULL if no document has one */
    /* For each type, the records that have a number, sorted by number and then by ordinal. */
    struct {
        const struct record **at;
        size_t count;
    } numbered[TYPE_COUNT];
    struct collection collections[COLLECTION_COUNT];
    struct record_set speakers;
    unsigned char *meeting_name_parts; /* by the ordinal of the meeting (meeting_name.h) */
    struct archive_version version;
};

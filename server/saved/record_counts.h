/* The number of records of each collection, by which data are compared with those before. */
#pragma once

#include "archive/archive.h"

#include <stddef.h>

enum {
    RECORD_COUNTS_MAX = 32, /* collections */
    RECORD_COUNTS_NAME_MAX = 32
};

/* All zeros: nothing is known. */
struct record_counts {
    struct {
        char collection[RECORD_COUNTS_NAME_MAX];
        size_t count;
    } at[RECORD_COUNTS_MAX];
    size_t count;
};

/* Returns the counts of an archive. */
struct record_counts record_counts_of(const struct archive *archive);

/* Adds a collection, unless there are too many or its name is too long. */
void record_counts_add(struct record_counts *counts, const char *collection, size_t count);

/* Returns the number of records of a collection, or 0 if it is not among the counts. */
size_t record_counts_find(const struct record_counts *counts, const char *collection);

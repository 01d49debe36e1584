/* Records by their labels, for references that are not ids. */
#pragma once

#include "load/builder.h"

/* The records that have a label. */
struct labelled_records {
    size_t count;
    const struct record *first, *second; /* NULL if there is no such record */
};

/* Finds the records of some types (a set of TARGET) with a label. Makes the index of a type when it
 * is first needed; if out of memory, sets that in the builder and finds no record. */
struct labelled_records labels_find(struct archive_builder *builder, unsigned targets,
                                    const char *label, size_t length);

/* Frees the indexes. */
void labels_finish(struct archive_builder *builder);

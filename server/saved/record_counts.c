#include "saved/record_counts.h"

#include <stdio.h>
#include <string.h>

void record_counts_add(struct record_counts *counts, const char *collection, size_t count)
{
    if (counts->count == RECORD_COUNTS_MAX || strlen(collection) >= RECORD_COUNTS_NAME_MAX)
        return;
    snprintf(counts->at[counts->count].collection, RECORD_COUNTS_NAME_MAX, "%s", collection);
    counts->at[counts->count++].count = count;
}

struct record_counts record_counts_of(const struct archive *archive)
{
    struct record_counts counts = {.count = 0};
    size_t count;
    const struct collection *collections = archive_collections(archive, &count);
    for (size_t i = 0; i < count; i++)
        record_counts_add(&counts, collections[i].name, collections[i].count);
    return counts;
}

size_t record_counts_find(const struct record_counts *counts, const char *collection)
{
    for (size_t i = 0; i < counts->count; i++)
        if (strcmp(counts->at[i].collection, collection) == 0)
            return counts->at[i].count;
    return 0;
}

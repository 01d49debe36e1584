/* A loaded archive and what is made from it once: all that requests are answered from.
 *
 * Owns its three members, which any number of threads may use at once.
 */
#pragma once

#include "archive/archive.h"
#include "base/progress.h"
#include "http/snapshot_view.h"
#include "select/selector.h"

struct search_index;
struct searcher;

struct snapshot_data {
    struct archive *archive;
    struct selector *selector;
    struct search_index *search_index;
};

/* Takes the archive and makes the others from it; `progress` counts the records that are indexed.
 * Returns false if out of memory: the archive is then destroyed. */
bool snapshot_data_init(struct snapshot_data *data, struct archive *archive,
                        struct progress *progress);

/* Returns what requests are answered from; `searcher` is over the data's search index, or NULL. */
struct snapshot_view snapshot_data_view(const struct snapshot_data *data,
                                        struct searcher *searcher);

/* Accepts data that is all zeros. No searcher over the index may exist any more. */
void snapshot_data_finish(struct snapshot_data *data);

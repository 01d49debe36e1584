/* A loaded archive with the selector and the search index that are built from it.
 *
 * Owns all three, which any number of threads may use at the same time.
 */
#pragma once

#include "archive/archive.h"
#include "base/progress.h"
#include "http/publication.h"
#include "http/snapshot_view.h"
#include "select/selector.h"

struct search_index;
struct searcher;

enum {
    SNAPSHOT_LONG_LIST = 10000 /* records; the indexes of a shorter list take a few milliseconds */
};

struct snapshot_data {
    struct archive *archive;
    struct selector *selector;
    struct search_index *search_index;
};

/* Builds the selector and the search index of an archive; `progress` counts the indexed records.
 * Takes ownership of the archive, also on failure. Returns false if out of memory. */
bool snapshot_data_init(struct snapshot_data *data, struct archive *archive,
                        struct progress *progress);

/* Returns the view that requests are answered from. `searcher` uses the search index of the data;
 * it may be NULL. */
struct snapshot_view snapshot_data_view(const struct snapshot_data *data,
                                        struct searcher *searcher);

/* Makes the indexes of each collection of SNAPSHOT_LONG_LIST records or more, by answering requests
 * for its page, also sorted by title, date and number, and for /docs, so that the first visitor of
 * a new version need not wait for them (seconds, for a million records). They take no more memory
 * than the ceiling of all indexes (select/value_indexes.h).
 * Does nothing if there are no pages. Stops without a fault if out of memory: the indexes are made
 * later then. */
void snapshot_data_index_lists(const struct snapshot_data *data,
                               const struct publication *publication);

/* Accepts data that is all zeros. No searcher over the index may exist any more. */
void snapshot_data_finish(struct snapshot_data *data);

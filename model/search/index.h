/* The full text of an archive, ready to be searched: SQLite's FTS5, in memory.
 *
 * A column for each enum search_column, BM25, positions for phrases; the texts themselves are not
 * stored again, as the archive has them. The index is built once and is then nothing but bytes that
 * nobody writes: each thread opens a database of its own over the same bytes (searcher.h).
 *
 * A record's row is its type and its ordinal in one number, so that rows are in the order of
 * types and files, and those of a type one behind the other.
 */
#pragma once

#include "archive/archive.h"

#include <sqlite3.h>

struct search_index;

enum {
    SEARCH_TYPE_SHIFT = 28 /* of a row: how many bits are the ordinal's */
};

/* NULL when out of memory. The archive must outlive the index. `progress` counts its records. */
struct search_index *search_index_create(const struct archive *archive,
                                         struct archive_progress *progress);

/* Accepts NULL. No searcher may use it any more. */
void search_index_destroy(struct search_index *index);

/* How many bytes it takes. */
size_t search_index_bytes(const struct search_index *index);

/* Opens a database over the index, for the calling thread alone; NULL when out of memory. To be
 * closed with sqlite3_close before the index is destroyed. Its table is "search". */
sqlite3 *search_index_open(const struct search_index *index);

/* The record of a row. */
const struct record *search_index_record(const struct search_index *index, int64_t row);

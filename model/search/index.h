/* The full text index of an archive: a table of SQLite's FTS5, in memory.
 *
 * The table has a column for each enum search_column and positions for phrases, and ranks by BM25.
 * It does not store the texts, because the archive has them. The index is built once. Then it is
 * an immutable array of bytes, and each thread opens its own database over these bytes
 * (searcher.h).
 *
 * The row id of a record is its type and its ordinal in one number, so rows are in the order of the
 * types, and within a type in the order of the files:
 *
 *     row = type index << SEARCH_TYPE_SHIFT | ordinal
 */
#pragma once

#include "archive/archive.h"
#include "base/progress.h"

#include <stdint.h>

struct search_index;
struct search_subjects;
struct sqlite3;
struct vocabulary;

enum {
    SEARCH_TYPE_SHIFT = 28 /* bits of a row id for the ordinal */
};

/* Builds the index of an archive, which must outlive it. `progress` counts the records. Returns
 * NULL if out of memory. */
struct search_index *search_index_create(const struct archive *archive, struct progress *progress);

/* Accepts NULL. No searcher may use the index any more. */
void search_index_destroy(struct search_index *index);

/* Returns the size of the index in bytes. */
size_t search_index_bytes(const struct search_index *index);

/* Opens a database over the index, for the calling thread only; its table is "search", and the
 * words of its expressions are spelt as in the index (words/fts5.h). The caller closes it with
 * sqlite3_close before the index is destroyed. Returns NULL if out of memory. */
struct sqlite3 *search_index_open(const struct search_index *index);

/* Returns the words of the index, owned by it. */
const struct vocabulary *search_index_vocabulary(const struct search_index *index);

/* Returns what each record is about, owned by the index. */
const struct search_subjects *search_index_subjects(const struct search_index *index);

/* Returns the languages whose endings are removed from words of the index, as a set of 1 <<
 * stem_language (words/stemmer.h). */
uint32_t search_index_languages(const struct search_index *index);

/* Returns the record of a row. */
const struct record *search_index_record(const struct search_index *index, int64_t row);

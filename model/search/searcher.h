/* Full text search of an archive, as one thread does it.
 *
 * A searcher is what its thread has to itself: a database over the index's bytes, its prepared
 * statements, room to work in. No searcher waits for another. It takes next to no memory before its
 * first search. What it finds follows from the archive and the question alone.
 *
 * A hit's score is BM25 (sqlite.org/fts5.html, section 5.1.1) with the weights of columns that
 * searcher.c gives; higher is better. Hits with the same score are in the order of the types, and
 * within a type of the files.
 */
#pragma once

#include "archive/archive.h"
#include "search/query.h"
#include "search/snippet.h"

struct searcher;

/* A search that has taken so much of the processor's time is given up. It is not the machine's
 * clock that counts, so a busy machine refuses no more than an idle one. */
enum {
    SEARCH_MILLISECONDS_MAX = 2000
};

enum search_status {
    SEARCH_DONE,
    SEARCH_TOO_COSTLY, /* it was given up: too much of the index would have to be read */
    SEARCH_FAILED      /* out of memory */
};

struct search_hit {
    const struct record *record;
    double score;
};

struct search_results {
    struct search_hit *hits; /* those of the page, best first; to be freed by the caller */
    size_t count;
    size_t total;               /* of the types that were asked for */
    size_t by_type[TYPE_COUNT]; /* hits of each type, whichever were asked for */
};

/* NULL when out of memory. The index must outlive it; without an index (NULL) it finds nothing. */
struct searcher *searcher_create(const struct search_index *index);

/* Accepts NULL. */
void searcher_destroy(struct searcher *searcher);

/* How long a search may take, instead of SEARCH_MILLISECONDS_MAX. */
void searcher_limit(struct searcher *searcher, long milliseconds);

/* Takes a text apart (search_query.h). */
enum search_query_status searcher_parse(struct searcher *searcher, const char *text,
                                        struct search_query *ret_query);

/* Finds records of the types in a set of TARGET(type), of which the page at `offset` with at most
 * `limit` is returned. Without SEARCH_DONE *ret_results is untouched. */
enum search_status searcher_find(struct searcher *searcher, const struct search_query *query,
                                 unsigned types, size_t limit, size_t offset,
                                 struct search_results *ret_results);

/* Finds the records of one type: *ret_ordinals has *ret_count of them in ascending order, to be
 * freed by the caller. Otherwise as above. */
enum search_status searcher_find_ordinals(struct searcher *searcher,
                                          const struct search_query *query,
                                          enum record_type_index type, uint32_t **ret_ordinals,
                                          size_t *ret_count);

/* The snippet of a hit (search_snippet.h): *ret_length bytes that the next call overwrites; NULL
 * when out of memory. */
const char *searcher_snippet(struct searcher *searcher, const struct search_query *query,
                             const struct record *record, size_t *ret_length);

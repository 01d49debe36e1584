/* Full text search of an archive, for one thread.
 *
 * A searcher has its own database over the bytes of the index, prepared statements and working
 * memory. No searcher waits for another. It allocates little before its first search. The results
 * depend only on the archive and the query.
 *
 * The score of a hit is BM25 (sqlite.org/fts5.html, section 5.1.1) with the weights of columns in
 * searcher.c; higher is better. Hits with the same score are in the order of the types, and within
 * a type in the order of the files.
 */
#pragma once

#include "archive/archive.h"
#include "search/query.h"
#include "search/snippet.h"
#include "subjects/subjects.h"

struct search_index;
struct searcher;

enum search_status {
    SEARCH_DONE,
    SEARCH_TOO_COSTLY, /* stopped because the work of the query is used up (work/work.h) */
    SEARCH_FAILED      /* out of memory */
};

struct search_hit {
    const struct record *record;
    double score;
};

struct search_results {
    struct search_hit *hits; /* of the page, best first; the caller frees them */
    size_t count;
    size_t total; /* hits of the requested types */
    /* Hits of every type, requested or not, that meet the choice in the other facets. */
    size_t by_type[TYPE_COUNT];
    struct search_facets facets; /* of searcher_find_chosen */
};

/* Creates a searcher of the index, which must outlive it. If `index` is NULL every search fails.
 * Returns NULL if out of memory. */
struct searcher *searcher_create(const struct search_index *index);

/* Accepts NULL. */
void searcher_destroy(struct searcher *searcher);

/* Parses a query (search/query.h). Finding it, and its snippets, spend from `work`, which is NULL
 * or outlives the query. */
enum search_query_status searcher_parse(struct searcher *searcher, const char *text,
                                        struct work *work, struct search_query *ret_query);

/* Finds records of the types in `types`, a set of TARGET(type), and returns the page of at most
 * `limit` hits after the first `offset`. Unless it returns SEARCH_DONE, *ret_results is
 * unchanged. */
enum search_status searcher_find(struct searcher *searcher, const struct search_query *query,
                                 unsigned types, size_t limit, size_t offset,
                                 struct search_results *ret_results);

/* Does the same among the records that meet a choice, and counts the facets. */
enum search_status searcher_find_chosen(struct searcher *searcher, const struct search_query *query,
                                        const struct search_choice *choice, size_t limit,
                                        size_t offset, struct search_results *ret_results);

/* Finds all records of one type: *ret_ordinals holds *ret_count ordinals in ascending order, which
 * the caller frees; NULL if there are none. Unless it returns SEARCH_DONE, both are unchanged. */
enum search_status searcher_find_ordinals(struct searcher *searcher,
                                          const struct search_query *query,
                                          enum record_type_ordinal type, uint32_t **ret_ordinals,
                                          size_t *ret_count);

/* Returns the snippet of a hit (search/snippet.h), *ret_length bytes that the next call overwrites.
 * Returns NULL if out of memory, or if the work of the query is used up. */
const char *searcher_snippet(struct searcher *searcher, const struct search_query *query,
                             const struct record *record, size_t *ret_length);

/* Replaces the contents of `out` by the text of a query that finds nothing, with each word that is
 * not in the index replaced by the nearest one (search/near_words.h) in its most frequent spelling.
 * Quotation marks, "-" and "*" stay, and so do excluded words. The new text
 * finds a record of one of the types. Returns false if there is no such text, or if out of memory.
 * Spends from `work`, but never so much that the answer is refused. To be called after
 * searcher_parse. */
bool searcher_suggest(struct searcher *searcher, const char *text, unsigned types,
                      struct work *work, struct buffer *out);

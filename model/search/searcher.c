#include "search/searcher.h"

#include "base/array.h"
#include "search/index.h"
#include "search/query_work.h"
#include "search/searcher_private.h"
#include "words/word_cache.h"
#include "work/work.h"

#include <stdlib.h>
#include <string.h>

/* The steps of SQLite's virtual machine between two looks at the work: several looks in each
 * millisecond, also while SQLite reads a long list of hits. */
enum {
    STEPS_BETWEEN_LOOKS = 250
};

struct searcher *searcher_create(const struct search_index *index)
{
    struct searcher *searcher = calloc(1, sizeof *searcher);
    if (!searcher)
        return NULL;
    searcher->index = index;
    snippet_init(&searcher->snippet);
    return searcher;
}

static void searcher_close_database(struct searcher *searcher)
{
    sqlite3_finalize(searcher->find);
    sqlite3_finalize(searcher->find_rows);
    sqlite3_finalize(searcher->find_any);
    tokenizer_finish(&searcher->tokenizer);
    sqlite3_close(searcher->database);
    searcher->database = NULL;
    searcher->find = searcher->find_rows = searcher->find_any = NULL;
}

void searcher_destroy(struct searcher *searcher)
{
    if (!searcher)
        return;
    searcher_close_database(searcher);
    snippet_finish(&searcher->snippet);
    facet_counters_finish(&searcher->counters);
    free(searcher);
}

static int is_work_used_up(void *context)
{
    const struct searcher *searcher = context;
    return searcher->work && !work_look(searcher->work);
}

/* Scores only hits of the requested types: ?2 is the set of types. The weights are those of title,
 * text and notes. */
static bool prepare_statements(struct searcher *searcher)
{
    static const char find[] = "SELECT rowid, CASE WHEN ?2 >> (rowid >> 28) & 1"
                               " THEN bm25(search, 10.0, 3.0, 1.0) END"
                               " FROM search WHERE search MATCH ?1";
    static const char find_rows[] =
        "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3";
    _Static_assert(SEARCH_TYPE_SHIFT == 28, "the statement above contains the same number");
    sqlite3_progress_handler(searcher->database, STEPS_BETWEEN_LOOKS, is_work_used_up, searcher);
    return sqlite3_prepare_v3(searcher->database, find, -1, SQLITE_PREPARE_PERSISTENT,
                              &searcher->find, NULL) == SQLITE_OK &&
           sqlite3_prepare_v3(searcher->database, find_rows, -1, SQLITE_PREPARE_PERSISTENT,
                              &searcher->find_rows, NULL) == SQLITE_OK;
}

/* Begins a search: sets its work, and opens the database before the first search. */
static bool begin_search(struct searcher *searcher, struct work *work)
{
    searcher->work = work;
    if (searcher->database)
        return true;
    if (!searcher->index)
        return false;
    searcher->database = search_index_open(searcher->index);
    if (searcher->database &&
        tokenizer_init(&searcher->tokenizer, searcher->database, WORD_CACHE_SMALL) &&
        prepare_statements(searcher))
        return true;
    searcher_close_database(searcher);
    return false;
}

enum search_query_status searcher_parse(struct searcher *searcher, const char *text,
                                        struct work *work, struct search_query *ret_query)
{
    return begin_search(searcher, work)
               ? search_query_parse(text, &searcher->tokenizer,
                                    search_index_vocabulary(searcher->index),
                                    search_index_languages(searcher->index), work, ret_query)
               : SEARCH_QUERY_OUT_OF_MEMORY;
}

/* Spends the work of reading the query's words. Returns false if it is too much. */
static bool spend_reading(const struct searcher *searcher, const struct search_query *query,
                          bool ranked)
{
    const struct vocabulary *vocabulary = search_index_vocabulary(searcher->index);
    return !query->work || work_spend(query->work, WORK_SEARCH,
                                      ranked ? query_work(query, vocabulary, true)
                                             : query_matching_work(query, vocabulary));
}

/* The hits of a search, each as one number. */
struct packed_hits {
    uint64_t *at; /* allocated with malloc */
    size_t count, capacity;
};

static bool packed_hits_add(struct packed_hits *hits, uint64_t hit)
{
    uint64_t *at = array_reserve(hits->at, &hits->capacity, hits->count + 1, sizeof *at);
    if (!at)
        return false;
    hits->at = at;
    hits->at[hits->count++] = hit;
    return true;
}

/* Packs a score and a row into one number, so that hits sort as numbers: the better hit has the
 * smaller number, and of two with the same score the earlier row. The bits of positive floats are
 * in the order of the floats. */
static uint64_t pack_hit(double score, int64_t row)
{
    const float single = score > 0 ? (float)score : 0;
    uint32_t bits;
    memcpy(&bits, &single, sizeof bits);
    return (uint64_t)(UINT32_MAX - bits) << 32 | (uint64_t)row;
}

static struct search_hit unpack_hit(const struct searcher *searcher, uint64_t packed)
{
    const uint32_t bits = UINT32_MAX - (uint32_t)(packed >> 32);
    float single;
    memcpy(&single, &bits, sizeof single);
    return (struct search_hit){search_index_record(searcher->index, (int64_t)(uint32_t)packed),
                               (double)single};
}

static enum search_status search_status_of(int result)
{
    return result == SQLITE_DONE        ? SEARCH_DONE
           : result == SQLITE_INTERRUPT ? SEARCH_TOO_COSTLY
                                        : SEARCH_FAILED;
}

/* What is searched for, besides the words. */
struct hit_request {
    const struct search_choice *choice;
    bool counts_facets;
};

/* The rows among which the hits are, in ascending order; all rows if `limits` is false. */
struct row_list {
    uint32_t *at; /* allocated with malloc */
    size_t count, next;
    bool limits;
};

/* Reports whether a row is in a list. Rows are asked for in ascending order. */
static bool row_list_has(struct row_list *rows, int64_t row)
{
    while (rows->next < rows->count && rows->at[rows->next] < row)
        rows->next++;
    return !rows->limits || (rows->next < rows->count && rows->at[rows->next] == row);
}

/* Counts a hit, by its type and in the facets. Returns true if it is a result. */
static bool count_hit(struct searcher *searcher, const struct hit_request *request, int64_t row,
                      struct search_results *results)
{
    const size_t type = (size_t)(row >> SEARCH_TYPE_SHIFT);
    bool counts_type = true, found = request->choice->types & TARGET(type);
    if (request->counts_facets)
        found = facet_counters_add(
            &searcher->counters, request->choice, search_index_subjects(searcher->index), type,
            (uint32_t)row & ((UINT32_C(1) << SEARCH_TYPE_SHIFT) - 1), searcher->work, &counts_type);
    results->by_type[type] += counts_type;
    return found;
}

/* Runs the statement: counts every hit that is among some rows, and stores those that are results.
 */
static enum search_status collect_hits(struct searcher *searcher, const struct hit_request *request,
                                       struct row_list *among, struct packed_hits *found,
                                       struct search_results *results)
{
    sqlite3_stmt *find = searcher->find;
    int result;
    while ((result = sqlite3_step(find)) == SQLITE_ROW) {
        const int64_t row = sqlite3_column_int64(find, 0);
        if (!work_spend(searcher->work, WORK_SEARCH, WORK_HIT))
            return SEARCH_TOO_COSTLY;
        if (row_list_has(among, row) && count_hit(searcher, request, row, results) &&
            !packed_hits_add(found, pack_hit(-sqlite3_column_double(find, 1), row)))
            return SEARCH_FAILED;
    }
    return search_status_of(result);
}

static void swap_hits(uint64_t *a, uint64_t *b)
{
    const uint64_t hit = *a;
    *a = *b;
    *b = hit;
}

/* Moves the `wanted` smallest numbers to the front, in any order, by Hoare's quickselect. So the
 * cost of a page does not depend on its offset, and only the page is sorted. */
static void select_smallest_hits(uint64_t *at, size_t count, size_t wanted)
{
    while (count > 1 && wanted > 0 && wanted < count) {
        const uint64_t pivot = at[(count - 1) / 2]; /* so that neither part is empty */
        size_t low = 0, high = count - 1;
        for (;;) {
            while (at[low] < pivot)
                low++;
            while (at[high] > pivot)
                high--;
            if (low >= high)
                break;
            swap_hits(&at[low++], &at[high--]);
        }
        const size_t left = high + 1;
        if (wanted <= left) {
            count = left;
        } else {
            at += left;
            count -= left;
            wanted -= left;
        }
    }
}

static int compare_hits(const void *left, const void *right)
{
    const uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* Returns the page of all hits, allocated with malloc, or NULL if out of memory. */
static struct search_hit *cut_hit_page(const struct searcher *searcher, struct packed_hits *found,
                                       size_t limit, size_t offset, size_t *ret_count)
{
    const size_t begin = offset < found->count ? offset : found->count;
    const size_t left = found->count - begin, count = left < limit ? left : limit;
    struct search_hit *hits = malloc((count + 1) * sizeof *hits);
    *ret_count = count;
    if (!hits)
        return NULL;
    if (count == 0)
        return hits; /* found->at is NULL if there are no hits */
    uint64_t *page = found->at + begin;
    select_smallest_hits(found->at, found->count, begin);
    select_smallest_hits(page, left, count);
    qsort(page, count, sizeof *page, compare_hits);
    for (size_t i = 0; i < count; i++)
        hits[i] = unpack_hit(searcher, page[i]);
    return hits;
}

/* Runs the search, with its counters if facets are counted. */
static enum search_status run_search(struct searcher *searcher, const struct search_query *query,
                                     const struct hit_request *request, struct row_list *among,
                                     struct packed_hits *found, struct search_results *results)
{
    enum search_status status = SEARCH_DONE;
    if (request->counts_facets &&
        !facet_counters_begin(&searcher->counters, search_index_subjects(searcher->index)))
        return SEARCH_FAILED;
    if (*query->expression) {
        sqlite3_bind_text(searcher->find, 1, query->expression, -1, SQLITE_STATIC);
        sqlite3_bind_int64(searcher->find, 2, request->choice->types);
        status = collect_hits(searcher, request, among, found, results);
        sqlite3_reset(searcher->find);
    }
    if (request->counts_facets && !facet_counters_end(&searcher->counters, &results->facets))
        return SEARCH_FAILED;
    return status;
}

/* Appends the rows that a query finds from one row to another, in ascending order, without the bits
 * of the types above `mask`. */
static enum search_status collect_rows(const struct searcher *searcher,
                                       const struct search_query *query, int64_t from, int64_t to,
                                       uint32_t mask, struct row_list *rows)
{
    sqlite3_stmt *find = searcher->find_rows;
    size_t capacity = 0;
    int result;
    sqlite3_bind_text(find, 1, query->expression, -1, SQLITE_STATIC);
    sqlite3_bind_int64(find, 2, from);
    sqlite3_bind_int64(find, 3, to);
    while ((result = sqlite3_step(find)) == SQLITE_ROW) {
        uint32_t *at = array_reserve(rows->at, &capacity, rows->count + 1, sizeof *at);
        if (at)
            rows->at = at;
        if (!at || !work_spend(searcher->work, WORK_SEARCH, WORK_HIT))
            break;
        at[rows->count++] = (uint32_t)sqlite3_column_int64(find, 0) & mask;
    }
    const enum search_status status = result != SQLITE_ROW              ? search_status_of(result)
                                      : work_is_used_up(searcher->work) ? SEARCH_TOO_COSTLY
                                                                        : SEARCH_FAILED;
    sqlite3_reset(find);
    return status;
}

/* Finds the hits of a query, ranked by all of its words, or if `ranked` is another query by those
 * of that one. */
static enum search_status find_ranked(struct searcher *searcher, const struct search_query *query,
                                      const struct search_query *ranked,
                                      const struct hit_request *request, struct packed_hits *found,
                                      struct search_results *results)
{
    struct row_list among = {.limits = ranked != query};
    enum search_status status = SEARCH_DONE;
    if ((among.limits && !spend_reading(searcher, query, false)) ||
        !spend_reading(searcher, ranked, true))
        return SEARCH_TOO_COSTLY;
    if (among.limits)
        status = collect_rows(searcher, query, 0, UINT32_MAX, UINT32_MAX, &among);
    if (status == SEARCH_DONE)
        status = run_search(searcher, ranked, request, &among, found, results);
    free(among.at);
    return status;
}

static enum search_status find(struct searcher *searcher, const struct search_query *query,
                               const struct hit_request *request, size_t limit, size_t offset,
                               struct search_results *ret_results)
{
    struct search_results results = {0};
    struct packed_hits found = {0};
    struct search_query rarer;
    if (!begin_search(searcher, query->work))
        return SEARCH_FAILED;
    const bool chosen =
        query_choose_ranked(query, search_index_vocabulary(searcher->index), &rarer);
    const enum search_status status =
        find_ranked(searcher, query, chosen ? &rarer : query, request, &found, &results);
    results.total = found.count;
    struct search_hit *hits = status == SEARCH_DONE
                                  ? cut_hit_page(searcher, &found, limit, offset, &results.count)
                                  : NULL;
    free(found.at);
    if (!hits)
        return status == SEARCH_DONE ? SEARCH_FAILED : status;
    *ret_results = results;
    ret_results->hits = hits;
    return SEARCH_DONE;
}

enum search_status searcher_find(struct searcher *searcher, const struct search_query *query,
                                 unsigned types, size_t limit, size_t offset,
                                 struct search_results *ret_results)
{
    const struct search_choice choice = {.types = types};
    return find(searcher, query, &(struct hit_request){&choice, false}, limit, offset, ret_results);
}

enum search_status searcher_find_chosen(struct searcher *searcher, const struct search_query *query,
                                        const struct search_choice *choice, size_t limit,
                                        size_t offset, struct search_results *ret_results)
{
    return find(searcher, query, &(struct hit_request){choice, true}, limit, offset, ret_results);
}

enum search_status searcher_find_ordinals(struct searcher *searcher,
                                          const struct search_query *query,
                                          enum record_type_ordinal type, uint32_t **ret_ordinals,
                                          size_t *ret_count)
{
    const int64_t first = (int64_t)type << SEARCH_TYPE_SHIFT;
    enum search_status status = SEARCH_DONE;
    struct row_list rows = {.count = 0};
    if (!begin_search(searcher, query->work))
        return SEARCH_FAILED;
    if (!spend_reading(searcher, query, false))
        return SEARCH_TOO_COSTLY;
    if (*query->expression)
        status = collect_rows(searcher, query, first, first + (1 << SEARCH_TYPE_SHIFT) - 1,
                              (UINT32_C(1) << SEARCH_TYPE_SHIFT) - 1, &rows);
    if (status == SEARCH_DONE) {
        *ret_ordinals = rows.at;
        *ret_count = rows.count;
    } else {
        free(rows.at);
    }
    return status;
}

const char *searcher_snippet(struct searcher *searcher, const struct search_query *query,
                             const struct record *record, size_t *ret_length)
{
    if (!begin_search(searcher, query->work) ||
        !snippet_write(&searcher->snippet, &searcher->tokenizer, query, record))
        return NULL;
    *ret_length = searcher->snippet.out.length;
    return searcher->snippet.out.bytes ? searcher->snippet.out.bytes : "";
}

/* usage: search PATH [QUERY...] - compares the cost of a search with that of bare FTS5.
 *
 * Loads an archive and prints the cost of building its search index. Then each query runs in turn
 * in FTS5, through SQLite's C interface (SELECT rowid ... ORDER BY rank LIMIT 20), and in the
 * searcher, which also counts all hits, in total and by type, and makes the snippets of 20 hits.
 * Prints the ratio of their processor times. */
#include "load/load.h"
#include "search/index.h"
#include "search/searcher.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum {
    ROUNDS = 9,
    PAGE = 20
};

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static size_t ask_bare(sqlite3_stmt *statement, const char *expression)
{
    size_t rows = 0;
    sqlite3_bind_text(statement, 1, expression, -1, SQLITE_STATIC);
    while (sqlite3_step(statement) == SQLITE_ROW)
        rows += sqlite3_column_int64(statement, 0) >= 0;
    sqlite3_reset(statement);
    return rows;
}

static size_t ask_searcher(struct searcher *searcher, const char *q, bool snippets)
{
    struct search_query query;
    struct search_results results;
    size_t length, total = 0;
    if (searcher_parse(searcher, q, NULL, &query) != SEARCH_QUERY_OK ||
        searcher_find(searcher, &query, ~0u, PAGE, 0, &results) != SEARCH_DONE)
        return SIZE_MAX;
    for (size_t i = 0; snippets && i < results.count; i++)
        searcher_snippet(searcher, &query, results.hits[i].record, &length);
    total = results.total;
    free(results.hits);
    return total;
}

static int compare(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double median(double times[ROUNDS])
{
    qsort(times, ROUNDS, sizeof *times, compare);
    return times[ROUNDS / 2];
}

static void measure(struct searcher *searcher, sqlite3_stmt *bare, const char *q)
{
    struct search_query query;
    double times[3][ROUNDS], rows = 0;
    size_t total = 0;
    searcher_parse(searcher, q, NULL, &query);
    for (size_t i = 0; i < ROUNDS; i++) {
        const double begin = seconds(CLOCK_THREAD_CPUTIME_ID);
        rows = (double)ask_bare(bare, query.expression);
        const double middle = seconds(CLOCK_THREAD_CPUTIME_ID);
        total = ask_searcher(searcher, q, true);
        const double end = seconds(CLOCK_THREAD_CPUTIME_ID);
        ask_searcher(searcher, q, false);
        times[0][i] = middle - begin;
        times[1][i] = end - middle;
        times[2][i] = seconds(CLOCK_THREAD_CPUTIME_ID) - end;
    }
    const double base = median(times[0]);
    printf("%-28s %9zd hits  %.2f of bare FTS5, %.2f without snippets (bare: %.2f ms, %g rows)\n",
           q, (ssize_t)total, median(times[1]) / base, median(times[2]) / base, base * 1e3, rows);
}

int main(int argc, char **argv)
{
    static const char *const queries[] = {"energy security",     "regional cooperation",
                                          "\"energy security\"", "negotiat*",
                                          "energy -security",    "the"};
    struct progress progress = {.step = NULL};
    struct archive *archive = NULL;
    struct faults faults;
    sqlite3_stmt *bare = NULL;
    faults_init(&faults);
    const char *path = argc > 1 ? argv[1] : NULL;
    const double begin = seconds(CLOCK_PROCESS_CPUTIME_ID);
    if (load_archive_files(&path, path ? 1 : 0, &faults, &archive) != LOAD_SUCCEEDED)
        return EXIT_FAILURE;
    const double loaded = seconds(CLOCK_PROCESS_CPUTIME_ID);
    struct search_index *index = search_index_create(archive, &progress);
    if (!index)
        return EXIT_FAILURE;
    const double indexed = seconds(CLOCK_PROCESS_CPUTIME_ID);
    const double bytes = (double)archive_version(archive).bytes;
    printf("%zu records, %.1f MB of JSON; index of %.2f times its bytes, built in %.2f times the "
           "processor time of loading (%.2f s, %.1f MB of JSON/s)\n",
           (size_t)progress.done, bytes / 1e6, (double)search_index_bytes(index) / bytes,
           (indexed - loaded) / (loaded - begin), indexed - loaded,
           bytes / 1e6 / (indexed - loaded));
    struct searcher *searcher = searcher_create(index);
    sqlite3 *database = search_index_open(index);
    sqlite3_prepare_v2(database,
                       "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rank LIMIT 20", -1,
                       &bare, NULL);
    for (int i = 2; i < argc; i++)
        measure(searcher, bare, argv[i]);
    for (size_t i = 0; argc <= 2 && i < sizeof queries / sizeof *queries; i++)
        measure(searcher, bare, queries[i]);
    sqlite3_finalize(bare);
    sqlite3_close(database);
    searcher_destroy(searcher);
    search_index_destroy(index);
    archive_destroy(archive);
    faults_finish(&faults);
    return EXIT_SUCCESS;
}

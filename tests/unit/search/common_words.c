/* Searches with a word that is too frequent to rank by. */
#include "archive_fixture.h"
#include "search/searcher.h"
#include "work/work.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

enum {
    REPEATED = 1000,         /* occurrences of "lamp" */
    ALLOWED = 40 * REPEATED, /* units: enough to read them once, not twice */
    TEXT_BYTES = 16 * REPEATED
};

static struct archive_fixture fixture;

/* Loads events: "both" has the words "quay" and "lamp", "dark" only "quay", and "lit" only "lamp".
 */
static void start(void)
{
    char *text = malloc(TEXT_BYTES);
    cr_assert(text);
    strcpy(text, "{'events': [{'id': 'dark', 'title': 'A quay'},"
                 "{'id': 'lit', 'title': 'A lamp'},"
                 "{'id': 'both', 'title': 'The quay', 'description': 'old pier");
    for (size_t i = 0; i < REPEATED; i++)
        strcat(text, " lamp");
    strcat(text, "'}]}");
    fixture = archive_fixture_create(load_text(text));
    free(text);
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(common_words, .init = start, .fini = stop);

/* Searches within some work. Stores the ids of the hits. */
static enum search_status search(const char *q, uint64_t allowed, char ids[100])
{
    struct search_query query;
    struct search_results results = {0};
    struct work work;
    work_begin(&work, allowed, 0);
    cr_assert_eq(searcher_parse(fixture.view.searcher, q, &work, &query), SEARCH_QUERY_OK);
    const enum search_status status =
        searcher_find(fixture.view.searcher, &query, ~0u, 10, 0, &results);
    *ids = '\0';
    for (size_t i = 0; status == SEARCH_DONE && i < results.count; i++)
        strcat(strcat(ids, i ? " " : ""), record_id(results.hits[i].record));
    cr_expect(status != SEARCH_DONE || results.total == results.count);
    free(results.hits);
    return status;
}

Test(common_words, a_frequent_word_beside_a_rare_one_changes_the_ranking_but_not_the_hits)
{
    static const char *const queries[] = {"quay lamp", "lamp quay",         "quay lamps -wreck",
                                          "lamp qua*", "\"the quay\" lamp", "lamp pier quay"};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        char ids[100];
        cr_expect_eq(search(queries[i], UINT64_MAX, ids), SEARCH_DONE);
        cr_expect_str_eq(ids, "both", "%s: %s", queries[i], ids);
        cr_expect_eq(search(queries[i], ALLOWED, ids), SEARCH_DONE, "%s", queries[i]);
        cr_expect_str_eq(ids, "both", "%s: %s", queries[i], ids);
    }
}

Test(common_words, frequent_words_alone_are_too_much_work)
{
    static const char *const queries[] = {"lamp", "\"lamp lamp\"", "lamp \"lamp lamp\"",
                                          "quay -lamp"};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        char ids[100];
        cr_expect_eq(search(queries[i], ALLOWED, ids), SEARCH_TOO_COSTLY, "%s", queries[i]);
    }
}

/* Fuzzes search with texts as a search box sends them, and checks hits and snippets. */
#include "input.h"
#include "search/searcher.h"
#include "small_archive.h"

#include <jansson.h>
#include <string.h>

static bool is_utf8(const char *text, size_t length)
{
    json_t *json = json_stringn(text, length);
    json_decref(json);
    return json;
}

/* Marks must come in pairs, and no character may be cut. */
static void check_snippet(const char *snippet, size_t length)
{
    bool marked = false;
    MUST(snippet && is_utf8(snippet, length));
    for (size_t i = 0; i < length; i++) {
        MUST(snippet[i] != (marked ? SEARCH_MARK_BEGIN : SEARCH_MARK_END));
        marked ^= snippet[i] == SEARCH_MARK_BEGIN || snippet[i] == SEARCH_MARK_END;
    }
    MUST(!marked);
}

static void check_hits(struct searcher *searcher, const struct search_query *query)
{
    const unsigned all = TARGET(TYPE_COUNT) - 1;
    const size_t page = 10;
    struct search_results results;
    size_t total = 0;
    MUST(searcher_find(searcher, query, all, page, 0, &results) == SEARCH_DONE);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        total += results.by_type[i];
    MUST(results.total == total && results.count == (total < page ? total : page));
    for (size_t i = 0; i < results.count; i++) {
        size_t length = 0;
        const char *snippet = searcher_snippet(searcher, query, results.hits[i].record, &length);
        check_snippet(snippet, length);
        MUST(i == 0 || results.hits[i - 1].score >= results.hits[i].score);
    }
    free(results.hits);
}

static void check_ordinals(struct searcher *searcher, const struct search_query *query)
{
    uint32_t *ordinals;
    size_t count;
    MUST(searcher_find_ordinals(searcher, query, TYPE_PAPER, &ordinals, &count) == SEARCH_DONE);
    for (size_t i = 1; i < count; i++)
        MUST(ordinals[i - 1] < ordinals[i]);
    free(ordinals);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct searcher *searcher = small_archive_view()->searcher;
    char *text = input_text(data, size);
    struct search_query *query = malloc(sizeof *query);
    MUST(query);
    if (is_utf8(text, strlen(text)) &&
        searcher_parse(searcher, text, NULL, query) == SEARCH_QUERY_OK) {
        check_hits(searcher, query);
        check_ordinals(searcher, query);
    }
    free(query);
    free(text);
    return 0;
}

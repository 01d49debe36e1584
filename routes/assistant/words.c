#include "assistant/words.h"

#include "search/search.h"

bool words_check(struct tool_call *call, const char *argument, const char *words)
{
    struct search_query query;
    struct searcher *searcher = call->mcp->snapshot->searcher;
    if (!searcher || searcher_parse(searcher, words, NULL, &query) != SEARCH_QUERY_OK ||
        query.phrase_count > 0)
        return true;
    tool_fail(call->mcp,
              "\"%s\" has no word to search for: a word after \"-\" is only excluded, and signs "
              "are not words. Add a word that is to occur.",
              argument);
    return false;
}

#include "assistant/words.h"

#include "base/utf8.h"
#include "search/search.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    NOTE_BYTES = 900
};

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

struct fetch_target words_search(const char *words, const struct words_scope *scope)
{
    struct fetch_target search = {.length = 0};
    fetch_path(&search, "/search");
    fetch_text(&search, "q", words);
    fetch_list(&search, "type", scope->types);
    fetch_list(&search, "person", scope->person);
    fetch_list(&search, "meeting", scope->meeting);
    return search;
}

int64_t words_count(struct mcp *mcp, const char *words, const struct words_scope *scope)
{
    struct fetch_target search = words_search(words, scope);
    fetch_number(&search, "limit", 0);
    const json_t *found = fetch_json(mcp, &search);
    return found ? json_integer_value(json_object_get(json_object_get(found, "meta"), "total"))
                 : -1;
}

const char *words_next(const char *text, char ret_word[WORD_BYTES])
{
    char word[WORD_BYTES];
    for (;;) {
        text += strspn(text, " \t\r\n");
        size_t length = strcspn(text, " \t\r\n"), begin = 0, end = length;
        if (length == 0)
            return NULL;
        while (begin < end && ispunct((unsigned char)text[begin]))
            begin++;
        while (end > begin && ispunct((unsigned char)text[end - 1]))
            end--;
        const bool excluded = *text == '-';
        snprintf(word, sizeof word, "%.*s", (int)(end - begin), text + begin);
        text += length;
        if (excluded || !*word)
            continue;
        utf8_copy_valid(word, ret_word, WORD_BYTES);
        return text;
    }
}

void words_note_each(struct mcp *mcp, const char *words, const struct words_scope *scope,
                     json_t *content)
{
    char word[WORD_BYTES], note[NOTE_BYTES];
    size_t count = 0, used = (size_t)snprintf(note, sizeof note,
                                              "No record has all of these words. Alone they find:");
    while (count < WORDS_MAX && (words = words_next(words, word))) {
        const int64_t total = words_count(mcp, word, scope);
        if (total < 0)
            return;
        used += (size_t)snprintf(note + used, sizeof note - used, "%s %s %" PRId64,
                                 count++ ? "," : "", word, total);
    }
    snprintf(note + used, sizeof note - used,
             ". Try other or fewer words before you say that the record is silent; do not guess.");
    if (count > 1)
        mcp_set_text(content, "note", note);
}

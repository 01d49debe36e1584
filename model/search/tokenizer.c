#include "search/words.h"

/* FTS5 hands its functions out through a pointer that is bound to a statement
 * (sqlite.org/fts5.html, section 7). */
fts5_api *search_words_api(sqlite3 *connection)
{
    fts5_api *api = NULL;
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

bool search_words_init(struct search_words *words, sqlite3 *connection)
{
    static const char *arguments[] = {"unicode61", "remove_diacritics", "2"};
    void *context = NULL;
    fts5_api *api = search_words_api(connection);
    words->tokenizer = NULL;
    return api &&
           api->xFindTokenizer(api, SEARCH_TOKENIZER_NAME, &context, &words->module) == SQLITE_OK &&
           words->module.xCreate(context, arguments, 3, &words->tokenizer) == SQLITE_OK;
}

void search_words_finish(struct search_words *words)
{
    if (words->tokenizer)
        words->module.xDelete(words->tokenizer);
    words->tokenizer = NULL;
}

struct reading {
    search_word_reader *read;
    void *context;
};

static int pass_on(void *context, int flags, const char *word, int length, int begin, int end)
{
    const struct reading *reading = context;
    (void)flags;
    return reading->read(reading->context, word, (size_t)length, (size_t)begin, (size_t)end)
               ? SQLITE_OK
               : SQLITE_DONE;
}

bool search_words_read(struct search_words *words, const char *text, size_t length,
                       search_word_reader *read, void *context)
{
    struct reading reading = {read, context};
    return words->module.xTokenize(words->tokenizer, &reading, FTS5_TOKENIZE_AUX, text, (int)length,
                                   pass_on) == SQLITE_OK;
}

#include "search/tokenizer.h"

/* FTS5 passes its functions through a pointer that is bound to a statement. */
fts5_api *tokenizer_api(sqlite3 *connection)
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

bool tokenizer_init(struct tokenizer *tokenizer, sqlite3 *connection)
{
    static const char *arguments[] = {"unicode61", "remove_diacritics", "2"};
    void *context = NULL;
    fts5_api *api = tokenizer_api(connection);
    tokenizer->instance = NULL;
    return api &&
           api->xFindTokenizer(api, TOKENIZER_NAME, &context, &tokenizer->module) == SQLITE_OK &&
           tokenizer->module.xCreate(context, arguments, 3, &tokenizer->instance) == SQLITE_OK;
}

void tokenizer_finish(struct tokenizer *tokenizer)
{
    if (tokenizer->instance)
        tokenizer->module.xDelete(tokenizer->instance);
    tokenizer->instance = NULL;
}

struct tokenizer_visit {
    tokenizer_visitor *visit;
    void *context;
};

static int tokenizer_visit_word(void *context, int flags, const char *word, int length, int begin,
                                int end)
{
    const struct tokenizer_visit *visit = context;
    (void)flags;
    return visit->visit(visit->context, word, (size_t)length, (size_t)begin, (size_t)end)
               ? SQLITE_OK
               : SQLITE_DONE;
}

bool tokenizer_read(struct tokenizer *tokenizer, const char *text, size_t length,
                    tokenizer_visitor *visit, void *context)
{
    struct tokenizer_visit visiting = {visit, context};
    return tokenizer->module.xTokenize(tokenizer->instance, &visiting, FTS5_TOKENIZE_AUX, text,
                                       (int)length, tokenizer_visit_word) == SQLITE_OK;
}

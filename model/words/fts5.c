#include "words/fts5.h"

#include "words/tokenizer.h"

/* FTS5 passes its functions through a pointer that is bound to a statement. */
fts5_api *fts5_find_api(sqlite3 *connection)
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

/* FTS5's callback for a word. */
typedef int fts5_word_visitor(void *context, int flags, const char *word, int length, int begin,
                              int end);

/* Returns the context of the registration as the instance. FTS5 does not use the pointer, but it
 * must not be NULL. */
static int fts5_create_instance(void *context, const char **arguments, int count,
                                Fts5Tokenizer **ret_instance)
{
    static char stateless;
    (void)arguments, (void)count;
    *ret_instance = context ? context : (void *)&stateless;
    return SQLITE_OK;
}

static void fts5_destroy_instance(Fts5Tokenizer *instance)
{
    (void)instance;
}

static int fts5_read_verbatim(Fts5Tokenizer *instance, void *context, int flags, const char *text,
                              int length, fts5_word_visitor *visit)
{
    int result = SQLITE_OK, kind = 0;
    (void)instance, (void)flags;
    for (int begin = 0, end; begin < length && result == SQLITE_OK; begin = end + 1) {
        for (end = begin; end < length && text[end] != ' ' && text[end] != *FTS5_OR;)
            end++;
        if (end > begin)
            result = visit(context, kind, text + begin, end - begin, begin, end);
        kind = end < length && text[end] == *FTS5_OR ? FTS5_TOKEN_COLOCATED : 0;
    }
    return result;
}

bool fts5_register_verbatim(fts5_api *api, const char *name)
{
    fts5_tokenizer verbatim = {fts5_create_instance, fts5_destroy_instance, fts5_read_verbatim};
    return api->xCreateTokenizer(api, name, NULL, &verbatim, NULL) == SQLITE_OK;
}

/* A text that FTS5 adds to the index. */
struct fts5_text {
    fts5_word_visitor *visit;
    void *context;
    int result; /* of the last call of `visit` */
};

static bool fts5_visit_word(void *context, const struct tokenizer_word *word)
{
    struct fts5_text *text = context;
    const int flags = word_is_form(word) ? FTS5_TOKEN_COLOCATED : 0;
    text->result = text->visit(text->context, flags, word->text, (int)word->length,
                               (int)word->begin, (int)word->end);
    return text->result == SQLITE_OK;
}

static int fts5_read_text(Fts5Tokenizer *instance, void *context, int flags, const char *text,
                          int length, fts5_word_visitor *visit)
{
    struct fts5_text reading = {visit, context, SQLITE_OK};
    (void)flags;
    return tokenizer_read((struct tokenizer *)instance, text, (size_t)length, fts5_visit_word,
                          &reading)
               ? reading.result
               : SQLITE_NOMEM;
}

bool fts5_register_tokenizer(fts5_api *api, const char *name, struct tokenizer *tokenizer)
{
    fts5_tokenizer module = {fts5_create_instance, fts5_destroy_instance, fts5_read_text};
    return api->xCreateTokenizer(api, name, tokenizer, &module, NULL) == SQLITE_OK;
}

/* Splits a text into the words that full text search compares: in lower case, without diacritics,
 * and English words without their endings.
 *
 * It calls the tokenizer of SQLite's FTS5 that also builds the index, so the words of a query or a
 * snippet have the same spelling as in the index.
 */
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

/* The tokenizer, as the table of the index declares it; tokenizer_init creates the same one. */
#define TOKENIZER_NAME "porter"
#define TOKENIZER_DECLARATION TOKENIZER_NAME " unicode61 remove_diacritics 2"

struct tokenizer {
    fts5_tokenizer module;
    Fts5Tokenizer *instance;
};

/* Creates a tokenizer of the database connection. Returns false if out of memory, or if SQLite has
 * no FTS5; the caller finishes it in either case. */
bool tokenizer_init(struct tokenizer *tokenizer, sqlite3 *connection);

/* Destroys the tokenizer; to be called before the connection is closed. Accepts one that is all
 * zero. */
void tokenizer_finish(struct tokenizer *tokenizer);

/* Returns FTS5's functions of a connection (sqlite.org/fts5.html, section 7), or NULL. */
fts5_api *tokenizer_api(sqlite3 *connection);

/* Called with each word, and with its place in the text: the bytes from `begin` to before `end`.
 * Returns false to stop reading. */
typedef bool tokenizer_visitor(void *context, const char *word, size_t length, size_t begin,
                               size_t end);

/* Calls `visit` with the words of a text of less than 1 GiB, in their order, until it returns
 * false. Returns false if out of memory. */
bool tokenizer_read(struct tokenizer *tokenizer, const char *text, size_t length,
                    tokenizer_visitor *visit, void *context);

/* How full text search takes a text apart: into words without case and diacritics, and those of
 * English without their endings. It is done by SQLite's own tokenizer, the one that its index is
 * made with, so whatever is compared with the index is taken apart alike. */
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

/* As the index declares it; search_words_init makes the same. */
#define SEARCH_TOKENIZER_NAME "porter"
#define SEARCH_TOKENIZER SEARCH_TOKENIZER_NAME " unicode61 remove_diacritics 2"

struct search_words {
    fts5_tokenizer module;
    Fts5Tokenizer *tokenizer;
};

/* A connection's tokenizer. False when out of memory, or where SQLite has no FTS5. */
bool search_words_init(struct search_words *words, sqlite3 *connection);

/* FTS5's functions for a connection, or NULL. */
fts5_api *search_words_api(sqlite3 *connection);

/* To be called before the connection is closed. */
void search_words_finish(struct search_words *words);

/* Is handed each word and where it stands in the text; returns whether it wants the next. */
typedef bool search_word_reader(void *context, const char *word, size_t length, size_t begin,
                                size_t end);

/* Reads the words of a text (less than 1 GiB), all or as many as `read` wants. False when out of
 * memory. */
bool search_words_read(struct search_words *words, const char *text, size_t length,
                       search_word_reader *read, void *context);

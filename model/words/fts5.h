/* The tokenizers that SQLite's FTS5 calls (sqlite.org/fts5.html, section 7.1).
 *
 * While the index is built, FTS5 reads the texts with our tokenizer (words/tokenizer.h). In a
 * search it reads an expression, whose words are spelt as in the index already. The tokenizer for
 * it is "verbatim": a blank separates words, and FTS5_OR separates the forms of one word, of which
 * the index may have any in the same place.
 */
#pragma once

#include <sqlite3.h>
#include <stdbool.h>

struct tokenizer;

#define FTS5_VERBATIM "verbatim"
#define FTS5_OR "|"

/* Returns FTS5's functions of a connection, or NULL if it has no FTS5. */
fts5_api *fts5_find_api(sqlite3 *connection);

/* Registers the tokenizer of expressions under a name. Returns false if out of memory. */
bool fts5_register_verbatim(fts5_api *api, const char *name);

/* Registers a tokenizer under a name; it must outlive the tables that use it. Returns false if out
 * of memory. */
bool fts5_register_tokenizer(fts5_api *api, const char *name, struct tokenizer *tokenizer);

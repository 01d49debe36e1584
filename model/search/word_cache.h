/* A cache in front of the tokenizer (tokenizer.h), which makes building the index faster.
 *
 * Most words of a text are among the few that are used often. The cache stores the output of the
 * tokenizer for such words in a table, and returns it when the word occurs again. Its output is
 * exactly that of the tokenizer.
 */
#pragma once

#include "search/tokenizer.h"

struct word_cache;

/* Creates a cache and registers it in place of the database's own tokenizer, under the same name;
 * to be called before a table with that tokenizer is created. Returns NULL if out of memory;
 * otherwise the caller destroys the cache after the database is closed. */
struct word_cache *word_cache_create(sqlite3 *database);

/* Accepts NULL. */
void word_cache_destroy(struct word_cache *cache);

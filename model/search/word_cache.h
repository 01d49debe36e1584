/* A tokenizer that remembers: what SEARCH_TOKENIZER makes of a word is worked out when the word is
 * first met, and looked up from then on. A language has few words that are used often, so most of a
 * text is looked up.
 *
 * It gives exactly what the tokenizer gives that it asks. */
#pragma once

#include "search/words.h"

struct search_memory;

/* Puts it in the place of the database's own tokenizer, by the same name. To be called before a
 * table is made with that. NULL when out of memory; else it is destroyed once the database is
 * closed. */
struct search_memory *search_memory_create(sqlite3 *database);

/* Accepts NULL. */
void search_memory_destroy(struct search_memory *memory);

/* The spelling of a word in the texts of an archive. Private to the folder. */
#pragma once

#include "search/near_words.h"
#include "search/searcher_private.h"

/* Finds the most frequent spelling of a word of the vocabulary in some of the records that have it;
 * of equally frequent ones the first in the order of texts. For a prefix, finds the spelling of the
 * words that begin with it; if no word does, of the words whose stem does. Replaces the contents of
 * `out` by it, or by nothing if the word is only a stem. Returns false if out of memory, or if the
 * rest of the answer may need the work. */
bool spelling_find(struct searcher *searcher, const struct near_word *word, struct work *work,
                   struct buffer *out);

/* Prepares searcher->find_any, which finds a row of types for an expression. */
bool spelling_prepare(struct searcher *searcher);

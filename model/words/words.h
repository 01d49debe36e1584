/* The words of texts in every language, as full text search compares them.
 *
 * The folder owns the tokenizer (tokenizer.h), which cuts texts into words, folds them and removes
 * their endings (stemmer.h, accents.h), remembers frequent words (word_cache.h), and gives the
 * words to SQLite's FTS5 (fts5.h). Scripts differ in how they write words (letter.h).
 *
 * May include: base, unicode.
 */
#pragma once

#include "words/fts5.h"
#include "words/letter.h"
#include "words/snippet_cut.h"
#include "words/stemmer.h"
#include "words/tokenizer.h"
#include "words/word_cache.h"

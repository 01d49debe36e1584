/* Full text search: the index of an archive's texts, the language of queries, and searchers.
 *
 * The folder owns the index (index.h), which is built once for each archive, and the searchers
 * (searcher.h), one for each thread, which parse a query (query.h), find the records and write
 * their snippets (snippet.h). The words come from model/words. SQLite's FTS5 does the matching and
 * the ranking; besides model/words, no other folder calls SQLite.
 *
 * May include: base, unicode, work, words, schema, archive, subjects.
 */
#pragma once

#include "search/index.h"
#include "search/query.h"
#include "search/searcher.h"
#include "search/snippet.h"
#include "search/text.h"

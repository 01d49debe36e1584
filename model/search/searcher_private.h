/* The members of a searcher. Private to the folder. */
#pragma once

#include "search/searcher.h"
#include "subjects/subjects.h"
#include "words/tokenizer.h"

#include <sqlite3.h>

struct searcher {
    const struct search_index *index;
    sqlite3 *database; /* NULL before the first search, like the statements */
    sqlite3_stmt *find;
    sqlite3_stmt *find_rows;
    sqlite3_stmt *find_any; /* prepared before the first suggestion */
    struct tokenizer tokenizer;
    struct work *work; /* of the query that is searched for; or NULL */
    struct snippet snippet;
    struct facet_counters counters;
};

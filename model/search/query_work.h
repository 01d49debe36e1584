/* The work of a search, which is known before it begins. */
#pragma once

#include "search/query.h"

struct vocabulary;

/* Returns the units that reading the query's words in the index takes, or more: SQLite may skip
 * parts of the list of a frequent word if the others are rare. If `ranked`, includes the units for
 * the ranking: it counts the records of each phrase first, and compares the occurrences in a hit
 * with each phrase. */
uint64_t query_work(const struct search_query *query, const struct vocabulary *vocabulary,
                    bool ranked);

/* Returns true if each word of the query, except those that are excluded, occurs in the index. The
 * records in which they do may be different. */
bool query_words_occur(const struct search_query *query, const struct vocabulary *vocabulary);

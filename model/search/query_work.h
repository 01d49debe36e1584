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

/* Returns the units for finding the records that match, without a ranking, or more: in the list of
 * a frequent word SQLite looks only for the records of the rarest one. */
uint64_t query_matching_work(const struct search_query *query, const struct vocabulary *vocabulary);

/* Returns the units for reading the words of one phrase of the query, without a ranking. */
uint64_t query_phrase_work(const struct search_query *query, const struct vocabulary *vocabulary,
                           const struct search_phrase *phrase);

/* Returns true if each word of the query, except those that are excluded, occurs in the index. The
 * records in which they do may be different. */
bool query_words_occur(const struct search_query *query, const struct vocabulary *vocabulary);

/* Chooses by which words and phrases to rank the hits of a query if the request does not afford to
 * rank by all of them: leaves out the most frequent ones, and stores the others as a query, which
 * finds at least the records that `query` finds. The work is that of ranking by this query and of
 * matching `query`. Returns false if the request affords to rank by all, or not even by the rarest
 * one. */
bool query_choose_ranked(const struct search_query *query, const struct vocabulary *vocabulary,
                         struct search_query *ret_ranked);

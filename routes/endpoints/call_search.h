/* Full text search for a call: runs the search of the model, and answers with a problem if it
 * fails. */
#pragma once

#include "endpoints/call.h"

/* Ordinals of records of one type, ascending. */
struct ordinals {
    uint32_t *at; /* the caller frees it */
    size_t count;
};

/* Parses `q`. Returns false, with a problem answered, if that fails. */
bool call_search_parse(const struct call *call, const char *q, struct search_query *ret_query,
                       struct response *response);

/* Returns true if a search succeeded. Returns false if it failed, with response->failed set unless
 * the work is used up, which the router answers. */
bool call_search_is_done(enum search_status status, struct response *response);

/* Parses `q` and finds it in the records of one type. Returns false, with a problem answered, if
 * that fails. */
bool call_search_ordinals(const struct call *call, const char *q, const struct record_type *type,
                          struct ordinals *ret_ordinals, struct response *response);

/* Returns a text near `q`, which finds nothing, that finds a record of one of the types
 * (searcher_suggest); the caller frees it. Returns NULL if no such text is found. */
char *call_search_suggest(const struct call *call, const char *q, unsigned types);

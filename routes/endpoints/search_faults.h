/* Full text search within an answer: the model's search, and what a client is told where it cannot
 * be done. */
#pragma once

#include "endpoints/call.h"

/* Ordinals of records of one type, ascending. */
struct ordinals {
    uint32_t *at; /* to be freed by the caller */
    size_t count;
};

/* Takes `q` apart. False, with a problem answered, where that cannot be done. */
bool searching_parse(const struct call *call, const char *q, struct search_query *ret_query,
                     struct response *response);

/* Finds `q` in the records of one type; otherwise as above. */
bool searching_find_ordinals(const struct call *call, const char *q, const struct record_type *type,
                             struct ordinals *ret_ordinals, struct response *response);

/* Whether a search was done; else a problem is answered. */
bool searching_is_done(const struct call *call, enum search_status status,
                       struct response *response);

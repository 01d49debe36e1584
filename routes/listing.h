/* A page of records: the envelope in which every collection and relation is answered.
 *
 *     {"data": [...], "meta": {"total", "limit", "offset", "version", "facets"},
 *      "links": {"self", "first", "prev", "next", "last"}}
 *
 * with `X-Total-Count`, and the same links as `Link` (RFC 8288).
 */
#pragma once

#include "handlers.h"
#include "url.h"

struct listing {
    struct url url; /* of the whole list */
    const struct record *const *records;
    size_t count;
    const struct record_type *type;   /* of the records */
    const struct record_set *members; /* the same records as a set, where there is one; or NULL */
    bool by_other_name; /* it was asked for by another path: `Content-Location` tells this one */
};

/* Answers 200 with the page that the query asks for, of the listing's records that it selects; one
 * beyond the end is empty. The query must outlive the call. */
void listing_answer(const struct call *call, const struct listing *listing,
                    const struct query *query, struct response *response);

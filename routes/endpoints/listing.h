/* A page of records, as which every collection and relation is answered. As JSON it is
 *
 *     {"data": [...], "meta": {"total", "limit", "offset", "version", "facets"},
 *      "links": {"self", "first", "prev", "next", "last"}}
 *
 * with `X-Total-Count`, and the same links as `Link` (RFC 8288); these two have the other
 * representations, too.
 */
#pragma once

#include "endpoints/resource.h"

struct listing {
    struct resource resource; /* the whole list */
    const struct record *const *records;
    size_t count;
    const struct record_set *members; /* the same records as a set, where there is one; or NULL */
};

/* Answers 200 with the page that the query asks for, of the listing's records that it selects; one
 * beyond the end is empty. The query must outlive the call. */
void listing_answer(const struct call *call, const struct listing *listing,
                    const struct query *query, struct response *response);

/* A page of records: the answer for every collection and relation. In JSON it is
 *
 *     {"data": [...], "meta": {"total", "limit", "offset", "version", "facets"},
 *      "links": {"self", "first", "prev", "next", "last"}}
 *
 * with `X-Total-Count`, and with the same links as `Link` (RFC 8288). Answers in other formats have
 * these two headers too.
 */
#pragma once

#include "endpoints/resource.h"

struct listing {
    struct resource resource; /* the whole list */
    const struct record *const *records;
    size_t count;
    const struct record_set *members; /* the same records as a set, or NULL */
};

/* Answers 200 with the page of the selected records that the query requests, which is empty after
 * the last page. Answers with a problem if the search fails. */
void listing_answer(const struct call *call, const struct listing *listing,
                    const struct query *query, struct response *response);

/* The pages of a list, and the URLs that lead from one to the next. */
#pragma once

#include "query.h"
#include "response.h"
#include "url.h"

/* A list of which a page is asked for. */
struct paged {
    struct url url; /* of the whole list */
    size_t total;   /* records that the query selects of it */
    const struct query *query;
};

/* `links` as the body has them: self, first, prev, next and last, null where there is no such page.
 */
void page_write_links(struct json_writer *writer, const struct paged *paged);

/* The same as `Link` (RFC 8288). Left out where it would be longer than a head may be: the body
 * says it too. */
void page_add_link_header(struct response *response, const struct paged *paged);

/* `Content-Location`: the URL of this very page. */
void page_add_content_location(struct response *response, const struct paged *paged);

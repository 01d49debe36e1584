/* The pages of a list, and the URLs that lead from one to the next. */
#pragma once

#include "http/response.h"
#include "http/url.h"
#include "query/query.h"

/* A list of which a page is asked for. */
struct paged {
    struct url url; /* of the whole list */
    size_t total;   /* records that the query selects of it */
    const struct query *query;
    size_t
        cut_to; /* records on the page, where it had no room for as many as it was to have; or 0 */
};

/* How the loaded data are named: the first digits of their SHA-256. */
enum {
    VERSION_BYTES = 13
};
void version_of(const struct archive *archive, char version[VERSION_BYTES]);

/* What every page's head has: 200, `Content-Type`, `Link` and `X-Total-Count`. */
void page_add_headers(struct response *response, const char *media_type, const struct paged *paged);

/* `meta`, with what every page says of itself; more may be written before it is closed. */
void page_open_meta(struct json_writer *writer, const struct archive *archive,
                    const struct paged *paged);

/* `links` as the body has them: self, first, prev, next and last, null where there is no such page.
 */
void page_write_links(struct json_writer *writer, const struct paged *paged);

/* `Content-Location`: the URL of this very page. */
void page_add_content_location(struct response *response, const struct paged *paged);

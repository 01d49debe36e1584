/* The pages of a list and the URLs that link them. */
#pragma once

#include "http/response.h"
#include "http/url.h"
#include "query/query.h"

/* A page of a list. */
struct paged {
    struct url url; /* of the whole list */
    size_t total;   /* number of records that the query selects */
    const struct query *query;
    size_t cut_to;          /* number of records on the page if a size limit cut it short, else 0 */
    const char *suggestion; /* for a search that finds nothing (search/searcher.h), or NULL */
    bool files;             /* true if the URLs are those of files (url_append_with_query) */
};

/* Sets the status and header fields of a page: 200, `Content-Type`, `Link` and `X-Total-Count`. */
void page_add_headers(struct response *response, const char *media_type, const struct paged *paged);

/* Writes the member `meta` without its closing brace, so that the caller can add members. */
void page_open_meta(struct json_writer *writer, const struct archive *archive,
                    const struct paged *paged);

/* Writes the member `links`: self, first, prev, next and last, with null for a page that does not
 * exist. */
void page_write_links(struct json_writer *writer, const struct paged *paged);

/* Returns the URL of the next page, or of the one before, which the caller frees; NULL if there is
 * none, or if out of memory: `out` has then failed. */
char *page_find_neighbour(const struct paged *paged, bool next, struct buffer *out);

/* Adds `Content-Location` with the URL of this page. */
void page_add_content_location(struct response *response, const struct paged *paged);

/* The pages of a list, and the URLs that lead from one to the next. */
#pragma once

#include "http/response.h"
#include "http/url.h"
#include "query/query.h"

/* A page of a list. */
struct paged {
    struct url url; /* of the whole list */
    size_t total;   /* records of the list that the query selects */
    const struct query *query;
    size_t cut_to; /* records on the page if it had no room for all that it should hold; else 0 */
};

/* Size of the name of the loaded data, with its NUL. */
enum {
    PAGE_DATA_VERSION_BYTES = 13
};

/* Writes the name of the loaded data: the first digits of their SHA-256. */
void page_data_version(const struct archive *archive, char version[PAGE_DATA_VERSION_BYTES]);

/* Adds what all pages have: status 200, `Content-Type`, `Link` and `X-Total-Count`. */
void page_add_headers(struct response *response, const char *media_type, const struct paged *paged);

/* Writes `meta` without its closing brace, so that the caller can add members. */
void page_open_meta(struct json_writer *writer, const struct archive *archive,
                    const struct paged *paged);

/* Writes `links`: self, first, prev, next and last, null if there is no such page. */
void page_write_links(struct json_writer *writer, const struct paged *paged);

/* Adds `Content-Location` with the URL of this page. */
void page_add_content_location(struct response *response, const struct paged *paged);

/* The page of a list of records: a collection or a relation. */
#pragma once

#include "layout/layout.h"
#include "query/query.h"

struct page_list {
    const char *name; /* of the collection or the relation, such as "agenda_items" */
    const struct query *query;
    const struct selection *selection;
    const struct selection_request *selected; /* the request for it */
    size_t total, count;                      /* records that the query selects, and on this page */
    const char *previous, *next;              /* URLs of the other pages, or NULL */
    const char *suggestion;                   /* for a search that finds nothing, or NULL */
    struct work *work;                        /* that the facets spend; or NULL */
};

/* Write the page before the rows, and after them. Each record between them is written by
 * list_page_write_row. */
void list_page_begin(struct page *page, const struct page_list *list);
void list_page_write_row(struct page *page, const struct record *record);
void list_page_end(struct page *page, const struct page_list *list);

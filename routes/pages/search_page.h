/* The page of a search in the records of all types. */
#pragma once

#include "layout/layout.h"
#include "search/search.h"

/* One result. The snippet has the marks of search/snippet.h. */
struct page_hit {
    const struct record *record;
    const char *snippet;
    size_t snippet_length;
};

struct page_search {
    const char *q; /* NULL before a search */
    const struct search_choice *choice;
    const struct search_results *results; /* NULL before a search */
    uint64_t offset;
    const char *previous, *next; /* URLs of the other pages, or NULL */
    const char *suggestion;      /* if nothing was found, or NULL */
};

/* Write the page before the results, one result, and the rest. */
void search_page_begin(struct page *page, const struct page_search *search);
void search_page_write_hit(struct page *page, const struct page_hit *hit);
void search_page_end(struct page *page, const struct page_search *search);

/* The facets of a search: the values by which its results can be narrowed. Private to the folder.
 */
#pragma once

#include "pages/search_page.h"

/* Writes the facets: the types, meetings, years, topics and people of the results, each as a link
 * to the results that have it. */
void search_facets_write(struct page *page, const struct page_search *search);

/* Writes the chosen values, each as a link to the search without it. */
void search_facets_write_chosen(struct page *page, const struct page_search *search);

/* Appends the chosen values, and the place of a page that is not the first, to the title of a
 * search of `size` bytes. Omits what has no room. */
void search_facets_append_chosen(const struct page *page, const struct page_search *search,
                                 char *title, size_t size);

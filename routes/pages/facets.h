/* The facets of a list: the values of some fields, with how many records have each. Private to the
 * folder. */
#pragma once

#include "pages/list_page.h"

/* Reports whether there is a field whose values can be chosen among the records. */
bool facets_are_useful(const struct page_list *list);

/* Writes the facets. */
void facets_write(struct page *page, const struct page_list *list);

/* Writes the filters that are on, each as a link to the list without it. */
void facets_write_chosen(struct page *page, const struct page_list *list);

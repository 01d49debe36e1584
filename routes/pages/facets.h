/* The facets of a list: the values of some fields, with how many records have each. Private to the
 * folder. */
#pragma once

#include "pages/list_page.h"

/* Counts the values along a path whose filter has a name, among the records that the query selects
 * without the filters of that name: a link to a value replaces them, so that it shows as many
 * records as are counted. The caller finishes the facet. Returns false if out of memory, or if the
 * work is used up. */
bool facet_count_values(const struct page_list *list, const char *name,
                        const struct field_path *path, struct facet *ret_facet);

/* Reports whether a filter of that name chooses the value. */
bool facet_is_chosen(const struct page_list *list, const char *name, const struct field *field,
                     const struct value *value);

/* Reports whether there is a field whose values can be chosen among the records. */
bool facets_are_useful(const struct page *page, const struct page_list *list);

/* Writes the facets. */
void facets_write(struct page *page, const struct page_list *list);

/* Writes the filters that are on, each as a link to the list without it. */
void facets_write_chosen(struct page *page, const struct page_list *list);

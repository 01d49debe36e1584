/* The facets of a list: the values of some fields, with how many records have each. Private to the
 * folder. */
#pragma once

#include "pages/list_page.h"

enum {
    FACET_VALUE_MAX = 200 /* bytes of the operand of a filter, with its NUL */
};

/* Writes a value as the operand of a filter. Returns false if it is too long for one. */
bool facets_write_operand(const struct field *field, const struct value *value,
                          char operand[FACET_VALUE_MAX]);

/* Reports whether there is a field whose values can be chosen among the records. */
bool facets_are_useful(const struct page *page, const struct page_list *list);

/* Writes the facets. */
void facets_write(struct page *page, const struct page_list *list);

/* Writes the filters that are on, each as a link to the list without it. */
void facets_write_chosen(struct page *page, const struct page_list *list);

/* The filters of a list in words: for the title of its page, and for links to the list without
 * them. Private to the folder. */
#pragma once

#include "pages/list_page.h"

enum {
    CHOSEN_BYTES = 600, /* of one filter */
    CHOSEN_VALUES_MAX = 4
};

/* Reports whether a parameter chooses records, and has a value. */
bool chosen_is_filter(const struct parameter *parameter);

/* Writes the name of a filter: "Session", "Title contains", "Words". Returns `text`. */
const char *chosen_say_name(const struct parameter *parameter, char text[SAY_BYTES]);

/* Writes the values of a filter as the facets do: the label of a record, the name of a country, the
 * word of a choice. Returns the length. */
size_t chosen_say_values(const struct page *page, const struct query *query,
                         const struct parameter *parameter, char text[CHOSEN_BYTES]);

/* Appends all filters, and the place of a page that is not the first, to the title of a list of
 * `size` bytes: ", kind: update, from 101". Omits what has no room. */
void chosen_append(const struct page *page, const struct query *query, char *title, size_t size);

/* The subject of a page in the vocabulary of schema.org, for search engines. Private to the folder.
 */
#pragma once

#include "layout/page.h"

/* Writes page->record as a data block of JSON-LD: the fields whose terms are in schema.org. A
 * search engine loads no context, so this is not the format of formats/jsonld.c. Omits what the
 * page does not need to be found: statements, dates that are not ISO 8601, and references after the
 * first LINKED_DATA_REFERENCES_MAX of a list. */
enum {
    LINKED_DATA_REFERENCES_MAX = 20
};
void linked_data_write(struct page *page);

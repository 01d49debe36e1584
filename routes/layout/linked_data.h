/* The subject of a page in the vocabulary of schema.org, for search engines. Private to the folder.
 */
#pragma once

#include "layout/page.h"

/* Writes page->record as a data block of JSON-LD: the fields whose terms are in schema.org. Does
 * not use the format of formats/jsonld.c, because search engines do not load its context. Omits
 * statements, dates that are not ISO 8601, and the references of a list after the first
 * LINKED_DATA_REFERENCES_MAX. */
enum {
    LINKED_DATA_REFERENCES_MAX = 20
};
void linked_data_write(struct page *page);

/* The subject of a page for reference managers. Private to the folder. */
#pragma once

#include "layout/page.h"

/* Writes the elements of the head that Google Scholar and Zotero read: citation_title,
 * citation_author and others. Writes nothing unless the record is a paper or a document. */
void scholar_write_head(struct page *page);

/* Writes the citation as a context object in a span (COinS). Writes nothing for a record of a type
 * that is not cited. */
void scholar_write_span(struct page *page);

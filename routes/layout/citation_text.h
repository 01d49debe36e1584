/* Citations as text: the authors, the title, the meeting, its place and its date, and the address
 * of the record if it is public. Each text of the record is isolated, so that it does not change
 * the direction of the citation. */
#pragma once

#include "layout/page.h"

/* Append the citation of page->record in the style of the American Psychological Association, or in
 * that of the Chicago Manual of Style. */
void citation_text_write_apa(struct page *page);
void citation_text_write_chicago(struct page *page);

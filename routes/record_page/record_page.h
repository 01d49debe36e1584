/* The page of one record.
 *
 * May include: comparison, http, layout, markup, meeting_page, query, record_parts.
 */
#pragma once

#include "record_page/citing.h"

struct page;
struct work;

/* Writes the page of page->record. Spends `work`, which may be NULL, and ends early if it is used
 * up. */
void record_page_write(struct page *page, struct work *work);

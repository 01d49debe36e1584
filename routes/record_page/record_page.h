/* The page of one record, and a record as a row of a list.
 *
 * May include: http, layout, markup, query.
 */
#pragma once

#include "layout/layout.h"
#include "record_page/row.h"

struct work;

/* Writes the page of page->record. Spends `work`, which may be NULL, and ends early if it is used
 * up. */
void record_page_write(struct page *page, struct work *work);

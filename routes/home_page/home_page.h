/* The home page of an archive that is not about one meeting: its meetings by series and year, the
 * latest outcomes, topics and people.
 *
 * May include: layout, markup, query, record_parts.
 */
#pragma once

#include "layout/layout.h"

struct work;

/* Writes the page. Spends `work`, which may be NULL, and ends early if it is used up. */
void home_page_write(struct page *page, struct work *work);

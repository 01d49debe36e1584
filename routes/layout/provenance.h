/* The foot's lines about where the page comes from. Private to the folder. */
#pragma once

#include "layout/page.h"

/* Writes which documents and lines the record is from, and which version of the record the page
 * shows, and where. */
void provenance_write(struct page *page);

/* The parts of page_begin. Private to the folder. */
#pragma once

#include "layout/page.h"

/* Writes the head of the document. */
void head_write(struct page *page, struct page_text title, struct page_text description);

/* Writes the masthead: the name of the service, the sections of the meeting that the page belongs
 * to or of the archive, and the search. */
void masthead_write(struct page *page);

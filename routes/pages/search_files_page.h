/* The page of the search in pages that are files: a script searches there, in one file with the
 * texts of all records (discovery/search_index.c). */
#pragma once

#include "layout/layout.h"

/* Writes the page. If the archive is too large for such a search, the page says so. */
void search_files_page_write(struct page *page);

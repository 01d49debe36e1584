/* The links to the other pages of a list. Private to the folder. */
#pragma once

#include "layout/layout.h"

/* Writes "101 to 200 of 1,204" with the links, or nothing if the list has one page. */
void paging_write(struct page *page, uint64_t offset, size_t count, size_t total,
                  const char *previous, const char *next);

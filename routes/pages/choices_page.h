/* The page that lists the records of one type that have the same number. */
#pragma once

#include "layout/layout.h"

/* Writes the page. `name` is the number in the request, such as "7"; it is ASCII. */
void choices_page_write(struct page *page, const char *name, const struct record *const *choices,
                        size_t count);

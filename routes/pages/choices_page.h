/* The page of a name that several records have. */
#pragma once

#include "layout/layout.h"

/* Writes the page. `name` is what the request calls the records, such as "7"; it is ASCII. */
void choices_page_write(struct page *page, const char *name, const struct record *const *choices,
                        size_t count);

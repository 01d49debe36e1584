/* The page of an error. */
#pragma once

#include "layout/layout.h"

/* Writes the page. `title` is the phrase of the status; `detail` says what is wrong and what to do.
 * Each line of `detail` is a paragraph, and a path that it suggests in quotation marks is a link.
 */
void problem_page_write(struct page *page, unsigned status, const char *title, const char *detail);

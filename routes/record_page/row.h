/* A row of a list: the title of a record as a link, and what tells it apart. */
#pragma once

#include "layout/layout.h"

/* Writes the row. `typed`: what the record is stands over the title, for lists of several types. */
void row_write(struct page *page, const struct record *record, bool typed);

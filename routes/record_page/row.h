/* A row of a list: the title of a record as a link, and what tells it apart. */
#pragma once

#include "layout/layout.h"

/* Writes the row. `typed`: what the record is stands over the title, for lists of several types. */
void row_write(struct page *page, const struct record *record, bool typed);

/* Writes the parts of a row: the number of the record, if it has one, with a space after it; and a
 * paragraph with what tells it apart, such as its result, its people and its dates, if there is
 * any. The subject of the page is not named again. */
void row_write_number(struct page *page, const struct record *record);
void row_write_details(struct page *page, const struct record *record);

/* Writes who is to carry out a proposal, with commas between them. */
void row_write_actors(struct page *page, const struct record *record);

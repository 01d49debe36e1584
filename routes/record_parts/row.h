/* A row of a list: the title of a record as a link, and details that distinguish it. */
#pragma once

#include "layout/layout.h"

/* Writes the row. If `typed` is true, the type of the record is above the title, for lists of
 * several types. A row that has a source ends with a link to it. */
void row_write(struct page *page, const struct record *record, bool typed);

/* Reports whether the records of a type are outcomes: proposals, decisions or actions, whose rows
 * say where the source has them. */
bool row_has_source(const struct record_type *type);

/* Write parts of a row: the number of the record and a space, if it has a number; and a paragraph
 * with its details, such as its result, its people and its dates, if it has any. The details do not
 * name the subject of the page. If `sourced` is true, they end with a link to the source. */
void row_write_number(struct page *page, const struct record *record);
void row_write_details(struct page *page, const struct record *record, bool sourced);

/* Returns the result of a decision, or the status of a proposal. A proposal that is still only
 * proposed or provisional has the result of the last decision on it, such as "deferred". May be
 * absent. */
const struct value *row_find_result(const struct page *page, const struct record *record);

/* Writes the actors of a proposal, who are to carry it out, separated by commas. */
void row_write_actors(struct page *page, const struct record *record);

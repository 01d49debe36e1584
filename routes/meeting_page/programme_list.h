/* A programme as a list. Private to the folder. */
#pragma once

#include "meeting_page/meeting_page_private.h"

/* Returns the relation with the items of a session or a meeting: its agenda, else its papers; NULL
 * if it has neither. */
const struct relation *programme_find_items(const struct record_page *page,
                                            const struct record *owner);

/* Writes an item: a paper or an item of the agenda, with its number, its people, its time and a
 * link to its discussion. */
void programme_write_item(struct record_page *page, const struct record *record);

/* Writes the first items of a session or a meeting, and a link to all if there are more. */
void programme_write_items(struct record_page *page, const struct record *owner,
                           const struct relation *relation);

/* Writes the first sessions with their items, and a link to all if there are more. */
void programme_write_sessions(struct record_page *page, const struct record *const *sessions,
                              size_t count);

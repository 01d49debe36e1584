/* Finds records by their ids. */
#pragma once

#include "archive/archive.h"
#include "requests/place.h"

/* Returns the record of a collection that is at a place, which may be the id of a record that was
 * joined with it, have the suffix of pages, or be a number that only this record has. Returns NULL
 * if there is none, or if the place names a collection of another type. */
const struct record *look_up(const struct mcp *mcp, const struct collection *collection,
                             const struct place *place);

/* Returns the collection that a place names before the id, or NULL. */
const struct collection *look_up_collection(const struct mcp *mcp, const struct place *place);

/* Returns the number of collections that have the id of a place, and the last one. */
size_t look_up_everywhere(const struct mcp *mcp, const struct place *place,
                          const struct collection **ret_collection);

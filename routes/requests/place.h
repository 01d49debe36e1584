/* The place of a record in what an assistant calls it: an id; "collection/id"; the path or the URL
 * of its page; or its URI as a resource, "rapporteur:/collection/id". */
#pragma once

#include "requests/conversation.h"

#define PLACE_SCHEME "rapporteur:"

/* Parts of the name, not ended by a NUL. */
struct place {
    const char *collection; /* the segment before the last one; empty if there is none */
    size_t collection_length;
    const char *id; /* the last segment, without what follows the path */
    size_t id_length;
};

/* Returns the path in a name, without the address of the service and the base path. A name that is
 * not an address is returned as it is. Returns NULL for an address of something else. */
const char *place_path(const struct mcp *mcp, const char *name);

/* Reads a place. Returns false for an address of something else. */
bool place_read(const struct mcp *mcp, const char *name, struct place *ret_place);

/* The revisions of the protocol, and how a request names its own. Private to the folder. */
#pragma once

#include "requests/conversation.h"

/* The newest revision that begins with "initialize". */
#define MCP_REVISION_LEGACY "2025-11-25"
#define MCP_REVISION_MODERN "2026-07-28"

/* Finds the revision of a request, by the header fields and by `_meta`, and sets `mcp->modern`.
 * Returns false, with an error noted, if it is not served, or if what revision 2026-07-28 demands
 * is missing or contradicts the message. On standard input there are no header fields: then the
 * request has no version of HTTP, and only `_meta` counts. */
bool revision_read(struct mcp *mcp, const struct content *content);

/* Returns the revision in which "initialize" is answered: the requested one if it is served, or
 * else the newest of its era. */
const char *revision_negotiate(const char *requested);

/* Returns an array of the revisions, the newest first. */
json_t *revision_list(void);

/* Adds to a result what revision 2026-07-28 demands of it. `ttl` is the time in milliseconds for
 * which clients may keep the result; -1 if it has none. */
void revision_complete(const struct mcp *mcp, json_t *result, int64_t ttl);

/* The format that a client prefers, if its `Accept` does not say so. */
#pragma once

#include <stdbool.h>

/* Returns what the `Accept` of a request counts as. The default of Java's HTTP client, which names
 * text/html although its programs want data, counts as any type. A program that fetches previews of
 * links, by its `User-Agent`, counts as one that prefers a page, unless it names types itself. Both
 * arguments may be NULL. *ret_by_user_agent tells whether `User-Agent` decided. */
const char *client_preference(const char *accept, const char *user_agent, bool *ret_by_user_agent);

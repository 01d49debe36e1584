/* The beginning of complete addresses. Private to the folder. */
#pragma once

#include "endpoints/call.h"

enum {
    ORIGIN_BYTES_MAX = 300
};

/* Writes the public address; else "http://" and the host that the client named, and marks the
 * answer as one that depends on it. Returns false if neither is known, or if the host is not a
 * plain name or address. */
bool origin_find(const struct call *call, struct response *response, char origin[ORIGIN_BYTES_MAX]);

/* Does the same, but answers 404 if no address is known. */
bool origin_require(const struct call *call, struct response *response,
                    char origin[ORIGIN_BYTES_MAX]);

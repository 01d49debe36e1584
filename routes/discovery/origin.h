/* The scheme and host with which complete addresses begin. Private to the folder. */
#pragma once

#include "endpoints/call.h"

enum {
    ORIGIN_BYTES_MAX = 300
};

/* Writes the public address. Without one, writes "http://" and the host that the client named,
 * and marks the answer as dependent on the host. Returns false if neither is known, if the host is
 * not a plain name or address, or if the origin is too long. */
bool origin_find(const struct call *call, struct response *response, char origin[ORIGIN_BYTES_MAX]);

/* Like origin_find, but also answers 404 if it returns false. */
bool origin_require(const struct call *call, struct response *response,
                    char origin[ORIGIN_BYTES_MAX]);

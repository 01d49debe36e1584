/* The scheme and host with which complete addresses begin. Private to the folder. */
#pragma once

#include "endpoints/call.h"

enum {
    ORIGIN_BYTES_MAX = REQUEST_ADDRESS_BYTES
};

/* Like request_address, but also marks the answer as dependent on the address. */
bool origin_find(const struct call *call, struct response *response, char origin[ORIGIN_BYTES_MAX]);

/* Like origin_find, but also answers 404 if it returns false. */
bool origin_require(const struct call *call, struct response *response,
                    char origin[ORIGIN_BYTES_MAX]);

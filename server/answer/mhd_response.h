/* Converts responses of the routes to responses of libmicrohttpd. */
#pragma once

#include "http/response.h"

#include <microhttpd.h>
#include <stdbool.h>

/* Converts a response. If `closing` is true, it closes the connection. Takes ownership of the body.
 * Returns NULL if `response` has failed or if out of memory. */
struct MHD_Response *mhd_response_create(struct response *response, bool closing);

/* Creates a response with the same headers that is sent without a body, such as a 304. Borrows
 * `body`, which the library needs for `Content-Length` and does not read. Returns NULL if out of
 * memory. */
struct MHD_Response *mhd_response_create_bodiless(const struct response *response, char *body,
                                                  size_t length);

/* Responses of libmicrohttpd, made from those of the routes. */
#pragma once

#include "http/response.h"

#include <microhttpd.h>
#include <stdbool.h>

/* Makes the library's response of a response, whose body it takes; with `closing`, it closes the
 * connection. Returns NULL if making the response has failed, or if out of memory. */
struct MHD_Response *mhd_response_create(struct response *response, bool closing);

/* Makes a response with the same headers that is sent without its body, as a 304 is. `body` is
 * borrowed and its bytes are not read: the library needs them for `Content-Length`. Returns NULL if
 * out of memory. */
struct MHD_Response *mhd_response_create_bodiless(const struct response *response, char *body,
                                                  size_t length);

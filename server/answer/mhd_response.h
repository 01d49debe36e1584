/* Converts responses of the routes to responses of libmicrohttpd. */
#pragma once

#include "answer/bodies.h"
#include "answer/stream.h"
#include "http/response.h"

#include <microhttpd.h>
#include <stdbool.h>

/* Converts a response whose body is `body`. If `closing` is true, it closes the connection. Takes
 * ownership of the caller's reference to `body`, also on failure. Returns NULL if `response` has
 * failed or if out of memory. */
struct MHD_Response *mhd_response_create(const struct response *response, struct body *body,
                                         bool closing);

/* Converts a response that has a source (stream.h). Takes the source unless there is no room for it
 * or if out of memory, and then returns NULL. */
struct MHD_Response *mhd_response_create_stream(struct response *response,
                                                const struct stream_context *context, bool closing);

/* Creates a response with the same headers that is sent without its body of `length` bytes, such as
 * a 304. Returns NULL if `response` has failed or if out of memory. */
struct MHD_Response *mhd_response_create_bodiless(const struct response *response, size_t length,
                                                  bool closing);

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

/* Creates a response with the headers of `other` and one more, and with the body `body`, to which
 * it adds a reference. Without a body it is sent like one of mhd_response_create_bodiless, with
 * `length` bytes. Returns NULL if out of memory. */
struct MHD_Response *mhd_response_create_like(struct MHD_Response *other, struct body *body,
                                              size_t length, const char *name, const char *value);

/* Creates a response with the same headers that is sent without its body of `length` bytes, such as
 * a 304. Returns NULL if `response` has failed or if out of memory. */
struct MHD_Response *mhd_response_create_bodiless(const struct response *response, size_t length,
                                                  bool closing);

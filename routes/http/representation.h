/* The last step of a representation: its content coding (RFC 9110, section 8.4) and its validators,
 * `ETag` and `Last-Modified` (section 8.8).
 *
 * The entity tag is a hash of the bytes before they are coded, so that all servers of the same
 * record agree on it, and after a hyphen the content coding, if there is one.
 */
#pragma once

#include "http/request.h"
#include "http/response.h"

#include <stdint.h>

enum {
    /* A smaller body is not coded: the head outweighs what that saves. */
    CODED_BYTES_MIN = 1000
};

/* Completes a 200: codes the body as the request's coding choice says and adds `Content-Encoding`,
 * `ETag` and `Last-Modified` (`modified`, seconds since 1970). Sets response->validated. If the
 * client excludes every coding, returns false with 406 answered. */
bool representation_complete(const struct request *request, int64_t modified,
                             struct response *response);

/* Makes a complete 200 a 304: keeps the fields that a 304 must have (RFC 9110, section 15.4.5) and
 * those of CORS. The body stays, since its length may be sent, but is not itself to be sent. */
void representation_omit_body(struct response *response);

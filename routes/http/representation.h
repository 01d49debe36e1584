/* The last step of a representation: its content coding (RFC 9110, section 8.4) and its validators,
 * `ETag` and `Last-Modified` (section 8.8).
 *
 * The entity tag is a hash of the uncompressed body, so that all servers of the same record agree
 * on it. A body that is streamed has its identity (response.h) in place of the hash, and is not
 * compressed. If the body is compressed, a hyphen and the content coding follow.
 */
#pragma once

#include "http/request.h"
#include "http/response.h"

#include <stdint.h>

enum {
    /* A smaller body is not compressed: most of the response is its head. */
    CODED_BYTES_MIN = 1000
};

/* Completes a 200: applies the content coding that the request prefers, and adds
 * `Content-Encoding`, `ETag` and `Last-Modified` (`modified`, seconds since 1970). Sets
 * response->validated. Returns false, with 406 answered, if the client excludes every coding. */
bool representation_complete(const struct request *request, int64_t modified,
                             struct response *response);

/* Turns a complete 200 into a 304: removes the fields that describe the body and keeps those that a
 * 304 must have (RFC 9110, section 15.4.5). The body stays, because its length may be sent, but
 * must not be sent itself. */
void representation_omit_body(struct response *response);

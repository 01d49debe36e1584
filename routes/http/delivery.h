/* The last steps to an answer: content coding, validators, conditions.
 *
 * The entity tag is a hash of the representation's bytes (so that all who serve the same record
 * agree on it) and, behind a hyphen, the content coding where there is one.
 */
#pragma once

#include "http/request.h"
#include "http/response.h"

#include <stdint.h>

/* Completes a 200: compresses the body as the request prefers, adds `Content-Encoding`, `ETag` and
 * `Last-Modified` (`modified`, seconds since 1970). False where the client excludes every coding
 * there is; the response is then as it was. */
bool delivery_complete(const struct request *request, int64_t modified, struct response *response);

enum delivery {
    DELIVER_WHOLE,
    DELIVER_HEAD, /* 304: the client has this very representation */
    DELIVER_NOT   /* 412: the client wants another state of it than there is */
};

/* What a request's conditions make of a complete 200 (RFC 9110, section 13.2.2). The two header
 * values are the response's. */
enum delivery delivery_judge(const struct request *request, const char *entity_tag,
                             const char *last_modified);

/* Makes 304 of a response: of the headers, those that it must carry (RFC 9110, section 15.4.5) and
 * those that say who may read it. The body stays, since its length may be told; it is not to be
 * sent. */
void delivery_omit(struct response *response);

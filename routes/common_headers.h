/* The headers that every answer has, errors too: Vary, the links to the descriptions of the
 * service, CORS, Strict-Transport-Security, X-Content-Type-Options and Cache-Control. */
#pragma once

#include "http/request.h"
#include "http/response.h"

/* Adds them. `response->vary` has what chose the representation, if anything did. An answer that
 * has `Cache-Control` keeps it, and one with `Link` gets the links of the service after its own. */
void add_common_headers(const struct request *request, struct response *response);

/* Says that no cache may keep the answer, such as one to POST. Called before add_common_headers. */
void add_no_store(struct response *response);

/* From a request to its answer: the door to the routes. */
#pragma once

#include "archive/archive.h"
#include "http/request.h"
#include "http/response.h"
#include "search/searcher.h"

/* Answers a request out of an archive, always: what goes wrong is a problem (RFC 9457) with its
 * status. The same request to the same archive gives the same bytes; nothing else is read or
 * changed but the searcher, which is room to work in: any number of threads may answer at once,
 * each with a searcher of its own over the archive's index. Without an archive (NULL) nothing is
 * loaded yet, and all that needs one is 503. Conditions are not looked at: that is
 * delivery_is_known's, which needs no more than two headers of the answer. `response` is
 * initialised by the caller, who finishes it. */
void router_answer(const struct archive *archive, struct searcher *searcher,
                   const struct request *request, struct response *response);

/* Answers a request that the server refuses before it can be asked for anything. */
void router_refuse(const struct request *request, unsigned status, const char *why,
                   struct response *response);

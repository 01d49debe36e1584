/* From a request to its answer: the door to the routes. */
#pragma once

#include "http/request.h"
#include "http/response.h"
#include "http/snapshot_view.h"

/* Answers any request; a failure is a problem (RFC 9457) with its status. The same request to the
 * same archive gives the same bytes. Any number of threads may answer at once, each with a searcher
 * of its own. If the view has no archive, every route that needs one answers 503. Preconditions are
 * not evaluated: delivery_judge does that with two headers of the answer. The caller has
 * initialised `response`, and finishes it. */
void router_answer(const struct snapshot_view *snapshot, const struct request *request,
                   struct response *response);

/* Answers a request that the server refuses before it can be asked for anything. */
void router_refuse(const struct request *request, unsigned status, const char *why,
                   struct response *response);

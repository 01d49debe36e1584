/* The router: from a request to its answer.
 *
 * A GET takes these steps, which router.c has in this order:
 *
 *   parse_target       target.h: path segments and parameters
 *   find_route         routes.c: the row whose pattern matches, if this listener serves it
 *   require_record       503 until the record is loaded
 *   the route's answer endpoints/ and describe/: chooses the representation, reads the parameters,
 *                      writes the body
 *   complete_answer    representation.h: content coding and validators
 *   add_common_headers Vary, links to the descriptions, CORS
 *
 * A step that fails answers with a problem (problem.h), and only the common headers follow. The
 * server then evaluates the preconditions of the request (preconditions.h), for answers out of its
 * cache as well.
 */
#pragma once

#include "http/request.h"
#include "http/response.h"
#include "http/snapshot_view.h"

/* Answers a request from a snapshot. `response` is initialised; the caller finishes it. An error is
 * answered with a problem (RFC 9457) and its status; if the view has no archive, every route that
 * needs one answers 503. The same request to the same archive gives the same bytes. Several threads
 * may answer from one archive at once, each with a searcher of its own. Preconditions are not
 * evaluated: the caller does that (preconditions_judge). */
void router_answer(const struct snapshot_view *snapshot, const struct request *request,
                   struct response *response);

/* Answers with a problem a request that the server refuses before it is routed. */
void router_refuse(const struct request *request, unsigned status, const char *why,
                   struct response *response);

/* The router: from a request to its answer.
 *
 * A GET takes these steps, in the order of router.c:
 *
 *   read_target        read_target.h: path segments and parameters
 *   find_route         routes.c: the row whose pattern matches, if this listener serves it
 *   require_record       503 until the record is loaded
 *   the route's answer endpoints/ and describe/: chooses the representation, reads the parameters,
 *                      writes the body
 *   complete_answer    representation.h: content coding and validators
 *   add_common_headers common_headers.h: Vary, links to the descriptions, CORS
 *
 * A step that fails answers with a problem (problem.h), to which only the common headers are added.
 * The server then evaluates the preconditions of the request (preconditions.h), also for answers
 * from its cache.
 */
#pragma once

#include "http/request.h"
#include "http/response.h"
#include "http/snapshot_view.h"

/* Answers a request from a snapshot. `response` is initialised; the caller finishes it. An error is
 * answered with a problem (RFC 9457) and its status. If the view has no archive, every route that
 * needs one answers 503. The same request to the same archive gives the same bytes. Several threads
 * may answer from one archive at once if each has its own searcher. The caller evaluates the
 * preconditions (preconditions_judge). */
void router_answer(const struct snapshot_view *snapshot, const struct request *request,
                   struct response *response);

/* Answers a POST request whose answer has the given stem (response.h), from a request with the same
 * key. */
void router_repeat(const struct request *request, const char *stem, size_t length,
                   struct response *response);

/* Answers a request that the server refuses before routing, with a problem whose detail is `why`.
 */
void router_refuse(const struct request *request, unsigned status, const char *why,
                   struct response *response);

/* Answers 503 with `Retry-After` (RFC 9110, section 10.2.3), because the server has no room for the
 * body of the answer while others are unsent. Discards the previous contents of the response, and
 * sets response->refused_for_room. */
void router_refuse_for_room(const struct request *request, struct response *response);

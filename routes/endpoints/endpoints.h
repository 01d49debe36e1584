/* The endpoints: the functions that answer the path patterns in the table of routes (routes.c). The
 * endpoints that describe the service are in describe/.
 *
 * An endpoint answers a call (call.h): it chooses the representation, parses the parameters and
 * writes the response.
 *
 * May include: citation, comparison, http, query, formats, looks, layout, pages, search_results.
 */
#pragma once

#include "endpoints/call.h"
#include "endpoints/call_search.h"
#include "endpoints/named_record.h"

route_handler collection_answer;     /* /{collection} */
route_handler compare_answer;        /* /compare */
route_handler context_answer;        /* /context.jsonld */
route_handler asset_answer;          /* /assets/{version}/{name} */
route_handler favicon_answer;        /* /favicon.svg */
route_handler health_answer_livez;   /* /livez */
route_handler health_answer_metrics; /* /metrics */
route_handler health_answer_readyz;  /* /readyz */
route_handler home_answer;           /* /: the home page, or the service document */
route_handler item_answer;           /* /{collection}/{id} */
route_handler relation_answer;       /* /{collection}/{id}/{relation} */
route_handler search_answer;         /* /search */
route_handler service_answer;        /* the service document */

/* The parameter of /readyz, whose value is ignored. */
#define READYZ_VERBOSE "verbose"

/* The endpoints: the functions that the table of routes lists (routes.c), one for each path
 * pattern. Those that describe the service are in describe/.
 *
 * Each answers a call (call.h): it chooses the representation, reads the parameters and writes the
 * response.
 *
 * May include: http, query, formats, dashboard.
 */
#pragma once

#include "endpoints/call.h"

route_handler asset_answer;      /* dashboard.c: /assets/{version}/{name} */
route_handler collection_answer; /* collection.c: /{collection} */
route_handler context_answer;    /* context.c: /context.jsonld */
route_handler item_answer;       /* item.c: /{collection}/{id} */
route_handler livez_answer;      /* health.c: /livez */
route_handler metrics_answer;    /* health.c: /metrics */
route_handler readyz_answer;     /* health.c: /readyz */
route_handler relation_answer;   /* item.c: /{collection}/{id}/{relation} */
route_handler root_answer;       /* dashboard.c: / as the dashboard or the service document */
route_handler search_answer;     /* search.c: /search */
route_handler service_answer;    /* service.c: / as the service document */

/* The parameter of /readyz, whatever its value. */
#define READYZ_VERBOSE "verbose"

/* A call: one GET request with its parsed target and its route, and the functions that endpoints
 * share. */
#pragma once

#include "formats/format.h"
#include "http/route.h"
#include "http/snapshot_view.h"
#include "query/query.h"
#include "search/searcher.h"

struct call {
    const struct snapshot_view *snapshot;
    const struct request *request;
    const struct target *target;      /* of the request, parsed */
    const struct route *route;        /* the row that matched */
    const struct route_table *routes; /* all rows, for endpoints that list them */
    /* Answers a GET request for another target, with the same record, base path and listener, as
     * an example for a description. `response` is initialised; the caller finishes it. */
    void (*answer)(const struct call *call, const char *target, struct response *response);
};

/* Returns the collection that the first segment names. *ret_suffix is the rest of the segment if it
 * is the last, else "". Returns NULL, with 404 answered, if there is no such collection. */
const struct collection *call_collection(const struct call *call, const char **ret_suffix,
                                         struct response *response);

/* Returns the id in a collection that is nearest to an unknown one: the whole id, or else its last
 * part, such as the family name of a person. Returns NULL if none is near. */
const char *call_find_near_id(const struct collection *collection, const char *id, size_t length);

/* Returns true if the client accepts the only available media type. Returns false, with 406
 * answered, if it does not. */
bool call_accepts(const struct call *call, const char *media_type, struct response *response);

/* Returns true if the request has no parameters. Returns false, with 400 answered, if it has. */
bool call_has_no_parameters(const struct call *call, struct response *response);

/* Adds a `Link` to the path of the route, with rel="self". */
void call_add_self_link(const struct call *call, struct response *response);

/* Begins the answer of a route without parameters: 200, `Content-Type` and the link to itself.
 * Returns false, with 400 answered, if the request has parameters. */
bool call_begin_document(const struct call *call, const char *content_type,
                         struct response *response);

/* One route: a path pattern, the function that answers it, and its texts in the descriptions of the
 * service (describe/).
 *
 * The table of all routes is in routes.c, a layer above the endpoints. Endpoints that list the
 * routes find the table in their call (endpoints/call.h).
 */
#pragma once

#include "http/request.h"
#include "http/response.h"
#include "http/target.h"

struct call;

/* Answers a GET request for the route: fills in `response`, which is initialised. */
typedef void route_handler(const struct call *call, struct response *response);

/* The resource that a path of this pattern names. */
enum route_subject {
    ROUTE_SERVICE,    /* the service itself: a pattern without braces */
    ROUTE_ASSET,      /* a file that only pages request: not described */
    ROUTE_SEARCH,     /* records of any type */
    ROUTE_COMPARISON, /* a comparison of people */
    ROUTE_COLLECTION, /* /{collection} */
    ROUTE_ITEM,       /* /{collection}/{id} */
    ROUTE_RELATION    /* /{collection}/{id}/{relation} */
};

struct route_parameter {
    const char *name;          /* its value is ignored, and may be missing */
    const char *documentation; /* one sentence */
};

struct route {
    const char *pattern; /* each segment may have one {name}, which matches any text in it */
    route_handler *answer;
    enum route_subject subject;
    bool from_record; /* true if answers depend on the record: they need it and have validators */
    bool complete;    /* true if answers have complete addresses, which need a public address */
    bool monitoring;  /* true if answers report the state of the server */
    const char *name; /* machine-readable name: the operationId or its last part */
    const char *documentation; /* one sentence */
    const char *media_type;    /* of the answer; NULL for representations of records */
    bool page;                 /* true if it may also be an HTML page */
    bool lines;                /* true if it may also be NDJSON or CSV */
    /* The only parameter of a route of the service, or NULL. */
    const struct route_parameter *parameter;
    const char *example; /* a target whose answer, in JSON, is the example; or NULL */
    const char *schema;  /* the name of the OpenAPI schema of an answer in JSON, or NULL */
    /* Link relation to the service (RFC 8288), listed in the API catalogue (RFC 9727), or NULL. */
    const char *rel;
    bool linked; /* true if every response also has this `Link` */
};

struct route_table {
    const struct route *at;
    size_t count;
};

/* Returns the first route whose pattern matches the target, or NULL. */
const struct route *route_find(const struct route_table *table, const struct target *target);

/* Reports whether the listener that received the request serves the route. If monitoring has its
 * own listener, no other listener serves it. */
bool route_is_served(const struct route *route, const struct request *request);

/* Reports whether a link may lead to the route: if its answers have complete addresses, the public
 * address must be known, because a link is for clients of every host. */
bool route_has_address(const struct route *route, const struct request *request);

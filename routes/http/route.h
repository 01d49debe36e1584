/* One route: a path pattern, the function that answers it, and what the descriptions of the service
 * (describe/) say about it.
 *
 * The table of all routes is routes.c, above every endpoint. Endpoints that list the routes find
 * the table in their call (endpoints/call.h).
 */
#pragma once

#include "http/request.h"
#include "http/response.h"
#include "http/target.h"

struct call;

/* Answers a GET request for the route: fills in `response`, which is initialised. */
typedef void route_handler(const struct call *call, struct response *response);

/* What a path of this pattern names. */
enum route_subject {
    ROUTE_SERVICE,    /* the service itself: a pattern without braces */
    ROUTE_ASSET,      /* a file of the dashboard, which alone requests it: not described */
    ROUTE_SEARCH,     /* records of any type */
    ROUTE_COLLECTION, /* /{collection} */
    ROUTE_ITEM,       /* /{collection}/{id} */
    ROUTE_RELATION    /* /{collection}/{id}/{relation} */
};

struct route_parameter {
    const char *name;          /* given with any value, or none */
    const char *documentation; /* one sentence */
};

struct route {
    const char *pattern; /* a segment in braces matches any segment */
    route_handler *answer;
    enum route_subject subject;
    bool from_record; /* true if answers are made from the record: they need it and are validated */
    bool monitoring;  /* true if answers tell the state of the server */
    const char *name; /* for programs: the operation's, or the last part of it */
    const char *documentation; /* one sentence */
    const char *media_type;    /* of the answer; NULL for representations of records */
    bool page;                 /* true if it may also be an HTML page */
    /* The only parameter that a route of the service takes, or NULL. */
    const struct route_parameter *parameter;
    const char *example; /* a target that it answers with JSON as an example, or NULL */
    const char *schema;  /* of an answer in JSON: its name among openapi's schemas, or NULL */
    /* Link relation to the service (RFC 8288), listed in the API catalogue (RFC 9727), or NULL. */
    const char *rel;
    bool linked; /* true if every response also carries it as a `Link` */
};

struct route_table {
    const struct route *at;
    size_t count;
};

/* Returns the first route whose pattern matches the target, or NULL. */
const struct route *route_find(const struct route_table *table, const struct target *target);

/* Reports whether the listener that received the request serves the route: if monitoring has a
 * listener of its own, no other serves it. */
bool route_is_served(const struct route *route, const struct request *request);

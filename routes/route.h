/* The paths that there are: which handler answers each, and what the descriptions of the service
 * (openapi.h, docs.h) say of it. A new endpoint is a new row. */
#pragma once

#include "endpoints/call.h"

enum route_delivery {
    ROUTE_PASSING,    /* of the moment: as it is */
    ROUTE_FIXED,      /* a representation in one media type: validated, kept by caches */
    ROUTE_NEGOTIATED, /* the same, in a media type that the client chooses */
};

/* Of what a path with a segment in braces is one. */
enum route_subject {
    ROUTE_SERVICE,    /* no such path: what is there of the service itself */
    ROUTE_ASSET,      /* a file of the dashboard, which alone asks for it: not described */
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
    const char *pattern; /* a segment in braces matches any */
    handler *answer;
    enum route_delivery delivery;
    enum route_subject subject;
    bool for_watchers;         /* of the server, which may have a port of their own */
    const char *name;          /* for programs: the operation's, or the last part of it */
    const char *documentation; /* one sentence */
    const char *media_type;    /* of the answer; NULL for representations of records */
    bool page;                 /* it may be a page for people instead, in text/html */
    /* The one parameter that a path of the service itself takes, or NULL. */
    const struct route_parameter *parameter;
    const char *example; /* a target that it answers with JSON as an example, or NULL */
    const char *schema;  /* of an answer in JSON: its name among openapi's schemas, or NULL */
    /* In which relation what is here stands to all of the service, as the catalogue of APIs names
     * it (RFC 8288, RFC 8631), or NULL; and whether `Link` says so on every answer. */
    const char *relation;
    bool linked;
};

/* The row `index`, or NULL behind the last. The first row that matches a path answers. */
const struct route *route_at(size_t index);

/* Whether the row is there for a request: where it came in, not all may be served. */
bool route_is_served(const struct route *route, const struct request *request);

/* Appends to a `Link` what it says of every answer: where the service and its data are described.
 */
void route_append_description_links(struct buffer *out, const char *base_path);

/* The row that answers a target, or NULL. */
const struct route *route_find(const struct target *target);

/* A request as the routes see it: plain values, whatever server received them. */
#pragma once

#include <stdbool.h>

enum method {
    METHOD_GET,
    METHOD_HEAD,
    METHOD_OPTIONS,
    METHOD_OTHER
};

/* What every URL answers to, as `Allow` lists it. */
#define METHODS_ALLOWED "GET, HEAD, OPTIONS"

/* Who, besides pages of the server's own origin, may read an answer (the Fetch standard's CORS). */
enum sharing {
    SHARED_WITH_ANY,
    SHARED_WITH_ORIGIN, /* `origin`, which is one of those that the operator named */
    SHARED_WITH_NONE
};

struct request {
    enum method method;
    const char *target; /* the request target as it came (RFC 9112, section 3.2), undecoded */
    const char *host; /* by which the client calls the server, a host and perhaps a port, or NULL */
    /* Header fields as they came, repeated ones joined by commas; NULL where not sent. */
    const char *accept;
    const char *accept_encoding;
    const char *if_match;
    const char *if_none_match;
    const char *if_modified_since;
    const char *if_unmodified_since;
    const char *origin;
    bool preflight; /* it asks, by `Access-Control-Request-Method`, what it may send */
    enum sharing sharing;
    bool sharing_varies; /* the operator named origins, so answers depend on `Origin` */
};

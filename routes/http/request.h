/* A request as the routes see it: plain values, whatever server received them. */
#pragma once

#include "http/server_status.h"

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

/* What is served where the request came in. */
enum part {
    PART_ALL,
    PART_RECORD,  /* without what is for those who watch the server */
    PART_WATCHERS /* that alone */
};

enum {
    BASE_PATH_BYTES_MAX = 100
};

struct request {
    enum method method;
    const char *target; /* the request target as it came (RFC 9112, section 3.2), undecoded */
    const char
        *base_path;   /* what a proxy has taken away before the target, as "/record"; or NULL */
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
    enum part part;
    bool sharing_varies; /* the operator named origins, so answers depend on `Origin` */
    const struct condition *condition; /* the server's, or NULL where none is there */
};

/* What a path in a text is written behind: "" where there is no base path. */
static inline const char *request_base_path(const struct request *request)
{
    return request->base_path ? request->base_path : "";
}

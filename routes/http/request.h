/* A request as the routes see it: plain values, whichever server received them. */
#pragma once

#include "http/negotiation.h"
#include "http/server_status.h"

enum method {
    METHOD_GET,
    METHOD_HEAD,
    METHOD_OPTIONS,
    METHOD_OTHER
};

/* The methods that every resource supports, as `Allow` lists them. */
#define METHODS_ALLOWED "GET, HEAD, OPTIONS"

/* Which pages of other origins may read an answer (CORS, in the Fetch standard). */
enum cors {
    CORS_ANY,
    CORS_ORIGIN, /* pages of `origin`, which the operator has named */
    CORS_NONE
};

/* What the listener that received the request serves. */
enum listener_role {
    LISTENER_ALL,
    LISTENER_RECORD, /* all but monitoring, which has a listener of its own */
    LISTENER_ADMIN   /* monitoring alone */
};

enum {
    BASE_PATH_BYTES_MAX = 100
};

/* Texts are borrowed; NULL means that the field was not sent. */
struct request {
    enum method method;
    const char *target;    /* as received, undecoded (RFC 9112, section 3.2) */
    const char *base_path; /* the prefix that a proxy has removed, as "/record"; or NULL */
    const char *host;      /* the server as the client names it: host and optional port */
    /* Header fields as received, repeated ones joined by commas. */
    const char *accept;
    const char *if_match;
    const char *if_none_match;
    const char *if_modified_since;
    const char *if_unmodified_since;
    const char *origin;
    bool preflight;              /* true if it has `Access-Control-Request-Method` */
    struct coding_choice coding; /* by `Accept-Encoding` */
    enum cors cors;
    bool cors_varies; /* true if the operator named origins: answers then depend on `Origin` */
    enum listener_role listener_role;
    const struct server_status *server_status; /* NULL if there is no server */
};

/* Returns the base path, or "" if there is none. */
static inline const char *request_base_path(const struct request *request)
{
    return request->base_path ? request->base_path : "";
}

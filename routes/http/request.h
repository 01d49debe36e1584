/* A request as plain values, independent of the server that received it. */
#pragma once

#include "http/negotiation.h"
#include "http/publication.h"
#include "http/server_status.h"

#include <stdio.h>

struct work;

enum method {
    METHOD_GET,
    METHOD_HEAD,
    METHOD_OPTIONS,
    METHOD_POST,   /* to the path that takes it; to another path it is METHOD_OTHER */
    METHOD_OTHER,  /* a method of HTTP that this service does not support */
    METHOD_UNKNOWN /* any other token */
};

/* The methods that every resource supports, as `Allow` lists them. */
#define METHODS_ALLOWED "GET, HEAD, OPTIONS"

/* The path that takes POST instead, if the service has it (publication.h), and its methods. */
#define MCP_PATH "/mcp"
#define MCP_METHODS_ALLOWED "OPTIONS, POST"

/* The content of a POST request, and the header fields that describe it. Texts are borrowed; NULL
 * if the client has not sent the field. */
struct content {
    const char *bytes; /* may be NULL if `length` is 0 */
    size_t length;
    bool
        is_too_large; /* true if it has more than CONTENT_BYTES_MAX bytes, of which it lacks some */
    const char *type; /* `Content-Type` */
    const char *coding;                                   /* `Content-Encoding` */
    const char *protocol_version, *rpc_method, *rpc_name; /* `MCP-Protocol-Version`, `Mcp-Method`
                                                             and `Mcp-Name` */
    const char *key; /* equal for requests that have equal answers but for their id; or NULL */
};

/* The pages of other origins that may read an answer (CORS, in the Fetch standard). */
enum cors {
    CORS_ANY,
    CORS_ORIGIN, /* pages of the request's `origin`, which the operator allows */
    CORS_NONE
};

/* The paths that the listener serves that received the request. */
enum listener_role {
    LISTENER_ALL,
    LISTENER_RECORD, /* all except monitoring, which has its own listener */
    LISTENER_ADMIN   /* only monitoring */
};

enum {
    BASE_PATH_BYTES_MAX = 100,
    CONTENT_BYTES_MAX = 64 * 1024,
    REQUEST_ADDRESS_BYTES = 300
};

/* Texts are borrowed; NULL if the client has not sent the field. */
struct request {
    enum method method;
    const struct content *content; /* set if and only if the method is METHOD_POST */
    const char *target;            /* as received, undecoded (RFC 9112, section 3.2) */
    const char *base_path; /* the prefix that a proxy has removed, such as "/record"; or NULL */
    const struct publication *publication; /* NULL: pages, and no public address */
    const char *host;                      /* the host and optional port that the client named */
    bool https; /* true if the client sent it over TLS, to a proxy or here */
    /* Header fields as received; repeated fields are joined by commas. */
    const char *accept;
    bool by_user_agent; /* true if `User-Agent` made `accept`, which `Vary` does not tell */
    const char *if_match;
    const char *if_none_match;
    const char *if_modified_since;
    const char *if_unmodified_since;
    const char *origin;
    const char *request_id; /* a well-formed `X-Request-ID`, which the answer repeats; or NULL */
    bool preflight;         /* true if it has `Access-Control-Request-Method` */
    struct coding_choice coding; /* by `Accept-Encoding` */
    enum cors cors;
    bool cors_varies; /* true if the operator allows certain origins: answers depend on `Origin` */
    enum listener_role listener_role;
    const char *version; /* as received, such as "HTTP/1.1" */
    bool streams;        /* true if the answer may have a body_source (response.h) */
    const struct server_status *server_status; /* NULL if there is no server */
    struct work *work; /* that the answer spends (work/work.h); NULL if it has no limit */
};

/* Returns whether the service has pages. */
static inline enum pages_mode request_pages(const struct request *request)
{
    const enum pages_mode pages = request->publication ? request->publication->pages : PAGES_ON;
    return pages == PAGES_USUAL ? PAGES_ON : pages;
}

/* Reports whether pages are files. */
static inline bool request_has_files(const struct request *request)
{
    return request->publication && request->publication->files;
}

/* Reports whether the answer must be a page: the path has the suffix of pages, or the client
 * prefers a page. */
static inline bool request_wants_page(const struct request *request, bool has_suffix)
{
    const enum pages_mode pages = request_pages(request);
    return pages != PAGES_OFF &&
           (has_suffix || (pages == PAGES_ON && negotiation_prefers_page(request->accept)));
}

/* Writes the address of the service: the public one, or else the scheme and host of the request.
 * Returns false and writes "" if neither is known, if the host is not a plain name or address, or
 * if the address is too long. */
static inline bool request_address(const struct request *request,
                                   char address[REQUEST_ADDRESS_BYTES])
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]";
    const char *url = request->publication ? request->publication->url : NULL;
    const char *host = url ? url : request->host;
    *address = '\0';
    if (!host || !*host || (!url && host[strspn(host, plain)]) ||
        strlen(host) + sizeof "https://" > REQUEST_ADDRESS_BYTES)
        return false;
    snprintf(address, REQUEST_ADDRESS_BYTES, "%s%s",
             url              ? ""
             : request->https ? "https://"
                              : "http://",
             host);
    return true;
}

/* Reports whether the path of the target is the one that takes POST, without or with parameters. */
static inline bool request_is_for_mcp(const struct request *request)
{
    const size_t length = sizeof MCP_PATH - 1;
    return request->publication && request->publication->mcp &&
           strncmp(request->target, MCP_PATH, length) == 0 &&
           (request->target[length] == '\0' || request->target[length] == '?');
}

/* Returns the base path, or "" if there is none. */
static inline const char *request_base_path(const struct request *request)
{
    return request->base_path ? request->base_path : "";
}

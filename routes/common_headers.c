#include "common_headers.h"

#include "http/url.h"
#include "mcp/mcp.h"
#include "routes.h"

#include <stdio.h>

void add_no_store(struct response *response)
{
    response_add_header(response, "Cache-Control", "no-store");
}

static bool varies_by_origin(const struct request *request)
{
    return request->cors_varies || request_is_for_mcp(request);
}

static void add_vary(const struct request *request, struct response *response)
{
    char vary[60];
    snprintf(vary, sizeof vary, "%s%s", response->vary,
             varies_by_origin(request) ? ", Origin" : "");
    response_add_header(response, "Vary", vary);
}

/* Returns the origins whose pages may read the answer, or NULL. Those that may not send messages
 * (mcp/mcp.h) cannot read why. */
static const char *origin_of_readers(const struct request *request)
{
    if (request->cors == CORS_NONE)
        return NULL;
    if (request_is_for_mcp(request))
        return mcp_allows_origin(request) ? request->origin : NULL;
    return request->cors == CORS_ANY ? "*" : request->origin;
}

static void add_cors_headers(const struct request *request, struct response *response)
{
    const char *readers = origin_of_readers(request);
    if (varies_by_origin(request) && !response->vary)
        response_add_header(response, "Vary", "Origin");
    if (!readers)
        return;
    response_add_header(response, "Access-Control-Allow-Origin", readers);
    response_add_header(response, "Access-Control-Expose-Headers",
                        "ETag, Link, Last-Modified, X-Total-Count");
}

enum {
    LINK_BYTES_MAX = 8192 /* of the `Link` of one answer */
};

/* Adds links to the descriptions of the service to the `Link` of an answer. */
static void add_description_links(const struct request *request, struct response *response)
{
    const char *own = response_header(response, "Link");
    struct buffer links;
    buffer_init(&links, LINK_BYTES_MAX);
    buffer_append_text(&links, own ? own : "");
    for (size_t i = 0; i < routes.count; i++) {
        if (!routes.at[i].linked)
            continue;
        buffer_append_text(&links, links.length ? ", <" : "<");
        url_append_path(&links, request->base_path, routes.at[i].pattern);
        buffer_append_text(&links, ">; rel=\"");
        buffer_append_text(&links, routes.at[i].rel);
        buffer_append_text(&links, "\"");
    }
    response_set_written_header(response, "Link", &links);
}

static void add_transport_security(const struct request *request, struct response *response)
{
    const struct server_status *status = request->server_status;
    if (status && status->transport_security && request->listener_role != LISTENER_ADMIN)
        response_add_header(response, "Strict-Transport-Security", status->transport_security);
}

/* Adds the operator's `Cache-Control`, but to no error, which can be gone in a moment, and to
 * nothing that is made from `Host`, as a cache may not have that in its key. A cache that many
 * clients share must not store what is chosen by `User-Agent`: it would send it to all that have
 * the same `Accept`. */
static void add_cache_control(const struct request *request, struct response *response)
{
    const struct publication *publication = request->publication;
    const char *directives = publication ? publication->cache_control : NULL;
    const bool by_host = response->varies_by_host && !(publication && publication->url);
    if (response_header(response, "Cache-Control"))
        return;
    if (response->vary && request->by_user_agent)
        directives = "private, no-cache";
    else if (!directives || response->problem || by_host ||
             request->listener_role == LISTENER_ADMIN)
        directives = "public, no-cache";
    response_add_header(response, "Cache-Control", directives);
}

void add_common_headers(const struct request *request, struct response *response)
{
    if (response->vary)
        add_vary(request, response);
    if (request->listener_role != LISTENER_ADMIN && request->method != METHOD_POST)
        add_description_links(request, response);
    add_cors_headers(request, response);
    add_transport_security(request, response);
    response_add_header(response, "X-Content-Type-Options", "nosniff");
    add_cache_control(request, response);
}

#include "router.h"

#include "endpoints/call.h"
#include "http/delivery.h"
#include "http/negotiation.h"
#include "http/problem.h"
#include "http/target.h"
#include "routes.h"

#include <string.h>

static void answer_bad_target(const struct request *request, enum target_status status,
                              struct response *response)
{
    switch (status) {
    case TARGET_TOO_LONG:
        problem_answer(response, request, 414, "the request target is longer than %d bytes",
                       TARGET_BYTES_MAX);
        break;
    case TARGET_TOO_MANY_PARAMETERS:
        problem_answer(response, request, 400, "there are more than %d parameters",
                       TARGET_PARAMETERS_MAX);
        break;
    case TARGET_BAD_ENCODING:
        problem_answer(response, request, 400,
                       "the request target has a broken percent-encoding, or one of a control "
                       "character or of no UTF-8");
        break;
    case TARGET_NO_PATH:
        problem_answer(response, request, 400,
                       "the request target must begin with \"/\" or be a whole http URL");
        break;
    default:
        problem_answer(response, request, 404,
                       "there is nothing that deep; see %s/ for what there is",
                       request_base_path(request));
    }
}

/* Whether a client could take a path that begins with a segment like this for another host: one
 * that is empty, as in "//elsewhere", or, to browsers, begins with a backslash. */
static bool may_lead_away(const char *segment)
{
    return !*segment || *segment == '\\';
}

/* 308, RFC 9110, section 15.4.9: the same without the slash, on this server. */
static void answer_trailing_slash(const struct request *request, const struct target *target,
                                  struct response *response)
{
    const char *path = target_path(request->target);
    size_t length = strcspn(path, "?");
    const char *query = path + length;
    struct buffer location;
    for (size_t i = 0; i < target->segment_count; i++)
        if (may_lead_away(target->segments[i])) {
            answer_bad_target(request, TARGET_TOO_MANY_SEGMENTS, response);
            return;
        }
    buffer_init(&location, BASE_PATH_BYTES_MAX + TARGET_BYTES_MAX + 1);
    buffer_append_text(&location, request_base_path(request));
    buffer_append(&location, path, length - 1);
    buffer_append_text(&location, query);
    response->status = 308;
    response_add_written_header(response, "Location", &location);
}

/* Completes a representation; where the client may choose and the handler has not seen to it, only
 * if the client takes it. */
static void deliver(const struct archive *archive, const struct request *request, bool negotiated,
                    struct response *response)
{
    const struct archive_origin origin = archive_origin(archive);
    const char *media_type = response_header(response, "Content-Type");
    if (negotiated && !response->negotiated && accept_quality(request->accept, media_type) == 0)
        problem_answer(response, request, 406, "there is %s; send \"Accept: %s\" or none",
                       media_type, media_type);
    else if (!delivery_complete(request, origin.modified, response))
        problem_answer(response, request, 406,
                       "there is br, zstd, gzip and identity; do not exclude all of them by "
                       "\"Accept-Encoding\"");
}

/* RFC 9110, section 10.2.3 */
static void answer_not_yet(const struct request *request, struct response *response)
{
    problem_answer(response, request, 503,
                   "the record is still being loaded; ask again in a moment");
    response_add_header(response, "Retry-After", "1");
}

/* What is served, but not on this port. */
static void answer_elsewhere(const struct request *request, struct response *response)
{
    problem_answer(response, request, 404,
                   request->listener_role == LISTENER_ADMIN
                       ? "there is /livez, /readyz and /metrics on this port; the record is on "
                         "another"
                       : "there is nothing of the server itself on this port; it is on another");
}

/* Answers as if a client had asked for another target. */
static void answer_example(const struct call *call, const char *target, struct response *response)
{
    const struct request request = {.method = METHOD_GET,
                                    .target = target,
                                    .base_path = call->request->base_path,
                                    .listener_role = call->request->listener_role};
    router_answer(call->snapshot, &request, response);
}

static void answer_target(const struct snapshot_view *snapshot, const struct request *request,
                          const struct target *target, struct response *response)
{
    const struct route *route = route_find(&routes, target);
    const struct call call = {snapshot, request, target, route, &routes, answer_example};
    if (!route) {
        answer_bad_target(request, TARGET_TOO_MANY_SEGMENTS, response);
        return;
    }
    if (!route_is_served(route, request)) {
        answer_elsewhere(request, response);
        return;
    }
    response->route = route->pattern;
    if (!snapshot->archive && route->delivery != ROUTE_PASSING) {
        answer_not_yet(request, response);
        return;
    }
    route->answer(&call, response);
    if (route->delivery == ROUTE_PASSING)
        return;
    /* What has an entity tag is complete already: the dashboard, where "/" is that. */
    if (response->status == 200 && !response_header(response, "ETag"))
        deliver(snapshot->archive, request, route->delivery == ROUTE_NEGOTIATED, response);
    if (!response_header(response, "Vary"))
        response_add_header(response, "Vary",
                            request->cors_varies ? "Accept, Accept-Encoding, Origin"
                                                 : "Accept, Accept-Encoding");
}

static void answer_get(const struct snapshot_view *snapshot, const struct request *request,
                       struct response *response)
{
    struct target target;
    const enum target_status status = target_parse(request->target, &target);
    if (status != TARGET_OK)
        answer_bad_target(request, status, response);
    else if (target.trailing_slash)
        answer_trailing_slash(request, &target, response);
    else
        answer_target(snapshot, request, &target, response);
}

/* What may be sent to a resource that is there, or to the server ("*"); and to a page of another
 * origin what it may send, for a day. That page is told so of what is not there, too: it would not
 * be shown why otherwise. */
static void answer_options(const struct snapshot_view *snapshot, const struct request *request,
                           struct response *response)
{
    const bool preflight = request->preflight && request->cors != CORS_NONE;
    if (strcmp(request->target, "*") != 0 && !preflight) {
        answer_get(snapshot, request, response);
        if (response->status == 400 || response->status == 404 || response->status == 414)
            return;
        response_restart(response);
    }
    response->status = 204;
    response_add_header(response, "Allow", METHODS_ALLOWED);
    if (!preflight)
        return;
    response_add_header(response, "Access-Control-Allow-Methods", METHODS_ALLOWED);
    response_add_header(response, "Access-Control-Allow-Headers", "*");
    response_add_header(response, "Access-Control-Max-Age", "86400");
}

static void answer_other_method(const struct request *request, struct response *response)
{
    problem_answer(response, request, 405, "this is a read-only record; use " METHODS_ALLOWED);
    response_add_header(response, "Allow", METHODS_ALLOWED);
}

static void add_cors_headers(const struct request *request, struct response *response)
{
    if (request->cors_varies && !response_header(response, "Vary"))
        response_add_header(response, "Vary", "Origin");
    if (request->cors == CORS_NONE)
        return;
    response_add_header(response, "Access-Control-Allow-Origin",
                        request->cors == CORS_ANY ? "*" : request->origin);
    response_add_header(response, "Access-Control-Expose-Headers",
                        "ETag, Link, Last-Modified, X-Total-Count");
}

/* What an answer's own `Link` may have. */
enum {
    LINK_BYTES_MAX = 4096
};

static void append_description_links(struct buffer *links, const char *base_path)
{
    for (size_t i = 0; i < routes.count; i++) {
        const struct route *route = &routes.at[i];
        if (!route->linked)
            continue;
        buffer_append_text(links, links->length ? ", <" : "<");
        url_append_path(links, base_path, route->pattern);
        buffer_append_text(links, ">; rel=\"");
        buffer_append_text(links, route->rel);
        buffer_append_text(links, "\"");
    }
}

static void add_description_links(const struct request *request, struct response *response)
{
    const char *own = response_header(response, "Link");
    struct buffer links;
    buffer_init(&links, LINK_BYTES_MAX);
    buffer_append_text(&links, own ? own : "");
    append_description_links(&links, request->base_path);
    response_set_written_header(response, "Link", &links);
}

/* What holds of every answer. */
static void add_common_headers(const struct request *request, struct response *response)
{
    if (request->listener_role != LISTENER_ADMIN)
        add_description_links(request, response);
    add_cors_headers(request, response);
    response_add_header(response, "X-Content-Type-Options", "nosniff");
    if (!response_header(response, "Cache-Control"))
        response_add_header(response, "Cache-Control", "public, no-cache");
}

void router_answer(const struct snapshot_view *snapshot, const struct request *request,
                   struct response *response)
{
    if (request->method == METHOD_OPTIONS)
        answer_options(snapshot, request, response);
    else if (request->method == METHOD_OTHER)
        answer_other_method(request, response);
    else
        answer_get(snapshot, request, response);
    add_common_headers(request, response);
    if (response->failed || response->body.failed)
        problem_answer(response, request, 503,
                       "out of memory, or the answer is too large; ask for "
                       "fewer records with \"limit\"");
}

void router_refuse(const struct request *request, unsigned status, const char *why,
                   struct response *response)
{
    problem_answer(response, request, status, "%s", why);
    add_common_headers(request, response);
}

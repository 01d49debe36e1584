#include "router.h"

#include "endpoints/call.h"
#include "http/problem.h"
#include "http/representation.h"
#include "http/target.h"
#include "mcp/mcp.h"
#include "pages/pages.h"
#include "routes.h"
#include "work/work.h"
#include "work_problem.h"

#include <stdio.h>
#include <string.h>

static void answer_no_route(const struct request *request, struct response *response)
{
    problem_answer(response, request, 404, "unknown path; see %s/ for the available paths",
                   request_base_path(request));
}

static void answer_bad_target(const struct request *request, enum target_status status,
                              struct response *response)
{
    switch (status) {
    case TARGET_TOO_LONG:
        problem_answer(response, request, 414,
                       "the request target is too long; at most %d bytes are allowed",
                       TARGET_BYTES_MAX);
        break;
    case TARGET_TOO_MANY_PARAMETERS:
        problem_answer(response, request, 400, "too many parameters; at most %d are allowed",
                       TARGET_PARAMETERS_MAX);
        break;
    case TARGET_BAD_ENCODING:
        problem_answer(response, request, 400,
                       "cannot decode the request target: it has an invalid percent-encoding, a "
                       "control character or invalid UTF-8");
        break;
    case TARGET_NO_PATH:
        problem_answer(response, request, 400,
                       "the request target is not a path; begin it with \"/\", or send an absolute "
                       "http URL");
        break;
    default:
        answer_no_route(request, response);
    }
}

/* Reports whether a client could follow a path with this segment to another host: an empty segment,
 * as in "//elsewhere", or one that begins with a backslash, which browsers treat as a slash. */
static bool may_lead_away(const char *segment)
{
    return !*segment || *segment == '\\';
}

/* Redirects to the same target without the slash: 308 (RFC 9110, section 15.4.9). */
static void answer_trailing_slash(const struct request *request, const struct target *target,
                                  struct response *response)
{
    const char *path = target_path(request->target);
    const size_t length = strcspn(path, "?");
    struct buffer location;
    for (size_t i = 0; i < target->segment_count; i++)
        if (may_lead_away(target->segments[i])) {
            answer_no_route(request, response);
            return;
        }
    buffer_init(&location, BASE_PATH_BYTES_MAX + TARGET_BYTES_MAX + 1);
    buffer_append_text(&location, request_base_path(request));
    buffer_append(&location, path, length - 1);
    buffer_append_text(&location, path + length);
    response->status = 308;
    response_add_written_header(response, "Location", &location);
}

/* Parses the target of a page that is a file: "/query/offset=100/people.html" is
 * "/people.html?offset=100". */
static enum target_status parse_file_target(const char *text, struct target *target)
{
    char whole[TARGET_BYTES_MAX + 1];
    const char *query = text + sizeof URL_QUERY_FOLDER - 1, *path = strchr(query, '/');
    if (!path || strchr(text, '?') || strlen(text) > TARGET_BYTES_MAX)
        return target_parse(text, target);
    snprintf(whole, sizeof whole, "%s?%.*s", path, (int)(path - query), query);
    return target_parse(whole, target);
}

static enum target_status parse_any_target(const struct request *request, struct target *target)
{
    return request_has_files(request) &&
                   strncmp(request->target, URL_QUERY_FOLDER, sizeof URL_QUERY_FOLDER - 1) == 0
               ? parse_file_target(request->target, target)
               : target_parse(request->target, target);
}

/* Parses the target. Returns false if it is answered: 308, 400, 404 or 414. */
static bool parse_target(const struct request *request, struct target *target,
                         struct response *response)
{
    const enum target_status status = parse_any_target(request, target);
    if (status != TARGET_OK)
        answer_bad_target(request, status, response);
    else if (target->trailing_slash)
        answer_trailing_slash(request, target, response);
    return status == TARGET_OK && !target->trailing_slash;
}

/* Answers 503 because the record is not loaded yet (RFC 9110, section 10.2.3). */
static void answer_loading(const struct request *request, struct response *response)
{
    problem_answer(response, request, 503,
                   "the record is still being loaded; try again in a moment");
    response_add_header(response, "Retry-After", "1");
    response->refused_for_loading = true;
}

/* Answers a request for a path of the other port. Health checks that ask the main port for /readyz
 * get 503 until the record is loaded, and 404 later. */
static void answer_other_port(const struct call *call, struct response *response)
{
    const struct request *request = call->request;
    if (request->listener_role == LISTENER_ADMIN)
        problem_answer(response, request, 404,
                       "this port serves only /livez, /readyz and /metrics; the record is on the "
                       "main port");
    else if (!call->snapshot->archive)
        answer_loading(request, response);
    else
        problem_answer(response, request, 404,
                       "/livez, /readyz and /metrics are on the admin port");
}

/* Finds the route, if this listener serves it. Returns false if not, with an error answered. */
static bool find_route(struct call *call, struct response *response)
{
    call->route = route_find(call->routes, call->target);
    if (!call->route) {
        answer_no_route(call->request, response);
    } else if (!route_is_served(call->route, call->request)) {
        answer_other_port(call, response);
    } else {
        response->route = call->route->pattern;
        return true;
    }
    return false;
}

/* Returns false, with 503 answered, if the route needs the record and it is not loaded yet. */
static bool require_record(const struct call *call, struct response *response)
{
    if (call->snapshot->archive || !call->route->from_record)
        return true;
    answer_loading(call->request, response);
    return false;
}

/* Completes an answer that an endpoint made from the record. */
static void complete_answer(const struct call *call, struct response *response)
{
    if (!call->route->from_record)
        return;
    if (response->status == 200 && !response->validated)
        representation_complete(call->request, archive_version(call->snapshot->archive).modified,
                                response);
    response->vary = "Accept, Accept-Encoding";
}

/* Answers 400 in place of a body that exceeded RESPONSE_BODY_MAX, and names the parameter that
 * makes it large. */
static void answer_too_large(const struct call *call, struct response *response)
{
    struct parameter_faults faults = {.count = 0};
    const char *parameter = "limit";
    for (size_t i = 0; i < call->target->parameter_count; i++)
        if (strcmp(call->target->parameters[i].name, "include") == 0)
            parameter = "include";
    problem_add_fault(&faults, parameter,
                      "the answer would be larger than %d MiB; request fewer records with "
                      "\"limit\", fewer fields with \"fields\", or less with \"include\"",
                      RESPONSE_BODY_MIB);
    problem_answer_parameters(response, call->request, &faults);
}

/* Answers an example for a description, like the request of a client. */
static void answer_example(const struct call *call, const char *target, struct response *response)
{
    const struct request request = {.method = METHOD_GET,
                                    .target = target,
                                    .base_path = call->request->base_path,
                                    .listener_role = call->request->listener_role};
    router_answer(call->snapshot, &request, response);
}

static void answer_get(const struct snapshot_view *snapshot, const struct request *request,
                       struct response *response)
{
    struct target target;
    struct call call = {.snapshot = snapshot,
                        .request = request,
                        .target = &target,
                        .routes = &routes,
                        .answer = answer_example};
    if (!parse_target(request, &target, response) || !find_route(&call, response) ||
        !require_record(&call, response))
        return;
    call.route->answer(&call, response);
    if (response->body.exceeded && !response_lacks_room(response) &&
        !work_is_used_up(request->work))
        answer_too_large(&call, response);
    if (!work_is_used_up(request->work))
        complete_answer(&call, response);
    if (work_is_used_up(request->work))
        work_problem_answer(request, response);
}

/* Reports whether a problem is to be a page: the path has the suffix of pages, or the client
 * prefers them. */
static bool is_page_problem(const struct request *request, const struct response *response)
{
    static const char suffix[] = ".html";
    const size_t path = strcspn(request->target, "?");
    const bool has_suffix =
        path >= sizeof suffix &&
        strncmp(request->target + path - (sizeof suffix - 1), suffix, sizeof suffix - 1) == 0;
    return response->problem && request->listener_role != LISTENER_ADMIN &&
           request_wants_page(request, has_suffix);
}

/* Replaces the body of a problem by a page that says the same. */
static void write_problem_page(const struct snapshot_view *snapshot, const struct request *request,
                               struct response *response)
{
    struct buffer type;
    struct page page;
    page_init(&page, snapshot ? snapshot->archive : NULL, request, &response->body);
    buffer_clear(&response->body);
    problem_page_write(&page, response->status, problem_title(response->status), response->problem);
    buffer_init(&type, 40);
    buffer_append_text(&type, "text/html; charset=utf-8");
    response_set_written_header(response, "Content-Type", &type);
    response_add_page_policy(response);
}

static const char *allowed_methods(const struct request *request)
{
    return request_is_for_mcp(request) ? MCP_METHODS_ALLOWED : METHODS_ALLOWED;
}

static bool is_allowed_preflight(const struct request *request)
{
    return request->preflight && request->cors != CORS_NONE &&
           (!request_is_for_mcp(request) || mcp_allows_origin(request));
}

/* Answers with the methods that a resource, or the server ("*"), supports. A CORS preflight also
 * gets the allowed methods and headers, valid for a day, even if the resource does not exist:
 * otherwise the browser would hide from the page why its request failed. */
static void answer_options(const struct snapshot_view *snapshot, const struct request *request,
                           struct response *response)
{
    const bool preflight = is_allowed_preflight(request);
    if (strcmp(request->target, "*") != 0 && !preflight && !request_is_for_mcp(request)) {
        answer_get(snapshot, request, response);
        if (work_is_used_up(request->work))
            response->status = 200; /* the resource exists, but its answer takes much work */
        if (response->status == 400 || response->status == 404 || response->status == 414)
            return;
        response_restart(response);
    }
    response->status = 204;
    response_add_header(response, "Allow", allowed_methods(request));
    if (!preflight)
        return;
    response_add_header(response, "Access-Control-Allow-Methods", allowed_methods(request));
    response_add_header(response, "Access-Control-Allow-Headers", "*");
    response_add_header(response, "Access-Control-Max-Age", "86400");
}

/* Redirects from the path of messages with a slash at its end, which other services have, to that
 * without it: 308, so that the client sends the message there. Returns false for other targets. */
static bool answer_slash_of_mcp(const struct request *request, struct response *response)
{
    static const char path[] = MCP_PATH "/";
    struct buffer location;
    if (!request->publication || !request->publication->mcp || strcmp(request->target, path) != 0)
        return false;
    buffer_init(&location, BASE_PATH_BYTES_MAX + sizeof path);
    buffer_append_text(&location, request_base_path(request));
    buffer_append_text(&location, MCP_PATH);
    response->status = 308;
    response_add_written_header(response, "Location", &location);
    return true;
}

static void answer_other_method(const struct request *request, struct response *response)
{
    if (answer_slash_of_mcp(request, response))
        return;
    if (request_is_for_mcp(request))
        problem_answer(response, request, 405,
                       "send messages of the Model Context Protocol by POST; there is no stream "
                       "of events and no session");
    else
        problem_answer(response, request, 405,
                       "the record is read-only; use one of " METHODS_ALLOWED);
    response_add_header(response, "Allow", allowed_methods(request));
}

/* Adds what no cache may keep: answers to POST. */
static void add_no_store(struct response *response)
{
    response_add_header(response, "Cache-Control", "no-store");
}

/* Answers 415 (RFC 9110, section 15.5.16). */
static void answer_unsupported_content(const struct request *request, struct response *response)
{
    if (mcp_takes_coding(request->content)) {
        problem_answer(response, request, 415,
                       "send the message with \"Content-Type: " MCP_MEDIA_TYPE "\"");
        return;
    }
    problem_answer(response, request, 415,
                   "send the message uncompressed, without Content-Encoding");
    response_add_header(response, "Accept-Encoding", "identity");
}

/* Returns false, with 400 answered, if the target has parameters: messages have none. */
static bool has_no_parameters(const struct request *request, struct response *response)
{
    struct target target;
    struct parameter_faults faults = {.count = 0};
    if (!strchr(request->target, '?'))
        return true;
    if (!parse_target(request, &target, response))
        return false;
    if (query_refuse(&target, &faults))
        return true;
    problem_answer_parameters(response, request, &faults);
    return false;
}

/* Answers a message of an assistant (mcp/mcp.h). */
static void answer_post(const struct snapshot_view *snapshot, const struct request *request,
                        struct response *response)
{
    response->route = MCP_PATH;
    if (!mcp_allows_origin(request))
        problem_answer(response, request, 403,
                       "pages of this origin may not send messages; the operator can allow the "
                       "origin with --cors-origin");
    else if (!mcp_takes_type(request->content) || !mcp_takes_coding(request->content))
        answer_unsupported_content(request, response);
    else if (request->content->is_too_large)
        problem_answer(response, request, 413, "a message has at most %d bytes", CONTENT_BYTES_MAX);
    else if (has_no_parameters(request, response))
        mcp_answer(snapshot, request, router_answer, response);
    add_no_store(response);
}

static void answer_unknown_method(const struct request *request, struct response *response)
{
    problem_answer(response, request, 501,
                   "HTTP has no such method; names of methods are case-sensitive; use one "
                   "of " METHODS_ALLOWED);
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

/* Adds the headers that every answer has. */
static void add_common_headers(const struct request *request, struct response *response)
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

void router_answer(const struct snapshot_view *snapshot, const struct request *request,
                   struct response *response)
{
    if (request->method == METHOD_OPTIONS)
        answer_options(snapshot, request, response);
    else if (request->method == METHOD_POST)
        answer_post(snapshot, request, response);
    else if (request->method == METHOD_OTHER ||
             (request->method < METHOD_OPTIONS && request_is_for_mcp(request)))
        answer_other_method(request, response);
    else if (request->method == METHOD_UNKNOWN)
        answer_unknown_method(request, response);
    else
        answer_get(snapshot, request, response);
    if (is_page_problem(request, response))
        write_problem_page(snapshot, request, response);
    if (response->problem && !response->vary && request_pages(request) == PAGES_ON)
        response->vary = "Accept";
    add_common_headers(request, response);
    if (response_lacks_room(response))
        router_refuse_for_room(request, response);
    else if (response->failed || response->body.failed)
        problem_answer(response, request, 503, "out of memory");
}

void router_repeat(const struct request *request, const char *stem, size_t length,
                   struct response *response)
{
    response->route = MCP_PATH;
    response->status = 200;
    buffer_append(&response->body, stem, length);
    mcp_write_id(request->content, &response->body);
    response_add_header(response, "Content-Type", MCP_MEDIA_TYPE);
    add_no_store(response);
    add_common_headers(request, response);
}

void router_refuse_for_room(const struct request *request, struct response *response)
{
    router_refuse(
        request, 503,
        "the memory for unsent answers is in use; try again in a moment, or request fewer "
        "records",
        response);
    response_add_header(response, "Retry-After", "5");
    response->refused_for_room = true;
}

void router_refuse(const struct request *request, unsigned status, const char *why,
                   struct response *response)
{
    problem_answer(response, request, status, "%s", why);
    add_common_headers(request, response);
}

#include "router.h"

#include "common_headers.h"
#include "endpoints/call.h"
#include "http/problem.h"
#include "http/representation.h"
#include "mcp/mcp.h"
#include "pages/pages.h"
#include "post.h"
#include "read_target.h"
#include "routes.h"
#include "work/work.h"
#include "work_problem.h"

#include <string.h>

/* Answers 503 because the record is not loaded yet (RFC 9110, section 10.2.3). */
static void answer_loading(const struct request *request, struct response *response)
{
    problem_answer(response, request, 503,
                   "the record is still being loaded; try again in a moment");
    response_add_header(response, "Retry-After", "1");
    response->refused_for_loading = true;
}

static bool is_draining(const struct request *request)
{
    const struct server_status *status = request->server_status;
    return status && status->is_draining(status->context);
}

/* Answers a request for a path of the other port. Health checks that ask the main port for /readyz
 * get 503 until the record is loaded, 404 later, and 503 again when the server is about to stop. */
static void answer_other_port(const struct call *call, struct response *response)
{
    const struct request *request = call->request;
    if (request->listener_role == LISTENER_ADMIN)
        problem_answer(response, request, 404,
                       "this port serves only /livez, /readyz and /metrics; the record is on the "
                       "main port");
    else if (!call->snapshot->archive)
        answer_loading(request, response);
    else if (is_draining(request))
        problem_answer(response, request, 503, "the server is about to stop");
    else
        problem_answer(response, request, 404,
                       "/livez, /readyz and /metrics are on the admin port");
}

/* Finds the route, if this listener serves it. Returns false if not, with an error answered. */
static bool find_route(struct call *call, struct response *response)
{
    call->route = route_find(call->routes, call->target);
    if (!call->route) {
        answer_unknown_path(call->request, response);
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
    if (!read_target(request, &target, response) || !find_route(&call, response) ||
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

static void answer_unknown_method(const struct request *request, struct response *response)
{
    problem_answer(response, request, 501,
                   "HTTP has no such method; names of methods are case-sensitive; use one "
                   "of " METHODS_ALLOWED);
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

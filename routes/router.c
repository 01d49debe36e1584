#include "router.h"

#include "handlers.h"
#include "problem.h"
#include "target.h"

#include <string.h>

/* Every path there is. A segment in braces matches any; the first row that matches answers. */
static const struct route {
    const char *pattern;
    handler *answer;
} routes[] = {
    {"/", service_answer},
    {"/livez", livez_answer},
    {"/readyz", readyz_answer},
    {"/{collection}", collection_answer},
    {"/{collection}/{id}", item_answer},
    {"/{collection}/{id}/{relation}", relation_answer},
};

static bool matches(const char *pattern, const struct target *target)
{
    const char *next = pattern[1] ? pattern + 1 : NULL;
    for (size_t i = 0; i < target->segment_count; i++) {
        if (!next)
            return false;
        const size_t length = strcspn(next, "/");
        const char *segment = target->segments[i];
        if (*next != '{' && (strncmp(next, segment, length) != 0 || segment[length]))
            return false;
        next = next[length] ? next + length + 1 : NULL;
    }
    return !next;
}

static handler *find_handler(const struct target *target)
{
    for (size_t i = 0; i < sizeof routes / sizeof *routes; i++)
        if (matches(routes[i].pattern, target))
            return routes[i].answer;
    return NULL;
}

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
        problem_answer(response, request, 400, "the request target must begin with \"/\"");
        break;
    default:
        problem_answer(response, request, 404,
                       "there is nothing that deep; see / for what there is");
    }
}

static void answer_get(const struct archive *archive, const struct request *request,
                       struct response *response)
{
    struct target target;
    const enum target_status status = target_parse(request->target, &target);
    if (status != TARGET_OK) {
        answer_bad_target(request, status, response);
        return;
    }
    const struct call call = {archive, request, &target};
    handler *answer = find_handler(&target);
    if (answer)
        answer(&call, response);
    else
        answer_bad_target(request, TARGET_TOO_MANY_SEGMENTS, response);
}

static void answer_options(struct response *response)
{
    response->status = 204;
    response_add_header(response, "Allow", METHODS_ALLOWED);
}

static void answer_other_method(const struct request *request, struct response *response)
{
    problem_answer(response, request, 405, "this is a read-only record; use " METHODS_ALLOWED);
    response_add_header(response, "Allow", METHODS_ALLOWED);
}

/* What holds of every answer. */
static void add_common_headers(struct response *response)
{
    response_add_header(response, "X-Content-Type-Options", "nosniff");
    response_add_header(response, "Access-Control-Allow-Origin", "*");
    response_add_header(response, "Access-Control-Expose-Headers",
                        "ETag, Link, Last-Modified, X-Total-Count");
    if (!response_header(response, "Cache-Control"))
        response_add_header(response, "Cache-Control", "public, no-cache");
}

void router_answer(const struct archive *archive, const struct request *request,
                   struct response *response)
{
    if (request->method == METHOD_OPTIONS)
        answer_options(response);
    else if (request->method == METHOD_OTHER)
        answer_other_method(request, response);
    else
        answer_get(archive, request, response);
    add_common_headers(response);
    if (response->failed || response->body.failed)
        problem_answer(response, request, 503,
                       "out of memory, or the answer is too large; ask for "
                       "fewer records with \"limit\"");
}

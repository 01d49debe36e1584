#include "post.h"

#include "common_headers.h"
#include "http/problem.h"
#include "mcp/mcp.h"
#include "query/query.h"
#include "read_target.h"
#include "router.h"

#include <string.h>

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
    if (!read_target(request, &target, response))
        return false;
    if (query_refuse(&target, &faults))
        return true;
    problem_answer_parameters(response, request, &faults);
    return false;
}

void answer_post(const struct snapshot_view *snapshot, const struct request *request,
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

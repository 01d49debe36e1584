#include "mcp/mcp.h"

#include "base/arena.h"
#include "mcp/message.h"
#include "mcp/methods.h"
#include "mcp/revision.h"
#include "records/json_memory.h"
#include "requests/conversation.h"

#include <string.h>

enum {
    MEMORY_MAX = 64 * 1024 * 1024, /* of the values of one answer */
    TTL_OF_TABLES = 60 * 60 * 1000,
    TTL_OF_RECORD = 60 * 1000 /* the record may be replaced */
};

enum era {
    BOTH_ERAS,
    LEGACY_ONLY,
    MODERN_ONLY
};

static const struct {
    const char *name;
    mcp_method *answer;
    enum era era;
    int64_t ttl; /* see revision_complete */
} methods[] = {
    {"initialize", mcp_initialize, LEGACY_ONLY, -1},
    {"ping", mcp_ping, LEGACY_ONLY, -1},
    {"server/discover", mcp_discover, MODERN_ONLY, TTL_OF_TABLES},
    {"tools/list", mcp_tools_list, BOTH_ERAS, TTL_OF_TABLES},
    {"tools/call", mcp_tools_call, BOTH_ERAS, -1},
    {"resources/list", mcp_resources_list, BOTH_ERAS, TTL_OF_RECORD},
    {"resources/read", mcp_resources_read, BOTH_ERAS, TTL_OF_RECORD},
    {"resources/templates/list", mcp_resources_templates, BOTH_ERAS, TTL_OF_TABLES},
    {"prompts/list", mcp_prompts_list, BOTH_ERAS, TTL_OF_TABLES},
    {"prompts/get", mcp_prompts_get, BOTH_ERAS, -1},
};

static bool is_of_era(enum era era, bool modern)
{
    return era == BOTH_ERAS || (era == MODERN_ONLY) == modern;
}

/* Answers a request. The status of an unknown method is that of revision 2026-07-28. */
static json_t *answer_method(struct mcp *mcp)
{
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        if (!is_of_era(methods[i].era, mcp->modern) || strcmp(methods[i].name, mcp->method) != 0)
            continue;
        json_t *result = methods[i].answer(mcp);
        if (result)
            revision_complete(mcp, result, methods[i].ttl);
        return result;
    }
    return mcp_refuse_with(mcp, mcp->modern ? 404 : 200, MCP_UNKNOWN_METHOD, "Method not found");
}

/* Replaces the result by an error if a part of it could not be had for now. */
static json_t *available(struct mcp *mcp, json_t *result)
{
    const char *detail = mcp_text_of(mcp->problem, "detail");
    if (!mcp->is_unavailable)
        return result;
    mcp->error = MCP_NO_ERROR;
    return mcp_refuse_with(mcp, 503, MCP_INTERNAL_ERROR, "%s",
                           detail ? detail
                                  : "the record cannot be read now; try again in a moment");
}

static void answer_message(struct mcp *mcp, const struct content *content,
                           struct response *response)
{
    json_t *result = NULL;
    response->status = 200;
    if (message_read(mcp, content)) {
        if (!mcp->id) {
            response->status = 202;
            return;
        }
        if (revision_read(mcp, content))
            result = available(mcp, answer_method(mcp));
    }
    if (!result)
        response->status = mcp->status;
    message_write(mcp, result, response);
    if (mcp->tool_failed)
        response->stem = 0;
}

void mcp_answer(const struct snapshot_view *snapshot, const struct request *request, mcp_get *get,
                struct response *response)
{
    struct arena arena;
    struct request trusted = *request;
    struct mcp mcp = {.snapshot = snapshot, .request = &trusted, .get = get};
    if (!mcp_trusts_host(request))
        trusted.host = NULL;
    request_address(&trusted, mcp.address);
    arena_init_raw(&arena, MEMORY_MAX);
    json_memory_begin(&arena);
    answer_message(&mcp, request->content, response);
    if (!json_memory_end())
        response->body.failed = true;
    arena_finish(&arena);
    if (response->status == 503)
        response_add_header(response, "Retry-After", "1");
    if (response->body.length)
        response_add_header(response, "Content-Type", MCP_MEDIA_TYPE);
}

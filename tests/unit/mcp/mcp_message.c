#include "mcp/mcp_message.h"

#include "router.h"

#include <string.h>

void mcp_message_answer(const struct snapshot_view *view, const struct mcp_message *message,
                        struct response *ret_response)
{
    const struct publication publication = {
        .mcp = true, .url = message->http ? "http://record.example.org" : NULL};
    struct content content = message->fields;
    content.bytes = message->text;
    content.length = message->length ? message->length : strlen(message->text);
    const struct request request = {.method = METHOD_POST,
                                    .target = MCP_PATH,
                                    .content = &content,
                                    .publication = &publication,
                                    .host = message->http ? "record.example.org" : NULL,
                                    .version = message->http ? "HTTP/1.1" : NULL,
                                    .origin = message->origin,
                                    .work = message->work};
    response_init(ret_response);
    router_answer(view, &request, ret_response);
}

/* Sends a message of the Model Context Protocol to the router. */
#pragma once

#include "http/request.h"
#include "http/response.h"
#include "http/snapshot_view.h"

/* The members of "params" that revision 2026-07-28 demands. */
#define MCP_MODERN_META                                                      \
    "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"," \
    "\"io.modelcontextprotocol/clientCapabilities\":{}}"

struct mcp_message {
    const char *text;      /* ended by a NUL */
    size_t length;         /* of the text; 0: up to the NUL */
    bool http;             /* false: it comes on standard input */
    struct content fields; /* the header fields */
    const char *origin;
    struct work *work;
};

/* Answers a message to a service at http://record.example.org. The caller finishes the response. */
void mcp_message_answer(const struct snapshot_view *view, const struct mcp_message *message,
                        struct response *ret_response);

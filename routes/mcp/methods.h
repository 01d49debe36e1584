/* The methods of the protocol. Private to the folder. */
#pragma once

#include "requests/conversation.h"

/* Answers a method: returns the result, or NULL with an error noted. */
typedef json_t *mcp_method(struct mcp *mcp);

mcp_method mcp_initialize, mcp_discover, mcp_ping;
mcp_method mcp_tools_list, mcp_tools_call;
mcp_method mcp_resources_list, mcp_resources_read, mcp_resources_templates;
mcp_method mcp_prompts_list, mcp_prompts_get;

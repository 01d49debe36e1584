/* Reads and writes messages of JSON-RPC 2.0. Private to the folder. */
#pragma once

#include "requests/conversation.h"

enum {
    MCP_DEPTH_MAX = 32, /* of brackets within each other */
    MCP_ID_BYTES_MAX = 64
};

/* Reads the message that the content is. Returns false, with an error noted, if it is not one
 * message. `mcp->id` is NULL for a notification. */
bool message_read(struct mcp *mcp, const struct content *content);

/* Writes the answer: the result, or the error that is noted. Sets response->stem for a result. */
void message_write(struct mcp *mcp, json_t *result, struct response *response);

/* Finds the id of a message without parsing it: the first member of the outer object that is named
 * "id", if its value is a whole number or a text of printable ASCII without a backslash. Returns
 * false if there is none. If the message is valid, it has this id. */
bool message_find_id(const char *bytes, size_t length, size_t *ret_begin, size_t *ret_end);

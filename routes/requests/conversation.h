/* One message that is being answered.
 *
 * The values of jansson are in an arena, so nobody counts references. A value that cannot be
 * allocated is NULL, and is then missing in what it is added to; records/json_memory.h notices that
 * for all of them, and the answer is discarded at the end.
 */
#pragma once

#include "base/buffer.h"
#include "http/request.h"
#include "http/response.h"
#include "http/snapshot_view.h"

#include <jansson.h>

/* Answers a GET request; the router. */
typedef void mcp_get(const struct snapshot_view *snapshot, const struct request *request,
                     struct response *response);

/* The codes of errors in JSON-RPC 2.0 and in the protocol. */
enum mcp_error {
    MCP_NO_ERROR = 0,
    MCP_PARSE_ERROR = -32700,
    MCP_INVALID_REQUEST = -32600,
    MCP_UNKNOWN_METHOD = -32601,
    MCP_INVALID_PARAMS = -32602,
    MCP_INTERNAL_ERROR = -32603,
    MCP_RESOURCE_NOT_FOUND = -32002, /* until 2025-11-25; later MCP_INVALID_PARAMS */
    MCP_HEADER_MISMATCH = -32020,
    MCP_UNSUPPORTED_REVISION = -32022
};

enum {
    MCP_ERROR_BYTES = 2000
};

struct mcp {
    const struct snapshot_view *snapshot;
    const struct request *request;
    mcp_get *get;
    char address[REQUEST_ADDRESS_BYTES]; /* of the service, or "" if it is unknown */
    json_t *id;                          /* NULL until it is read, and for a notification */
    const char *method;
    json_t *params; /* an object; NULL if the message has none */
    bool modern;    /* true for revision 2026-07-28 */
    unsigned status;
    enum mcp_error error;
    json_t *error_data;
    char why[MCP_ERROR_BYTES]; /* of the error, or of the failure of a tool */
    bool tool_failed;          /* true if a tool has noted `why` it failed */
    bool is_unavailable;       /* true if a request to the routes was answered with 503 */
    json_t *problem;           /* of the last request to the routes, if it failed: RFC 9457 */
    unsigned problem_status;
};

/* Notes an error of the protocol; of several the first one counts. Returns NULL. */
__attribute__((format(printf, 3, 4))) json_t *mcp_refuse(struct mcp *mcp, enum mcp_error error,
                                                         const char *format, ...);

/* Does the same with another status than 200. */
__attribute__((format(printf, 4, 5))) json_t *mcp_refuse_with(struct mcp *mcp, unsigned status,
                                                              enum mcp_error error,
                                                              const char *format, ...);

/* Returns a member of the parameters, or NULL if it is missing or null. */
json_t *mcp_param(const struct mcp *mcp, const char *name);

/* Returns a member that is a text, or NULL. */
const char *mcp_text_of(const json_t *object, const char *name);

/* Add a member or an element. `value` may be NULL only if out of memory. The second one does
 * nothing if `value` is NULL or null. */
void mcp_set(json_t *object, const char *name, json_t *value);
void mcp_share(json_t *object, const char *name, json_t *value);
void mcp_append(json_t *array, json_t *value);

/* Adds a text of the program. */
void mcp_set_text(json_t *object, const char *name, const char *text);

/* Returns why the message or the tool failed. A part of a character, which is left where a name was
 * cut, is left out. */
json_t *mcp_why(const struct mcp *mcp);

/* Appends a value as compact JSON. */
void mcp_write_value(const json_t *value, struct buffer *out);

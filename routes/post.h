/* POST: the messages of assistants (mcp/mcp.h), the only ones that there are. */
#pragma once

#include "http/request.h"
#include "http/response.h"
#include "http/snapshot_view.h"

/* Answers a message, or refuses it: 403 for an origin whose pages may not send messages, 415 for
 * another media type or content coding, 413 if it is too large, 400 if the target has parameters.
 * No cache may keep the answer. */
void answer_post(const struct snapshot_view *snapshot, const struct request *request,
                 struct response *response);

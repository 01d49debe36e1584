/* The Model Context Protocol, by which assistants ask the record and cite it.
 *
 * A message is a request or a notification of JSON-RPC 2.0. Two eras of the protocol are served:
 * revisions 2025-06-18 and 2025-11-25, in which a client begins with "initialize", and revision
 * 2026-07-28, in which each request has its revision and its header fields (revision.h). There are
 * no sessions: a message is answered alone. An answer is one JSON text; nothing is streamed.
 *
 * The methods for tools run those of assistant/assistant.h, which also says how the words of
 * records are marked.
 *
 * May include: http, requests, assistant.
 */
#pragma once

#include "base/buffer.h"
#include "http/request.h"
#include "http/response.h"
#include "http/snapshot_view.h"
#include "requests/conversation.h"

#define MCP_MEDIA_TYPE "application/json"

/* Answers the message that the content of a POST request is: with 200 and the answer; 202 without a
 * body for a notification; or 4xx and an error of JSON-RPC, as the protocol demands; or 503 and an
 * error if the record cannot be read for now. Sends requests for records to `get`. Without memory,
 * response->body.failed is set. `response` is initialised. */
void mcp_answer(const struct snapshot_view *snapshot, const struct request *request, mcp_get *get,
                struct response *response);

/* Reports whether the content has the media type of messages, application/json, with or without
 * parameters, or none: whether it is JSON is checked anyway. */
bool mcp_takes_type(const struct content *content);

/* Reports whether the content is not compressed. */
bool mcp_takes_coding(const struct content *content);

/* Reports whether the address of the service is known (request_address): it has a public one, or
 * the client names a loopback name or an IP address. Any other name could be one that an attacker
 * lets point to this server (DNS rebinding). Answers to such a name have no addresses. */
bool mcp_trusts_host(const struct request *request);

/* Reports whether a page of the request's origin may ask: there is no `Origin`; it is one that the
 * operator lists, for which "*" does not count; or it is the address of the service, if that is
 * known. */
bool mcp_allows_origin(const struct request *request);

/* Writes a key, ended by a NUL, that is equal for messages that differ only in their id, and are
 * answered alike but for it. Returns false if the message has no such key. A compressed one has
 * none. */
bool mcp_write_key(const struct content *content, struct buffer *key);

/* Completes an answer whose stem (response.h) is given: appends the id of the message, which has a
 * key, and what follows it. */
void mcp_write_id(const struct content *content, struct buffer *out);

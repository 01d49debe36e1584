#include "content/content.h"

#include "mcp/mcp.h"

#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>

enum {
    KEPT_BYTES = 4096,   /* of the memory for content, for the next request of the connection */
    KEY_BYTES_MAX = 8192 /* longer messages are not cached */
};

void request_content_init(struct request_content *content)
{
    buffer_init(&content->bytes, CONTENT_BYTES_MAX);
    buffer_init(&content->key, KEY_BYTES_MAX);
}

void request_content_finish(struct request_content *content)
{
    buffer_finish(&content->bytes);
    buffer_finish(&content->key);
}

/* Refuses a content before it is sent, if its length is known. */
static void refuse_too_large(struct request_head *head)
{
    const char *length = head->content_length;
    if (head->refusal || !length || strtoll(length, NULL, 10) <= CONTENT_BYTES_MAX)
        return;
    head->refusal = "a message has at most 65536 bytes";
    head->refusal_status = MHD_HTTP_CONTENT_TOO_LARGE;
}

void request_content_expect(struct request_head *head, const char *method)
{
    struct request *request = &head->request;
    if (request->listener_role == LISTENER_ADMIN || request->method != METHOD_OTHER ||
        strcmp(method, MHD_HTTP_METHOD_POST) != 0 || !request_is_for_mcp(request))
        return;
    request->method = METHOD_POST;
    request->content = &head->content;
    refuse_too_large(head);
}

void request_content_add(struct request_content *content, const char *bytes, size_t length)
{
    buffer_append(&content->bytes, bytes, length);
}

void request_content_end(struct request_content *content, struct request_head *head)
{
    struct content *complete = &head->content;
    complete->bytes = content->bytes.bytes;
    complete->length = content->bytes.length;
    complete->is_too_large = content->bytes.failed;
    const bool has_key = !complete->is_too_large && strcmp(head->request.target, MCP_PATH) == 0;
    complete->key = has_key && mcp_write_key(complete, &content->key) ? content->key.bytes : NULL;
}

static void clear(struct buffer *buffer)
{
    if (buffer->capacity > KEPT_BYTES)
        buffer_finish(buffer);
    buffer_clear(buffer);
}

void request_content_clear(struct request_content *content)
{
    clear(&content->bytes);
    clear(&content->key);
}

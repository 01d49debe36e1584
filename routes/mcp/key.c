/* The key of a message for the cache of answers, and its id. */
#include "mcp/mcp.h"
#include "mcp/message.h"

#include <string.h>

/* JSON has no such byte, so no message has the key of another one with the id elsewhere. */
#define PLACE_OF_ID '\1'

static void append_line(struct buffer *key, const char *text)
{
    buffer_append_text(key, text ? text : "-");
    buffer_append_byte(key, '\n');
}

bool mcp_write_key(const struct content *content, struct buffer *key)
{
    size_t begin, end;
    buffer_clear(key);
    if (content->length == 0 || !mcp_takes_coding(content) ||
        memchr(content->bytes, '\0', content->length) ||
        !message_find_id(content->bytes, content->length, &begin, &end))
        return false;
    append_line(key, MCP_PATH);
    append_line(key, content->protocol_version);
    append_line(key, content->rpc_method);
    append_line(key, content->rpc_name);
    append_line(key, content->type);
    buffer_append(key, content->bytes, begin);
    buffer_append_byte(key, PLACE_OF_ID);
    buffer_append(key, content->bytes + end, content->length - end);
    buffer_append_byte(key, '\0');
    return !key->failed;
}

void mcp_write_id(const struct content *content, struct buffer *out)
{
    size_t begin, end;
    if (message_find_id(content->bytes, content->length, &begin, &end))
        buffer_append(out, content->bytes + begin, end - begin);
    buffer_append_byte(out, '}');
}

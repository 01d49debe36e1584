#include "mcp/message.h"

#include <ctype.h>
#include <string.h>

/* Returns the index after the string that begins at `at`, or `length` if it does not end. */
static size_t skip_string(const char *bytes, size_t length, size_t at)
{
    for (at++; at < length && bytes[at] != '"'; at++)
        if (bytes[at] == '\\')
            at++;
    return at < length ? at + 1 : length;
}

/* Reports whether brackets are nested too deeply, before the parser recurses into them. */
static bool is_too_deep(const char *bytes, size_t length)
{
    size_t depth = 0;
    for (size_t at = 0; at < length; at++) {
        if (bytes[at] == '"')
            at = skip_string(bytes, length, at) - 1;
        else if (bytes[at] == '{' || bytes[at] == '[')
            depth++;
        else if ((bytes[at] == '}' || bytes[at] == ']') && depth > 0)
            depth--;
        if (depth > MCP_DEPTH_MAX)
            return true;
    }
    return false;
}

static bool refuse(struct mcp *mcp, enum mcp_error error, const char *why)
{
    mcp_refuse_with(mcp, 400, error, "%s", why);
    return false;
}

static bool read_id(struct mcp *mcp, const json_t *message)
{
    json_t *id = json_object_get(message, "id");
    if (id && !json_is_string(id) && !json_is_integer(id))
        return refuse(mcp, MCP_INVALID_REQUEST, "\"id\" must be a string or an integer");
    mcp->id = id;
    return true;
}

/* Checks the members of a message, of which the id is read first, so that errors can have it. */
static bool read_members(struct mcp *mcp, json_t *message)
{
    const char *version = mcp_text_of(message, "jsonrpc");
    if (!read_id(mcp, message))
        return false;
    if (!version || strcmp(version, "2.0") != 0)
        return refuse(mcp, MCP_INVALID_REQUEST, "\"jsonrpc\" must be \"2.0\"");
    mcp->method = mcp_text_of(message, "method");
    if (!mcp->method)
        return refuse(mcp, MCP_INVALID_REQUEST,
                      "\"method\" must be a string; this server takes requests and notifications, "
                      "and sends no requests that could be answered");
    mcp->params = json_object_get(message, "params");
    if (json_is_null(mcp->params))
        mcp->params = NULL;
    if (mcp->params && !json_is_object(mcp->params))
        return refuse(mcp, MCP_INVALID_PARAMS, "\"params\" must be an object");
    return true;
}

/* Refuses what the parser does not read. Some of it is JSON all the same. */
static bool refuse_text(struct mcp *mcp, const json_error_t *error)
{
    static const struct {
        enum json_error_code code;
        const char *why;
    } reasons[] = {
        {json_error_null_character, "cannot read the message: a text has the character U+0000"},
        {json_error_duplicate_key, "cannot read the message: an object has a member twice"},
        {json_error_numeric_overflow, "cannot read the message: a number is too large"},
        {json_error_invalid_utf8, "cannot read the message: it is not UTF-8"},
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (json_error_code(error) == reasons[i].code)
            return refuse(mcp, MCP_PARSE_ERROR, reasons[i].why);
    if (strstr(error->text, "invalid Unicode"))
        return refuse(mcp, MCP_PARSE_ERROR,
                      "cannot read the message: a text has half of a surrogate pair, such as "
                      "\\ud83d without the other half");
    return refuse(mcp, MCP_PARSE_ERROR, "the message is not JSON");
}

bool message_read(struct mcp *mcp, const struct content *content)
{
    if (is_too_deep(content->bytes, content->length))
        return refuse(mcp, MCP_INVALID_REQUEST, "the message is nested too deeply");
    json_error_t error = {.text = ""}; /* without a message the library sets no code */
    json_t *message = json_loadb(content->length ? content->bytes : "", content->length,
                                 JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (!message)
        return refuse_text(mcp, &error);
    if (json_is_array(message))
        return refuse(mcp, MCP_INVALID_REQUEST, "send one message at a time, not a batch");
    if (!json_is_object(message))
        return refuse(mcp, MCP_INVALID_REQUEST, "a message is an object");
    return read_members(mcp, message);
}

static void write_error(const struct mcp *mcp, struct buffer *out)
{
    json_t *error = json_object();
    mcp_set(error, "code", json_integer(mcp->error));
    mcp_set(error, "message", mcp_why(mcp));
    mcp_share(error, "data", mcp->error_data);
    buffer_append_text(out, "\"error\":");
    mcp_write_value(error, out);
}

void message_write(struct mcp *mcp, json_t *result, struct response *response)
{
    struct buffer *out = &response->body;
    buffer_append_text(out, "{\"jsonrpc\":\"2.0\",");
    if (result) {
        buffer_append_text(out, "\"result\":");
        mcp_write_value(result, out);
    } else {
        write_error(mcp, out);
    }
    if (mcp->id || !mcp->modern)
        buffer_append_text(out, ",\"id\":");
    response->stem = result ? out->length : 0;
    if (mcp->id)
        mcp_write_value(mcp->id, out);
    else if (!mcp->modern)
        buffer_append_text(out, "null");
    buffer_append_byte(out, '}');
}

static size_t skip_space(const char *bytes, size_t length, size_t at)
{
    while (at < length && strchr(" \t\r\n", bytes[at]) && bytes[at])
        at++;
    return at;
}

static size_t end_of_number(const char *bytes, size_t length, size_t at)
{
    const size_t digits = at + (bytes[at] == '-');
    size_t end = digits;
    while (end < length && isdigit((unsigned char)bytes[end]))
        end++;
    const bool has_zero = end > digits + 1 && bytes[digits] == '0';
    return end == digits || has_zero || end - digits > 15 ? at : end;
}

static size_t end_of_text(const char *bytes, size_t length, size_t at)
{
    size_t end = at + 1;
    while (end < length && bytes[end] >= ' ' && bytes[end] <= '~' && bytes[end] != '"' &&
           bytes[end] != '\\')
        end++;
    return end < length && bytes[end] == '"' ? end + 1 : at;
}

/* Finds the value of a member, which is after its colon. */
static bool find_value(const char *bytes, size_t length, size_t colon, size_t *ret_begin,
                       size_t *ret_end)
{
    const size_t begin = skip_space(bytes, length, colon + 1);
    if (begin == length)
        return false;
    const size_t end = bytes[begin] == '"' ? end_of_text(bytes, length, begin)
                                           : end_of_number(bytes, length, begin);
    const size_t next = skip_space(bytes, length, end);
    *ret_begin = begin;
    *ret_end = end;
    return end > begin && end - begin <= MCP_ID_BYTES_MAX && next < length &&
           (bytes[next] == ',' || bytes[next] == '}');
}

bool message_find_id(const char *bytes, size_t length, size_t *ret_begin, size_t *ret_end)
{
    size_t depth = 0;
    for (size_t at = 0; at < length; at++) {
        if (bytes[at] == '{' || bytes[at] == '[') {
            depth++;
        } else if (bytes[at] == '}' || bytes[at] == ']') {
            depth -= depth > 0;
        } else if (bytes[at] == '"') {
            const size_t end = skip_string(bytes, length, at);
            const size_t next = skip_space(bytes, length, end);
            if (depth == 1 && end - at == 4 && memcmp(bytes + at, "\"id\"", 4) == 0 &&
                next < length && bytes[next] == ':')
                return find_value(bytes, length, next, ret_begin, ret_end);
            at = end - 1;
        }
    }
    return false;
}

#include "requests/conversation.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

__attribute__((format(printf, 4, 0))) static void note_error(struct mcp *mcp, unsigned status,
                                                             enum mcp_error error,
                                                             const char *format, va_list arguments)
{
    if (mcp->error)
        return;
    mcp->status = status;
    mcp->error = error;
    vsnprintf(mcp->why, sizeof mcp->why, format, arguments);
}

json_t *mcp_refuse(struct mcp *mcp, enum mcp_error error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    note_error(mcp, 200, error, format, arguments);
    va_end(arguments);
    return NULL;
}

json_t *mcp_refuse_with(struct mcp *mcp, unsigned status, enum mcp_error error, const char *format,
                        ...)
{
    va_list arguments;
    va_start(arguments, format);
    note_error(mcp, status, error, format, arguments);
    va_end(arguments);
    return NULL;
}

json_t *mcp_param(const struct mcp *mcp, const char *name)
{
    json_t *value = json_object_get(mcp->params, name);
    return json_is_null(value) ? NULL : value;
}

const char *mcp_text_of(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

void mcp_set(json_t *object, const char *name, json_t *value)
{
    json_object_set_new(object, name, value);
}

void mcp_share(json_t *object, const char *name, json_t *value)
{
    if (value && !json_is_null(value))
        json_object_set(object, name, value);
}

void mcp_append(json_t *array, json_t *value)
{
    json_array_append_new(array, value);
}

void mcp_set_text(json_t *object, const char *name, const char *text)
{
    json_object_set_new(object, name, json_string(text));
}

json_t *mcp_why(const struct mcp *mcp)
{
    char valid[MCP_ERROR_BYTES];
    return json_stringn(valid, utf8_copy_valid(mcp->why, valid, sizeof valid));
}

static int append(const char *bytes, size_t length, void *out)
{
    buffer_append(out, bytes, length);
    return 0;
}

void mcp_write_value(const json_t *value, struct buffer *out)
{
    if (json_dump_callback(value, append, out, JSON_COMPACT | JSON_ENCODE_ANY) != 0)
        out->failed = true;
}

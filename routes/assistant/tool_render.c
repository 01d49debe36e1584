/* Structured content as text. */
#include "assistant/tool.h"

#include <string.h>

static void indent(struct buffer *out, unsigned depth)
{
    for (unsigned i = 0; i < depth; i++)
        buffer_append_text(out, "  ");
}

/* Reports whether an object is words of the record. */
static bool is_words(const json_t *value)
{
    return json_is_true(json_object_get(value, "untrusted"));
}

static void render_scalar(const json_t *value, struct buffer *out)
{
    if (is_words(value)) {
        mcp_write_value(json_object_get(value, "text"), out);
        if (json_object_get(value, "cut"))
            buffer_append_text(out, " ...");
    } else if (json_is_string(value)) {
        buffer_append(out, json_string_value(value), json_string_length(value));
    } else {
        mcp_write_value(value, out);
    }
}

static bool is_scalar(const json_t *value)
{
    return is_words(value) || !(json_is_object(value) || json_is_array(value));
}

static void render_members(json_t *object, unsigned depth, bool in_list, struct buffer *out);

static void render_list(const json_t *list, unsigned depth, struct buffer *out)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *element = json_array_get(list, i);
        indent(out, depth);
        buffer_append_text(out, "- ");
        if (is_scalar(element)) {
            render_scalar(element, out);
            buffer_append_byte(out, '\n');
        } else {
            render_members(element, depth + 1, true, out);
        }
    }
}

/* Writes the members of an object, each on a line of its own. The first one of an element of a list
 * is on the line of the element. */
static void render_members(json_t *object, unsigned depth, bool in_list, struct buffer *out)
{
    json_t *value;
    const char *name;
    json_object_foreach(object, name, value)
    {
        if (json_is_array(value) && json_array_size(value) == 0)
            continue;
        if (!in_list)
            indent(out, depth);
        in_list = false;
        buffer_append_text(out, name);
        buffer_append_text(out, is_scalar(value) ? ": " : ":\n");
        if (is_scalar(value)) {
            render_scalar(value, out);
            buffer_append_byte(out, '\n');
        } else if (json_is_array(value)) {
            render_list(value, depth, out);
        } else {
            render_members(value, depth + 1, false, out);
        }
    }
}

void tool_render(const json_t *content, struct buffer *out)
{
    render_members((json_t *)(uintptr_t)content, 0, false, out);
}

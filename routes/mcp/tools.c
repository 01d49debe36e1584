/* The methods tools/list and tools/call. */
#include "assistant/tool.h"
#include "mcp/methods.h"
#include "unicode/nearest_name.h"

#include <string.h>

static json_t *parse(const char *text)
{
    return json_loads(text, 0, NULL);
}

static json_t *output_schema(const struct tool *tool)
{
    json_t *schema = json_object();
    mcp_set_text(schema, "type", "object");
    mcp_set(schema, "properties", parse(tool->output));
    mcp_set(schema, "required", parse(tool->required));
    if (strstr(tool->output, "$ref"))
        mcp_set(schema, "$defs", parse(tool_definitions));
    return schema;
}

static json_t *describe(const struct tool *tool)
{
    json_t *described = json_object(), *annotations = json_object();
    mcp_set_text(described, "name", tool->name);
    mcp_set_text(described, "title", tool->title);
    mcp_set_text(described, "description", tool->documentation);
    mcp_set(described, "inputSchema", tool_input_schema(tool));
    mcp_set(described, "outputSchema", output_schema(tool));
    mcp_set(annotations, "readOnlyHint", json_true());
    mcp_set(annotations, "openWorldHint", json_false());
    mcp_set(described, "annotations", annotations);
    return described;
}

json_t *mcp_tools_list(struct mcp *mcp)
{
    json_t *result = json_object(), *list = json_array();
    if (mcp_param(mcp, "cursor"))
        return mcp_refuse(mcp, MCP_INVALID_PARAMS, "the list of tools has one page");
    for (size_t i = 0; i < tool_count; i++)
        mcp_append(list, describe(&tools[i]));
    mcp_set(result, "tools", list);
    return result;
}

static const struct tool *find_tool(const char *name)
{
    for (size_t i = 0; i < tool_count; i++)
        if (strcmp(tools[i].name, name) == 0)
            return &tools[i];
    return NULL;
}

static json_t *refuse_tool(struct mcp *mcp, const char *name)
{
    struct nearest_name nearest;
    nearest_name_init(&nearest, name, strlen(name));
    for (size_t i = 0; i < tool_count; i++)
        nearest_name_offer(&nearest, tools[i].name);
    return nearest.best
               ? mcp_refuse(mcp, MCP_INVALID_PARAMS, "unknown tool \"%.60s\"; did you mean \"%s\"?",
                            name, nearest.best)
               : mcp_refuse(mcp, MCP_INVALID_PARAMS,
                            "unknown tool \"%.60s\"; tools/list has all names", name);
}

static void add_text(json_t *result, json_t *text)
{
    json_t *content = json_array(), *part = json_object();
    mcp_set_text(part, "type", "text");
    mcp_set(part, "text", text);
    mcp_append(content, part);
    mcp_set(result, "content", content);
}

static json_t *rendered(const json_t *structured)
{
    struct buffer out;
    buffer_init(&out, RESPONSE_BODY_MAX);
    tool_render(structured, &out);
    json_t *text = out.failed ? NULL : json_stringn(out.length ? out.bytes : "", out.length);
    buffer_finish(&out);
    return text;
}

/* Returns the result of a call: the structured content and its text, or why the tool failed. */
static json_t *result_of(struct mcp *mcp, json_t *structured)
{
    json_t *result = json_object();
    if (structured) {
        json_t *text = rendered(structured);
        if (!text)
            return NULL;
        add_text(result, text);
        mcp_set(result, "structuredContent", structured);
        return result;
    }
    add_text(result, mcp_why(mcp));
    mcp_set(result, "isError", json_true());
    return result;
}

json_t *mcp_tools_call(struct mcp *mcp)
{
    const char *name = mcp_text_of(mcp->params, "name");
    json_t *arguments = mcp_param(mcp, "arguments"), *structured = NULL;
    struct tool_call call = {.mcp = mcp, .arguments = arguments};
    if (!name)
        return mcp_refuse(mcp, MCP_INVALID_PARAMS, "\"name\" must be the name of a tool");
    if (arguments && !json_is_object(arguments))
        return mcp_refuse(mcp, MCP_INVALID_PARAMS, "\"arguments\" must be an object");
    const struct tool *tool = find_tool(name);
    if (!tool)
        return refuse_tool(mcp, name);
    if (tool_read_arguments(tool, &call))
        structured = tool->run(&call);
    if (!structured && !mcp->tool_failed)
        tool_fail_by_problem(mcp);
    json_t *result = result_of(mcp, structured);
    return result ? result : mcp_refuse_with(mcp, 503, MCP_INTERNAL_ERROR, "out of memory");
}

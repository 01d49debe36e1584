/* The arguments of tools: their schema, and the check of a call against it. */
#include "assistant/tool.h"
#include "unicode/nearest_name.h"

#include <string.h>

/* The type in JSON of each kind of argument. */
static const struct {
    const char *type;
    int64_t least, most; /* of an integer */
    int64_t otherwise;
    const char *expected; /* in a message */
} kinds[] = {
    [TOOL_TEXT] = {"string", 0, 0, 0, "a text that is not empty"},
    [TOOL_LIMIT] = {"integer", 1, TOOL_LIMIT_MAX, TOOL_LIMIT_DEFAULT,
                    "a whole number from 1 to 50"},
    [TOOL_OFFSET] = {"integer", 0, TOOL_NUMBER_MAX, 0, "a whole number, at least 0"},
    [TOOL_LINE] = {"integer", 1, TOOL_NUMBER_MAX, 0, "the number of a line, at least 1"},
    [TOOL_FILTERS] = {"object", 0, 0, 0, "an object of fields and their values"},
};

static json_t *argument_schema(const struct tool_argument *argument)
{
    json_t *schema = json_object();
    mcp_set_text(schema, "type", kinds[argument->kind].type);
    mcp_set_text(schema, "description", argument->documentation);
    if (argument->kind == TOOL_TEXT)
        mcp_set(schema, "minLength", json_integer(1));
    if (argument->kind == TOOL_TEXT || argument->kind == TOOL_FILTERS)
        return schema;
    mcp_set(schema, "minimum", json_integer(kinds[argument->kind].least));
    if (argument->kind == TOOL_LIMIT)
        mcp_set(schema, "maximum", json_integer(kinds[argument->kind].most));
    if (argument->kind != TOOL_LINE)
        mcp_set(schema, "default", json_integer(kinds[argument->kind].otherwise));
    return schema;
}

json_t *tool_input_schema(const struct tool *tool)
{
    json_t *schema = json_object(), *properties = json_object(), *required = json_array();
    mcp_set_text(schema, "type", "object");
    for (const struct tool_argument *at = tool->arguments; at->name; at++) {
        mcp_set(properties, at->name, argument_schema(at));
        if (at->required)
            mcp_append(required, json_string(at->name));
    }
    mcp_set(schema, "properties", properties);
    if (json_array_size(required))
        mcp_set(schema, "required", required);
    mcp_set(schema, "additionalProperties", json_false());
    return schema;
}

static const struct tool_argument *find_argument(const struct tool *tool, const char *name)
{
    for (const struct tool_argument *at = tool->arguments; at->name; at++)
        if (strcmp(at->name, name) == 0)
            return at;
    return NULL;
}

static bool refuse_unknown(const struct tool *tool, struct mcp *mcp, const char *name)
{
    struct nearest_name nearest;
    nearest_name_init(&nearest, name, strlen(name));
    tool_fail(mcp, "The tool %s has no argument \"%.40s\".", tool->name, name);
    for (const struct tool_argument *at = tool->arguments; at->name; at++)
        nearest_name_offer(&nearest, at->name);
    if (nearest.best)
        tool_say(mcp, " Did you mean \"%s\"?", nearest.best);
    for (const struct tool_argument *at = tool->arguments; at->name; at++)
        tool_say_allowed(mcp, (size_t)(at - tool->arguments), at->name);
    if (tool->arguments->name)
        tool_say(mcp, ".");
    return false;
}

bool tool_read_number(const json_t *value, int64_t *ret_number)
{
    const double real = json_is_real(value) ? json_real_value(value) : 0;
    if (json_is_integer(value))
        *ret_number = json_integer_value(value);
    else if (json_is_real(value) && real >= -(double)TOOL_NUMBER_MAX && real <= TOOL_NUMBER_MAX &&
             (double)(int64_t)real == real)
        *ret_number = (int64_t)real;
    else
        return false;
    return true;
}

static bool fits(enum tool_argument_kind kind, const json_t *value)
{
    int64_t number;
    if (kind == TOOL_FILTERS)
        return json_is_object(value);
    if (kind == TOOL_TEXT)
        return json_string_length(value) > 0 &&
               strlen(json_string_value(value)) == json_string_length(value);
    return tool_read_number(value, &number) && number >= kinds[kind].least &&
           number <= kinds[kind].most;
}

static bool require_arguments(const struct tool *tool, const struct tool_call *call)
{
    for (const struct tool_argument *at = tool->arguments; at->name; at++)
        if (at->required && !tool_value(call, at->name)) {
            tool_fail(call->mcp, "The tool %s needs the argument \"%s\": %s", tool->name, at->name,
                      at->documentation);
            return false;
        }
    return true;
}

bool tool_read_arguments(const struct tool *tool, struct tool_call *call)
{
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)call->arguments, name, value)
    {
        const struct tool_argument *argument = find_argument(tool, name);
        if (!argument)
            return refuse_unknown(tool, call->mcp, name);
        if (json_is_null(value) || fits(argument->kind, value))
            continue;
        tool_fail(call->mcp, "The argument \"%s\" must be %s.", argument->name,
                  kinds[argument->kind].expected);
        return false;
    }
    call->limit = tool_number(call, "limit", TOOL_LIMIT_DEFAULT);
    call->offset = tool_number(call, "offset", 0);
    return require_arguments(tool, call);
}

json_t *tool_value(const struct tool_call *call, const char *name)
{
    json_t *value = json_object_get(call->arguments, name);
    return json_is_null(value) ? NULL : value;
}

const char *tool_text(const struct tool_call *call, const char *name)
{
    return mcp_text_of(call->arguments, name);
}

int64_t tool_number(const struct tool_call *call, const char *name, int64_t otherwise)
{
    int64_t number;
    return tool_read_number(json_object_get(call->arguments, name), &number) ? number : otherwise;
}
